/** Raw pages: every answer that differs from the one before, its body stored once for each hash. */
import type { Selectable } from 'kysely';
import { z } from 'zod';
import { sha256 } from '../core/ids.ts';
import { type BodyRow, bodyOf } from './bodies.ts';
import { compress } from './compression.ts';
import type { Database } from './database.ts';
import { otherStamps } from './other-stamps.ts';
import type { PageFilter, Pages, StoredPage } from './port.ts';
import type { PagesTable } from './tables.ts';

const Headers = z.record(z.string(), z.string());

const rows = (db: Database) =>
  db
    .selectFrom('pages')
    .innerJoin('bodies', 'bodies.hash', 'pages.body_hash')
    .leftJoin('moved_bodies', 'moved_bodies.hash', 'bodies.hash')
    .leftJoin('warc_files', 'warc_files.id', 'moved_bodies.warc')
    .selectAll('pages')
    .select(['bodies.data', 'moved_bodies.hash as moved', 'warc_files.path'])
    .select(['moved_bodies.offset', 'moved_bodies.length']);

const aboutPage = (row: Selectable<PagesTable>): Omit<StoredPage, 'body'> => ({
  id: row.id,
  newspaper: row.newspaper,
  url: row.url,
  finalUrl: row.final_url,
  status: row.status,
  headers: Headers.parse(JSON.parse(row.headers)),
  bodyHash: row.body_hash,
  fetchedAt: row.fetched_at,
  parsedBy: row.parsed_by === '' ? null : row.parsed_by,
  outcome: row.outcome === null ? null : { code: row.outcome, message: row.outcome_message ?? '' },
});

const filtered = (db: Database, { newspaper, since, before }: PageFilter) =>
  db
    .selectFrom('pages')
    .$if(newspaper !== undefined, (q) => q.where('newspaper', '=', newspaper ?? ''))
    .$if(since !== undefined, (q) => q.where('fetched_at', '>=', since ?? ''))
    .$if(before !== undefined, (q) => q.where('fetched_at', '<', before ?? ''));

const forgottenHashes = (db: Database) =>
  db.selectFrom('moved_bodies').select('hash').where('warc', 'is', null);

/** @param home the data directory; null for an archive in memory */
export function pages(db: Database, home: string | null): Pages {
  const whole = async (
    row: Selectable<PagesTable> & Omit<BodyRow, 'hash'>,
  ): Promise<StoredPage> => ({
    ...aboutPage(row),
    body: await bodyOf(home, { ...row, hash: row.body_hash }),
  });
  const isForgotten = async (hash: string) =>
    (await forgottenHashes(db).where('hash', '=', hash).executeTakeFirst()) !== undefined;
  /** A body that was forgotten has come again. */
  const remember = async (hash: string, body: Uint8Array) => {
    if (!(await isForgotten(hash))) return;
    const data = await compress(body);
    await db.transaction().execute(async (trx) => {
      await trx.updateTable('bodies').set({ data }).where('hash', '=', hash).execute();
      await trx
        .deleteFrom('moved_bodies')
        .where('hash', '=', hash)
        .where('warc', 'is', null)
        .execute();
    });
  };
  return {
    async put(newspaper, page, bodyHash = sha256(page.body)) {
      await remember(bodyHash, page.body);
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

    async get(id) {
      const row = await rows(db).where('pages.id', '=', id).executeTakeFirst();
      return row === undefined ? null : whole(row);
    },
    async about(id) {
      const row = await db.selectFrom('pages').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : aboutPage(row);
    },
    async latest(url) {
      const row = await rows(db).where('url', '=', url).where('newest', '=', 1).executeTakeFirst();
      return row === undefined ? null : whole(row);
    },

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
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('moved_bodies')
                  .select('hash')
                  .whereRef('moved_bodies.hash', '=', 'pages.body_hash')
                  .where('warc', 'is', null),
              ),
            ),
          )
          .orderBy('id')
          .limit(limit)
          .execute();
        ids.push(...some.map(({ id }) => id));
      }
      return ids.sort((a, b) => a - b).slice(0, limit);
    },

    async ids(filter, after, limit) {
      const rows = await filtered(db, filter)
        .select('id')
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },

    async forgotten(filter) {
      const row = await filtered(db, filter)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('newest', '=', 1)
        .where('body_hash', 'in', forgottenHashes(db))
        .executeTakeFirstOrThrow();
      return row.n;
    },
  };
}
