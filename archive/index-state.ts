/** What each search index holds. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from './database.ts';
import { days, ids, ofDay, stored, tally } from './index-compare.ts';
import { otherStamps } from './other-stamps.ts';
import type { IndexState } from './port.ts';

const BATCH = 1000;
const FORGOTTEN = 20_000;
/** Begins the names of indexes whose rows are being deleted. */
const GONE = '~';

/** All indexes must take these articles again. Part of the transaction that changes the articles. */
export async function markStale(db: Database, articles: readonly number[]): Promise<void> {
  if (articles.length === 0) return;
  const indexes = await db
    .selectFrom('indexes')
    .select('id')
    .where('name', 'not like', `${GONE}%`)
    .execute();
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
  async function stale(
    on: Database,
    index: number,
    version: string,
    limit: number,
    without: readonly string[],
  ) {
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
        .$if(without.length > 0, (q) => q.where('articles.id', 'not in', without))
        .orderBy('index_state.article')
        .limit(limit - found.length)
        .execute();
      found.push(...some);
    }
    return found;
  }

  /** The articles older than the index, a few at a time, without writing. */
  function backlog(
    on: Database,
    index: { readonly id: number; readonly after: number; readonly to: number },
    limit: number,
    without: readonly string[],
  ) {
    const { id, after, to } = index;
    return on
      .selectFrom('articles')
      .select(['id', 'revision'])
      .$if(without.length > 0, (q) => q.where('id', 'not in', without))
      .where('seq', '>', after)
      .where('seq', '<=', to)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('index_state')
              .select('article')
              .where('index_id', '=', id)
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

  /** Deletes the rows of dropped indexes, a few at a time, so that others are not kept waiting. */
  async function sweep() {
    const gone = await db
      .selectFrom('indexes')
      .select('id')
      .where('name', 'like', `${GONE}%`)
      .execute();
    for (const { id } of gone) {
      for (;;) {
        const some = await db
          .selectFrom('index_state')
          .select('article')
          .where('index_id', '=', id)
          .orderBy('article')
          .limit(1)
          .offset(FORGOTTEN)
          .executeTakeFirst();
        await db
          .deleteFrom('index_state')
          .where('index_id', '=', id)
          .$if(some !== undefined, (q) => q.where('article', '<', some?.article ?? 0))
          .execute();
        if (some === undefined) break;
        await nextTurn();
      }
      await db.deleteFrom('indexes').where('id', '=', id).execute();
    }
  }

  return {
    async pending(name, version, limit, without = []) {
      if (readOnly) {
        const index = await find(db, name);
        const all = { id: 0, after: 0, to: Number.MAX_SAFE_INTEGER };
        if (index === undefined) return backlog(db, all, limit, without);
        const known = await stale(db, index.id, version, limit, without);
        const range = { id: index.id, after: index.backlog_after, to: index.backlog_to };
        return [...known, ...(await backlog(db, range, limit - known.length, without))];
      }
      return db.transaction().execute(async (trx) => {
        const index = await findOrAdd(trx, name);
        let after = index.backlog_after;
        for (;;) {
          const found = await stale(trx, index.id, version, limit, without);
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
      await drop(db, name);
      await sweep();
    },

    async forget(name, ids) {
      for (let i = 0; i < ids.length; i += BATCH)
        await db
          .updateTable('index_state')
          .set({ version: '' })
          .where('index_id', '=', (eb) =>
            eb.selectFrom('indexes').select('id').where('name', '=', name),
          )
          .where('article', 'in', (eb) =>
            eb
              .selectFrom('articles')
              .select('seq')
              .where('id', 'in', ids.slice(i, i + BATCH)),
          )
          .execute();
    },

    async names() {
      const rows = await db.selectFrom('indexes').select('name').orderBy('name').execute();
      return rows.map(({ name }) => name).filter((name) => !name.startsWith(GONE));
    },

    async rename(from, to) {
      await db.transaction().execute(async (trx) => {
        if ((await find(trx, from)) === undefined) return;
        await drop(trx, to);
        await trx.updateTable('indexes').set({ name: to }).where('name', '=', from).execute();
      });
      await sweep();
    },

    async versions(name) {
      const index = await find(db, name);
      if (index === undefined) return [];
      return otherStamps('', (than) =>
        db
          .selectFrom('index_state')
          .select((eb) => eb.fn.min<string | null>('version').as('least'))
          .where('index_id', '=', index.id)
          .$if(than !== null, (q) => q.where('version', '>', than ?? ''))
          .executeTakeFirst(),
      );
    },

    tally: (name, version, days) => tally(db, name, version, days),
    days: (after, limit) => days(db, after, limit),
    ofDay: (name, version, day, after, limit) => ofDay(db, name, version, day, after, limit),
    ids: (after, limit) => ids(db, after, limit),
    stored: (list) => stored(db, list),
  };
}

/** Takes an index out of the list. Its rows stay until they are swept, which may take a while. */
async function drop(db: Database, name: string): Promise<void> {
  const index = await find(db, name);
  if (index === undefined) return;
  await db
    .updateTable('indexes')
    .set({ name: `${GONE}${index.id}` })
    .where('id', '=', index.id)
    .execute();
}
