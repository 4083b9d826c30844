/**
 * What is kept in memory of documents once they were found: when they were published and the numbers of their values.
 * A document never changes and its number is never given again, so this is never wrong, whatever is written meanwhile.
 */
import type { Sqlite } from '../../../core/sqlite.ts';
import { numbersIn } from './rows.ts';
import { FACET_BITS } from './schema.ts';

/** Documents that are read at once. */
const BATCH = 20_000;

export interface Documents {
  /** Epoch seconds, in the order of `rows`; NaN without a date. */
  published(rows: Uint32Array): Float64Array;
  /** How many of `rows` have each value, by its number without facet bits. @param values are so many */
  count(rows: Uint32Array, values: number): Uint32Array;
}

/** Columns by number of document; what is not yet known has no end. */
interface Columns {
  published: Float64Array;
  start: Uint32Array;
  end: Uint32Array;
  /** One document's after the other's. */
  values: Uint32Array;
  used: number;
}

function larger<T extends Float64Array | Uint32Array>(array: T, made: T): T {
  made.set(array);
  return made;
}

function makeRoom(columns: Columns, documents: number, values: number): void {
  if (documents > columns.end.length) {
    const size = Math.ceil(documents * 1.25);
    columns.published = larger(columns.published, new Float64Array(size));
    columns.start = larger(columns.start, new Uint32Array(size));
    columns.end = larger(columns.end, new Uint32Array(size));
  }
  if (values > columns.values.length)
    columns.values = larger(columns.values, new Uint32Array(Math.ceil(values * 1.25)));
}

/** Those that nothing is known of. */
function unknown({ end }: Columns, rows: Uint32Array): number[] {
  const found: number[] = [];
  for (const n of rows) if (!(end[n] ?? 0)) found.push(n);
  return found;
}

function countValues(columns: Columns, rows: Uint32Array, counts: Uint32Array) {
  const { start, end, values } = columns;
  for (let i = 0; i < rows.length; i++) {
    const n = rows[i] ?? 0;
    const last = end[n] ?? 0;
    for (let at = start[n] ?? 0; at < last; at++) {
      const position = (values[at] ?? 0) >> FACET_BITS;
      counts[position] = (counts[position] ?? 0) + 1;
    }
  }
}

export function openDocuments(db: Sqlite): Documents {
  const columns: Columns = {
    published: new Float64Array(0),
    start: new Uint32Array(0),
    end: new Uint32Array(0),
    values: new Uint32Array(0),
    // So that no document ends at 0.
    used: 1,
  };
  // `sizes` tells how many of `vs` are whose.
  const read = db.prepare(
    `SELECT group_concat(n, ' ') AS ns, group_concat(ifnull(published, 'NaN'), ' ') AS published,
       group_concat(length(vs) - length(replace(vs, ' ', '')) + (vs <> ''), ' ') AS sizes,
       group_concat(nullif(vs, ''), ' ') AS vs
     FROM json_each(?) CROSS JOIN doc ON doc.n = json_each.value`,
  );
  const learn = (batch: readonly number[]) => {
    const row = read.all([JSON.stringify(batch)])[0];
    const ns = numbersIn(String(row?.ns ?? ''));
    const sizes = numbersIn(String(row?.sizes ?? ''));
    const published = String(row?.published ?? '').split(' ');
    const values = numbersIn(String(row?.vs ?? ''));
    makeRoom(columns, Math.max(...batch) + 1, columns.used + values.length);
    columns.values.set(values, columns.used);
    ns.forEach((n, i) => {
      columns.published[n] = Number(published[i]);
      columns.start[n] = columns.used;
      columns.used += sizes[i] ?? 0;
      columns.end[n] = columns.used;
    });
  };
  const know = (rows: Uint32Array) => {
    const missing = unknown(columns, rows);
    for (let i = 0; i < missing.length; i += BATCH) learn(missing.slice(i, i + BATCH));
  };
  /** Of lists that are longer than their counts: they are kept as long as the list, which never changes. */
  const kept = new WeakMap<Uint32Array, Uint32Array>();
  return {
    published(rows) {
      know(rows);
      return Float64Array.from(rows, (n) => columns.published[n] ?? Number.NaN);
    },
    count(rows, values) {
      const known = kept.get(rows);
      if (known !== undefined) return known;
      know(rows);
      const counts = new Uint32Array(values);
      countValues(columns, rows, counts);
      if (rows.length > values) kept.set(rows, counts);
      return counts;
    },
  };
}
