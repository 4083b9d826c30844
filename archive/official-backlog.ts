/** Taking the articles into the register of officials that were stored before there was one. */
import { applyCorrections } from '../core/corrections.ts';
import { correctionsOf } from './corrections.ts';
import type { Database } from './database.ts';
import { replaceOfficials } from './official-mentions.ts';
import type { OfficialsOf } from './officials-port.ts';
import { unpackRecord } from './record.ts';

/** The next `limit` of them, in one transaction. @returns how many */
export function catchUpOfficials(
  db: Database,
  officialsOf: OfficialsOf,
  newId: () => string,
): (limit: number) => Promise<number> {
  return (limit) =>
    db.transaction().execute(async (trx) => {
      const backlog = await trx.selectFrom('official_backlog').selectAll().executeTakeFirst();
      if (backlog === undefined) return 0;
      const rows = await trx
        .selectFrom('articles')
        .select(['seq', 'id', 'record'])
        .where('seq', '>', backlog.after)
        .where('seq', '<=', backlog.upto)
        .orderBy('seq')
        .limit(limit)
        .execute();
      const last = rows.at(-1);
      if (last === undefined) {
        await trx.deleteFrom('official_backlog').execute();
        return 0;
      }
      const made = await correctionsOf(trx, rows);
      for (const { seq, id, record } of rows) {
        const parsed = unpackRecord(record, id);
        const { article } = applyCorrections(parsed, made.get(seq) ?? []);
        await replaceOfficials(trx, seq, article, officialsOf(article), newId);
      }
      await trx.updateTable('official_backlog').set({ after: last.seq }).execute();
      return rows.length;
    });
}
