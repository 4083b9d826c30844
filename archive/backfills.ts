/** Back-fills: articles of days gone by, asked for by hand. What each is to fetch stands in the frontier. */
import type { Database } from './database.ts';
import type { Backfill, Backfills } from './port.ts';

export function backfills(db: Database): Backfills {
  const rows = () =>
    db
      .selectFrom('backfills')
      .selectAll()
      .select((eb) => {
        const articles = eb
          .selectFrom('urls')
          .select((e) => e.fn.countAll<number>().as('n'))
          .whereRef('urls.backfill', '=', 'backfills.id')
          .where('kind', '=', 'article');
        const left = articles.where('due_at', 'is not', null);
        return [articles.as('found'), left.as('left')];
      });
  type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];
  const backfill = (row: Row): Backfill => ({
    id: row.id,
    newspaper: row.newspaper,
    from: row.from_day,
    to: row.to_day,
    askedAt: row.asked_at,
    endedAt: row.ended_at,
    state: row.state,
    found: row.found ?? 0,
    left: row.left ?? 0,
  });
  const get = async (id: number) => {
    const row = await rows().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : backfill(row);
  };
  const end = (on: Database, id: number, at: string, state: 'complete' | 'cancelled') =>
    on
      .updateTable('backfills')
      .set({ state, ended_at: at })
      .where('id', '=', id)
      .where('state', '=', 'open')
      .execute();

  return {
    get,
    async open(newspaper, from, to, at) {
      const id = await db.transaction().execute(async (trx) => {
        const same = await trx
          .selectFrom('backfills')
          .select('id')
          .where('newspaper', '=', newspaper)
          .where('from_day', '=', from)
          .where('to_day', '=', to)
          .where('state', '=', 'open')
          .executeTakeFirst();
        if (same !== undefined) return same.id;
        const made = await trx
          .insertInto('backfills')
          .values({ newspaper, from_day: from, to_day: to, asked_at: at, state: 'open' })
          .returning('id')
          .executeTakeFirstOrThrow();
        return made.id;
      });
      const row = await rows().where('id', '=', id).executeTakeFirstOrThrow();
      return backfill(row);
    },
    async isOpen(id) {
      const row = await db
        .selectFrom('backfills')
        .select('state')
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.state === 'open';
    },
    async list(limit, state) {
      const found = await rows()
        .$if(state !== undefined, (q) => q.where('state', '=', state ?? 'open'))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return found.map(backfill);
    },
    async complete(id, at) {
      await end(db, id, at, 'complete');
    },
    async cancel(id, at) {
      await db.transaction().execute(async (trx) => {
        await end(trx, id, at, 'cancelled');
        // Forgotten, so that tonight's discovery and a later back-fill find them anew.
        await trx
          .deleteFrom('urls')
          .where('backfill', '=', id)
          .where('first_fetched_at', 'is', null)
          .execute();
        await trx.updateTable('urls').set({ due_at: null }).where('backfill', '=', id).execute();
      });
    },
  };
}
