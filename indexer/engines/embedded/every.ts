/** The ids of all that is found, put aside in their order, so that a long list needs no memory and does not move. */
import type { SearchRequest } from '../../../core/search.ts';
import type { Sqlite } from '../../../core/sqlite.ts';
import { findAll, ORDER } from './search.ts';

const BATCH = 1_000;

export function everyId(db: Sqlite, request: SearchRequest, list: number): Iterable<string[]> {
  return {
    *[Symbol.iterator]() {
      const table = `temp.every_${list}`;
      try {
        findAll(db, { ...request, offset: 0, limit: Number.MAX_SAFE_INTEGER, facets: [] });
        db.exec(`CREATE TABLE ${table} (k INTEGER PRIMARY KEY, id TEXT NOT NULL)`);
        db.prepare(
          `INSERT INTO ${table} (id) SELECT id FROM temp.found JOIN doc USING (n) ORDER BY ${ORDER[request.sort]}`,
        ).run();
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
