/** The ids of all that is found, put aside in their order, so that a long list needs no memory and does not move. */
import type { SearchRequest } from '../../../core/search.ts';
import { find } from './found.ts';
import type { OpenIndex } from './index-file.ts';
import { ordered } from './order.ts';
import { atOnce } from './search.ts';

const BATCH = 1_000;

function putAside(index: OpenIndex, request: SearchRequest, table: string): void {
  const found = find(index.rows, request);
  index.db.exec(`CREATE TABLE ${table} (k INTEGER PRIMARY KEY, id TEXT NOT NULL)`);
  const add = index.db.prepare(
    `INSERT INTO ${table} (id) SELECT id FROM
       (SELECT value ->> 0 AS n, value ->> 1 AS key FROM json_each(?)) CROSS JOIN doc USING (n)
     ORDER BY key, id`,
  );
  for (const { rows, keys } of ordered(index, found, request.sort, found.rows.length))
    add.run([JSON.stringify(Array.from(rows, (n, i) => [n, keys[i]]))]);
}

export function everyId(
  index: OpenIndex,
  request: SearchRequest,
  list: number,
): Iterable<string[]> {
  return {
    *[Symbol.iterator]() {
      const { db } = index;
      const table = `temp.every_${list}`;
      try {
        atOnce(index, () => putAside(index, request, table));
        const next = db.prepare(`SELECT id FROM ${table} WHERE k > ? ORDER BY k LIMIT ${BATCH}`);
        for (let after = 0; ; after += BATCH) {
          const rows = next.all([after]);
          if (rows.length > 0) yield rows.map((row) => String(row.id));
          if (rows.length < BATCH) return;
        }
      } finally {
        db.exec(`DROP TABLE IF EXISTS ${table}`);
      }
    },
  };
}
