/** Deliveries of saved searches: what waits, what was tried, what was sent. */
import type { Database } from './database.ts';
import type { SavedSearches } from './saved-searches-port.ts';

type Deliveries = Pick<SavedSearches, 'due' | 'nextDue' | 'tried' | 'deliveries' | 'failing'>;

export function savedDeliveries(db: Database): Deliveries {
  const all = () =>
    db
      .selectFrom('saved_deliveries as d')
      .innerJoin('saved_targets as t', 't.seq', 'd.target')
      .innerJoin('saved_searches as s', 's.seq', 't.search')
      .select([
        'd.id',
        's.id as search',
        't.id as target',
        'd.made_at as madeAt',
        'd.after',
        'd.up_to as upTo',
        'd.state',
        'd.attempts',
        'd.due_at as dueAt',
        'd.last_at as lastAt',
        'd.message',
      ]);
  return {
    due: (now, limit) =>
      all()
        .where('d.state', '=', 'waiting')
        .where('d.due_at', '<=', now)
        .orderBy('d.due_at')
        .orderBy('d.seq')
        .limit(limit)
        .execute(),
    async nextDue() {
      const next = await db
        .selectFrom('saved_deliveries')
        .select((eb) => eb.fn.min<string | null>('due_at').as('at'))
        .where('state', '=', 'waiting')
        .executeTakeFirst();
      return next?.at ?? null;
    },
    async tried(id, at, problem, next) {
      const given = next === null ? 'given-up' : 'waiting';
      await db
        .updateTable('saved_deliveries')
        .set(({ eb, ref }) => ({
          state: problem === null ? 'sent' : given,
          attempts: eb(ref('attempts'), '+', 1),
          last_at: at,
          message: problem,
          ...(next === null ? {} : { due_at: next }),
        }))
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .execute();
    },
    deliveries: (id, limit) =>
      all()
        .$if(id !== null, (q) => q.where('s.id', '=', id ?? ''))
        .orderBy('d.seq', 'desc')
        .limit(limit)
        .execute(),
    failing: (since, limit) =>
      all()
        .where('d.message', 'is not', null)
        .where('d.state', '!=', 'sent')
        .where('d.last_at', '>', since)
        .where('t.removed_at', 'is', null)
        .where('s.removed_at', 'is', null)
        .orderBy('d.seq', 'desc')
        .limit(limit)
        .execute(),
  };
}
