/** How often each value occurs in what was found (the table temp.found). */
import {
  type EngineAnswer,
  FACETS,
  type Facet,
  type FacetAnswer,
  type FacetCount,
  type FacetSlice,
  type SearchRequest,
} from '../../../core/search.ts';
import type { Sqlite } from '../../../core/sqlite.ts';
import { FACET_BITS } from './schema.ts';

const FACET_MASK = (1 << FACET_BITS) - 1;
const ZERO = 48;

/** Equals behind the limit are looked up one by one up to so many, else read in order. */
const FEW = 500;

/** Articles by number of value without its facet bits, and of each facet the numbers that occur. */
interface Counted {
  readonly counts: Uint32Array;
  readonly numbers: ReadonlyMap<Facet, readonly number[]>;
}

const positionOf = (v: number) => v >> FACET_BITS;

/** Counting here is several times faster than grouping in SQLite. */
function counted(db: Sqlite, facets: readonly Facet[]): Counted {
  const last = Number(db.prepare('SELECT max(v) AS v FROM value').get()?.v ?? 0);
  const counts = new Uint32Array(positionOf(last) + 1);
  const numbers = new Map<Facet, number[]>(facets.map((facet) => [facet, []]));
  const lists = FACETS.map((facet) => numbers.get(facet));
  const rows = db
    .prepare(
      `SELECT group_concat(vs, ' ') AS vs FROM temp.found CROSS JOIN doc USING (n)
       WHERE vs <> '' GROUP BY n / 20000`,
    )
    .iterate();
  for (const { vs } of rows) {
    const text = String(vs ?? '');
    let v = 0;
    for (let i = 0; i <= text.length; i++) {
      const digit = text.charCodeAt(i) - ZERO;
      if (digit >= 0) {
        v = v * 10 + digit;
        continue;
      }
      const list = lists[v & FACET_MASK];
      if (list !== undefined) {
        const at = positionOf(v);
        const count = counts[at] ?? 0;
        if (count === 0) list.push(v);
        counts[at] = count + 1;
      }
      v = 0;
    }
  }
  return { counts, numbers };
}

/** The most frequent ones, with names. */
function named(
  db: Sqlite,
  facet: Facet,
  { counts, numbers }: Counted,
  limit: number,
): readonly FacetCount[] {
  const countOf = (v: number) => counts[positionOf(v)] ?? 0;
  const all = [...(numbers.get(facet) ?? [])].sort((a, b) => countOf(b) - countOf(a));
  const least = countOf(all[limit - 1] ?? 0);
  const sure = all.slice(0, limit).filter((v) => countOf(v) > least);
  const ties = all.filter((v) => countOf(v) === least);
  const room = limit - sure.length;
  const found: FacetCount[] = [];
  const take = (row: { readonly v?: unknown; readonly value?: unknown }) => {
    found.push({ value: String(row.value), count: countOf(Number(row.v)) });
  };
  if (ties.length <= Math.max(FEW, room)) {
    const wanted = JSON.stringify(all.slice(0, sure.length + ties.length));
    db.prepare('SELECT v, value FROM value WHERE v IN (SELECT value FROM json_each(?))')
      .all([wanted])
      .forEach(take);
  } else {
    const tied = new Set(ties);
    db.prepare('SELECT v, value FROM value WHERE v IN (SELECT value FROM json_each(?))')
      .all([JSON.stringify(sure)])
      .forEach(take);
    for (const row of db
      .prepare('SELECT v, value FROM value INDEXED BY value_value WHERE facet = ? ORDER BY value')
      .iterate([facet])) {
      if (!tied.has(Number(row.v))) continue;
      take(row);
      if (found.length >= limit) break;
    }
  }
  return found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, limit);
}

export function facetsOf(
  db: Sqlite,
  { facets, facetLimit }: Pick<SearchRequest, 'facets' | 'facetLimit'>,
): Pick<EngineAnswer, 'facets' | 'facetSizes'> {
  if (facets.length === 0) return { facets: {}, facetSizes: {} };
  const all = counted(db, facets);
  const size = (facet: Facet) => all.numbers.get(facet)?.length ?? 0;
  return {
    facets: Object.fromEntries(
      facets.map((facet) => [facet, named(db, facet, all, facetLimit ?? size(facet))]),
    ),
    facetSizes: Object.fromEntries(facets.map((facet) => [facet, size(facet)])),
  };
}

/** A part of one facet, those that hold `within`. */
export function facetSliceOf(db: Sqlite, slice: FacetSlice): FacetAnswer {
  const { facet, within, order, offset, limit } = slice;
  const { counts } = counted(db, [facet]);
  const found: FacetCount[] = [];
  const rows = db
    .prepare(
      `SELECT v, value FROM value WHERE facet = ?${within === '' ? '' : ' AND instr(folded, ?) > 0'}
       ORDER BY sort, value`,
    )
    .iterate(within === '' ? [facet] : [facet, within]);
  for (const row of rows) {
    const count = counts[positionOf(Number(row.v))] ?? 0;
    if (count > 0) found.push({ value: String(row.value), count });
  }
  // The sort keeps the order of equals.
  if (order === 'count') found.sort((a, b) => b.count - a.count);
  return { total: found.length, values: found.slice(offset, offset + limit) };
}
