/** Whether a newspaper's spec has been tried on the living paper from here. */
import type { Database } from './database.ts';
import type { NewspaperChecks } from './port.ts';

export function newspaperChecks(db: Database): NewspaperChecks {
  return {
    async put({ newspaper, spec, at, passed }) {
      const row = { spec, checked_at: at, passed: passed ? 1 : 0 };
      await db
        .insertInto('newspaper_checks')
        .values({ newspaper, ...row })
        .onConflict((c) => c.column('newspaper').doUpdateSet(row))
        .execute();
    },
    async list() {
      const rows = await db
        .selectFrom('newspaper_checks')
        .selectAll()
        .orderBy('newspaper')
        .execute();
      return rows.map(({ newspaper, spec, checked_at, passed }) => ({
        newspaper,
        spec,
        at: checked_at,
        passed: passed === 1,
      }));
    },
  };
}
