/** How often each value occurs in what was found. */
import { type EngineAnswer, FACETS, type Facet } from '../../../core/search.ts';
import type { Sqlite } from '../../../core/sqlite.ts';
import { marksFor } from './sql.ts';

/** Numbers of values -> articles. Counting here is several times faster than grouping in SQLite. */
function counted(db: Sqlite): Map<number, number> {
  const counts = new Map<number, number>();
  const lists = db
    .prepare(
      `SELECT group_concat(vs, ' ') AS vs FROM temp.found CROSS JOIN doc USING (n)
       WHERE vs <> '' GROUP BY n / 20000`,
    )
    .all();
  for (const { vs } of lists) {
    const text = String(vs ?? '');
    let number = 0;
    for (let i = 0; i <= text.length; i++) {
      const digit = text.charCodeAt(i) - 48;
      if (digit >= 0) number = number * 10 + digit;
      else {
        counts.set(number, (counts.get(number) ?? 0) + 1);
        number = 0;
      }
    }
  }
  counts.delete(0);
  return counts;
}

export function facetsOf(db: Sqlite, facets: readonly Facet[]): EngineAnswer['facets'] {
  if (facets.length === 0) return {};
  const counts = counted(db);
  const found = new Map<Facet, { value: string; count: number }[]>(
    facets.map((facet) => [facet, []]),
  );
  const rows = db
    .prepare(
      `SELECT v, facet, value FROM value WHERE v IN (SELECT value FROM json_each(?))
       AND facet IN (${marksFor(facets.length)})`,
    )
    .all([JSON.stringify([...counts.keys()]), ...facets]);
  for (const row of rows) {
    const facet = FACETS.find((one) => one === row.facet);
    const count = counts.get(Number(row.v)) ?? 0;
    if (facet) found.get(facet)?.push({ value: String(row.value), count });
  }
  for (const values of found.values())
    values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return Object.fromEntries(found);
}
