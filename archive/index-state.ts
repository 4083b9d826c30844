/** What each search index holds. */
import type { Database } from './database.ts';
import { otherStamps } from './other-stamps.ts';
import type { IndexState } from './port.ts';

const BATCH = 1000;

/** All indexes must take these articles again. Part of the transaction that changes the articles. */
export async function markStale(db: Database, articles: readonly number[]): Promise<void> {
  if (articles.length === 0) return;
  const indexes = await db.selectFrom('indexes').select('id').execute();
  for (const index of indexes)
    await db
      .insertInto('index_state')
      .values(
        articles.map((article) => ({ index_id: index.id, article, revision: 0, version: '' })),
      )
      .onConflict((c) => c.columns(['index_id', 'article']).doUpdateSet({ version: '' }))
      .execute();
}

async function find(db: Database, name: string) {
  return db.selectFrom('indexes').selectAll().where('name', '=', name).executeTakeFirst();
}

async function findOrAdd(db: Database, name: string) {
  const found = await find(db, name);
  if (found !== undefined) return found;
  const last = await db
    .selectFrom('articles')
    .select((eb) => eb.fn.max<number | null>('seq').as('seq'))
    .executeTakeFirst();
  return db
    .insertInto('indexes')
    .values({ name, backlog_after: 0, backlog_to: last?.seq ?? 0 })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export function indexState(db: Database, readOnly: boolean): IndexState {
  async function stale(on: Database, index: number, version: string, limit: number) {
    const rows = on.selectFrom('index_state').where('index_id', '=', index);
    const versions = await otherStamps(version, (than) =>
      rows
        .select((eb) => eb.fn.min<string | null>('version').as('least'))
        .$if(than !== null, (q) => q.where('version', '>', than ?? ''))
        .executeTakeFirst(),
    );
    const found: { id: string; revision: number }[] = [];
    for (const other of versions) {
      if (found.length >= limit) break;
      const some = await rows
        .innerJoin('articles', 'articles.seq', 'index_state.article')
        .select(['articles.id', 'articles.revision'])
        .where('version', '=', other)
        .orderBy('index_state.article')
        .limit(limit - found.length)
        .execute();
      found.push(...some);
    }
    return found;
  }

  /** The articles older than the index, a few at a time, without writing. */
  function backlog(on: Database, index: number, after: number, to: number, limit: number) {
    return on
      .selectFrom('articles')
      .select(['id', 'revision'])
      .where('seq', '>', after)
      .where('seq', '<=', to)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('index_state')
              .select('article')
              .where('index_id', '=', index)
              .whereRef('article', '=', 'articles.seq'),
          ),
        ),
      )
      .orderBy('seq')
      .limit(limit)
      .execute();
  }

  /** Gives the next articles of the backlog a row, so that they are found by version from now on. */
  async function takeOver(on: Database, index: { id: number; after: number; to: number }) {
    const next = await on
      .selectFrom('articles')
      .select('seq')
      .where('seq', '>', index.after)
      .where('seq', '<=', index.to)
      .orderBy('seq')
      .limit(BATCH)
      .execute();
    const last = next.at(-1)?.seq ?? index.to;
    if (next.length > 0)
      await on
        .insertInto('index_state')
        .values(
          next.map(({ seq }) => ({ index_id: index.id, article: seq, revision: 0, version: '' })),
        )
        .onConflict((c) => c.columns(['index_id', 'article']).doNothing())
        .execute();
    await on
      .updateTable('indexes')
      .set({ backlog_after: last })
      .where('id', '=', index.id)
      .execute();
    return last;
  }

  return {
    async pending(name, version, limit) {
      if (readOnly) {
        const index = await find(db, name);
        if (index === undefined) return backlog(db, 0, 0, Number.MAX_SAFE_INTEGER, limit);
        const known = await stale(db, index.id, version, limit);
        const { id, backlog_after, backlog_to } = index;
        const older = await backlog(db, id, backlog_after, backlog_to, limit - known.length);
        return [...known, ...older];
      }
      return db.transaction().execute(async (trx) => {
        const index = await findOrAdd(trx, name);
        let after = index.backlog_after;
        for (;;) {
          const found = await stale(trx, index.id, version, limit);
          if (found.length >= limit || after >= index.backlog_to) return found;
          after = await takeOver(trx, { id: index.id, after, to: index.backlog_to });
        }
      });
    },

    async done(name, version, items) {
      await db.transaction().execute(async (trx) => {
        const index = await findOrAdd(trx, name);
        for (let i = 0; i < items.length; i += BATCH) {
          const revisions = new Map(items.slice(i, i + BATCH).map((x) => [x.id, x.revision]));
          const articles = await trx
            .selectFrom('articles')
            .select(['id', 'seq', 'revision'])
            .where('id', 'in', [...revisions.keys()])
            .execute();
          // Where a newer revision came while this one was being indexed, it stays pending.
          const held = articles.filter((a) => revisions.get(a.id) === a.revision);
          if (held.length === 0) continue;
          await trx
            .insertInto('index_state')
            .values(
              held.map(({ seq, revision }) => ({
                index_id: index.id,
                article: seq,
                revision,
                version,
              })),
            )
            .onConflict((c) =>
              c.columns(['index_id', 'article']).doUpdateSet((eb) => ({
                revision: eb.ref('excluded.revision'),
                version,
              })),
            )
            .execute();
        }
      });
    },

    async reset(name) {
      await db.transaction().execute(async (trx) => {
        const index = await find(trx, name);
        if (index === undefined) return;
        await trx.deleteFrom('index_state').where('index_id', '=', index.id).execute();
        await trx.deleteFrom('indexes').where('id', '=', index.id).execute();
      });
    },
  };
}
