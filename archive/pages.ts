/** Raw pages: every answer that differs from the one before, its body stored once for each hash. */
import { z } from 'zod';
import { sha256 } from '../core/ids.ts';
import { compress, decompress } from './compression.ts';
import type { Database } from './database.ts';
import { otherStamps } from './other-stamps.ts';
import type { Pages, StoredPage } from './port.ts';

const Headers = z.record(z.string(), z.string());

async function stored(db: Database, column: 'id' | 'url', value: string | number) {
  const row = await db
    .selectFrom('pages')
    .innerJoin('bodies', 'bodies.hash', 'pages.body_hash')
    .selectAll('pages')
    .select('bodies.data')
    .where(`pages.${column}`, '=', value)
    .$if(column === 'url', (q) => q.where('newest', '=', 1))
    .executeTakeFirst();
  if (row === undefined) return null;
  const page: StoredPage = {
    id: row.id,
    newspaper: row.newspaper,
    url: row.url,
    finalUrl: row.final_url,
    status: row.status,
    headers: Headers.parse(JSON.parse(row.headers)),
    body: await decompress(row.data),
    bodyHash: row.body_hash,
    fetchedAt: row.fetched_at,
    parsedBy: row.parsed_by === '' ? null : row.parsed_by,
    outcome:
      row.outcome === null ? null : { code: row.outcome, message: row.outcome_message ?? '' },
  };
  return page;
}

export function pages(db: Database): Pages {
  return {
    async put(newspaper, page, bodyHash = sha256(page.body)) {
      const same = { status: page.status, body_hash: bodyHash };
      const newestOf = (on: Database) =>
        on
          .selectFrom('pages')
          .select(['id', 'status', 'body_hash', 'fetched_at'])
          .where('url', '=', page.url)
          .where('newest', '=', 1)
          .executeTakeFirst();
      const isSame = (row: typeof same) => row.status === page.status && row.body_hash === bodyHash;

      const before = await newestOf(db);
      if (before !== undefined && isSame(before)) return { id: before.id, created: false };
      const known = await db
        .selectFrom('bodies')
        .select('hash')
        .where('hash', '=', bodyHash)
        .executeTakeFirst();
      const data = known === undefined ? await compress(page.body) : null;

      return db.transaction().execute(async (trx) => {
        const newest = await newestOf(trx);
        if (newest !== undefined && isSame(newest)) return { id: newest.id, created: false };
        const late = newest !== undefined && newest.fetched_at > page.fetchedAt;
        if (late) {
          const twin = await trx
            .selectFrom('pages')
            .select('id')
            .where('url', '=', page.url)
            .where('fetched_at', '=', page.fetchedAt)
            .where('status', '=', page.status)
            .where('body_hash', '=', bodyHash)
            .executeTakeFirst();
          if (twin !== undefined) return { id: twin.id, created: false };
        }
        if (data !== null)
          await trx
            .insertInto('bodies')
            .values({ hash: bodyHash, size: page.body.length, data })
            .onConflict((c) => c.column('hash').doNothing())
            .execute();
        if (newest !== undefined && !late)
          await trx.updateTable('pages').set({ newest: 0 }).where('id', '=', newest.id).execute();
        const { id } = await trx
          .insertInto('pages')
          .values({
            url: page.url,
            newspaper,
            final_url: page.finalUrl,
            headers: JSON.stringify(page.headers),
            fetched_at: page.fetchedAt,
            newest: late ? 0 : 1,
            parsed_by: '',
            ...same,
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        return { id, created: true };
      });
    },

    get: (id) => stored(db, 'id', id),
    latest: (url) => stored(db, 'url', url),

    async parsed(id, stamp, outcome) {
      await db
        .updateTable('pages')
        .set({ parsed_by: stamp, outcome: outcome.code, outcome_message: outcome.message })
        .where('id', '=', id)
        .execute();
    },

    async unparsed(newspaper, stamp, after, limit, since) {
      const rows = db
        .selectFrom('pages')
        .where('newest', '=', 1)
        .where('newspaper', '=', newspaper);
      const stamps = await otherStamps(stamp, (than) =>
        rows
          .select((eb) => eb.fn.min<string | null>('parsed_by').as('least'))
          .$if(than !== null, (q) => q.where('parsed_by', '>', than ?? ''))
          .executeTakeFirst(),
      );
      const ids: number[] = [];
      for (const other of stamps) {
        const some = await rows
          .select('id')
          .$if(since !== undefined, (q) => q.where('fetched_at', '>=', since ?? ''))
          .where('parsed_by', '=', other)
          .where('id', '>', after)
          .orderBy('id')
          .limit(limit)
          .execute();
        ids.push(...some.map(({ id }) => id));
      }
      return ids.sort((a, b) => a - b).slice(0, limit);
    },
  };
}
