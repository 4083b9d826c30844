/** The values of facets: their numbers in order, and their names, kept once read: a number never means another value. */
import type { Facet } from '../../../core/search.ts';
import type { Sqlite } from '../../../core/sqlite.ts';
import type { Rows } from './rows.ts';
import { FACET_BITS } from './schema.ts';

export const positionOf = (v: number) => v >> FACET_BITS;

export interface Values {
  /** One more than the largest position. */
  size(): number;
  /** Numbers of a facet's values, by value. */
  ofFacet(facet: Facet): Uint32Array;
  /** As a dictionary sorts, only those whose folded name holds `within`. */
  holding(facet: Facet, within: string): Uint32Array;
  /** Names, in the order of the numbers. */
  named(numbers: readonly number[]): string[];
}

export function openValues(db: Sqlite, rows: Rows): Values {
  const names: (string | undefined)[] = [];
  const last = db.prepare('SELECT max(v) AS v FROM value');
  const read = db.prepare('SELECT v, value FROM value WHERE v IN (SELECT value FROM json_each(?))');
  return {
    size: () => positionOf(Number(last.all()[0]?.v ?? 0)) + 1,
    ofFacet: (facet) =>
      rows.of({
        sql: 'SELECT v AS n FROM value INDEXED BY value_value WHERE facet = ? ORDER BY value',
        values: [facet],
      }),
    holding: (facet, within) =>
      rows.of({
        sql: `SELECT v AS n FROM value WHERE facet = ? AND (? = '' OR instr(folded, ?) > 0) ORDER BY sort, value`,
        values: [facet, within, within],
      }),
    named(numbers) {
      const missing = numbers.filter((v) => names[positionOf(v)] === undefined);
      if (missing.length > 0)
        for (const { v, value } of read.all([JSON.stringify(missing)]))
          names[positionOf(Number(v))] = String(value);
      return numbers.map((v) => names[positionOf(v)] ?? '');
    },
  };
}
