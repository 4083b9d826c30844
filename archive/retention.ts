/** What is kept of raw pages, and where: the parts of the port put together. */
import { statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { sql } from 'kysely';
import { warcPath } from './bodies.ts';
import type { Database } from './database.ts';
import { countMovable, movePages, oldPages, tidyFiles } from './move-pages.ts';
import type { ForgetReport, MoveOptions, Pages, Retention, WarcFile } from './port.ts';

const SLICE = 500;

/** Pages that are all old and not forgotten. */
const forgettablePages = (db: Database, before: string) =>
  oldPages(db, before).where((eb) =>
    eb.or([eb('moved_bodies.hash', 'is', null), eb('moved_bodies.warc', 'is not', null)]),
  );

async function files(db: Database, home: string | null): Promise<readonly WarcFile[]> {
  const rows = await db
    .selectFrom('warc_files')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('moved_bodies')
        .select(eb.fn.countAll<number>().as('n'))
        .whereRef('warc', '=', 'warc_files.id')
        .as('bodies'),
    )
    .where('state', '=', 'complete')
    .orderBy('id')
    .execute();
  return rows.map((row) => {
    const path = warcPath(home, row.path);
    return {
      path,
      bytes: row.bytes,
      writtenAt: row.written_at,
      bodies: row.bodies ?? 0,
      missing: statSync(path, { throwIfNoEntry: false })?.size !== row.bytes,
      inside: !isAbsolute(row.path),
    };
  });
}

/** What forgetting takes away; the files are those that need nothing else. */
async function forgettable(
  db: Database,
  home: string | null,
  before: string,
): Promise<ForgetReport> {
  const old = forgettablePages(db, before);
  const { pages, bodies } = await old
    .select([
      (eb) => eb.fn.countAll<number>().as('pages'),
      sql<number>`count(DISTINCT body_hash)`.as('bodies'),
    ])
    .executeTakeFirstOrThrow();
  const { articles } = await db
    .selectFrom('articles')
    .select((eb) => eb.fn.countAll<number>().as('articles'))
    .where('page_id', 'in', old.select('pages.id'))
    .executeTakeFirstOrThrow();
  const emptied = await db
    .selectFrom('warc_files')
    .select('path')
    .where('state', '=', 'complete')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('moved_bodies as other')
            .select('other.hash')
            .whereRef('other.warc', '=', 'warc_files.id')
            .where('other.hash', 'not in', old.select('body_hash')),
        ),
      ),
    )
    .execute();
  return { pages, bodies, articles, files: emptied.map(({ path }) => warcPath(home, path)) };
}

async function forget(
  db: Database,
  home: string | null,
  before: string,
  { signal, onProgress }: Pick<MoveOptions, 'signal' | 'onProgress'>,
): Promise<ForgetReport> {
  await tidyFiles(db, home);
  const pages = new Set<string>();
  let count = 0;
  let articles = 0;
  while (!signal?.aborted) {
    const rows = await forgettablePages(db, before)
      .select('body_hash as hash')
      .distinct()
      .limit(SLICE)
      .execute();
    if (rows.length === 0) break;
    const hashes = rows.map(({ hash }) => hash);
    const own = db.selectFrom('pages').where('body_hash', 'in', hashes);
    const page = await own
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    const article = await db
      .selectFrom('articles')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('page_id', 'in', own.select('id'))
      .executeTakeFirstOrThrow();
    await db.transaction().execute(async (trx) => {
      for (const hash of hashes)
        await trx
          .insertInto('moved_bodies')
          .values({ hash, warc: null, offset: 0, length: 0 })
          .onConflict((c) => c.column('hash').doUpdateSet({ warc: null, offset: 0, length: 0 }))
          .execute();
      await trx
        .updateTable('bodies')
        .set({ data: new Uint8Array() })
        .where('hash', 'in', hashes)
        .execute();
      await trx
        .updateTable('warc_files')
        .set({ state: 'leaving' })
        .where('state', '=', 'complete')
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('moved_bodies')
                .select('hash')
                .whereRef('moved_bodies.warc', '=', 'warc_files.id'),
            ),
          ),
        )
        .execute();
    });
    for (const hash of hashes) pages.add(hash);
    count += page.n;
    articles += article.n;
    onProgress?.(count);
  }
  return { pages: count, bodies: pages.size, articles, files: await tidyFiles(db, home) };
}

async function articlesOf(db: Database, warcs: readonly number[] | null): Promise<number> {
  const row = await db
    .selectFrom('moved_bodies')
    .innerJoin('pages', 'pages.body_hash', 'moved_bodies.hash')
    .innerJoin('articles', 'articles.page_id', 'pages.id')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where((eb) =>
      warcs === null ? eb('moved_bodies.warc', 'is', null) : eb('moved_bodies.warc', 'in', warcs),
    )
    .executeTakeFirstOrThrow();
  return row.n;
}

/** @param home the data directory; null for an archive in memory */
export function retention(db: Database, home: string | null, pages: Pick<Pages, 'get'>): Retention {
  return {
    files: () => files(db, home),
    movable: async (before) => ({ pages: await countMovable(db, before) }),
    move: (before, options) => movePages(db, home, pages, before, options),
    forgettable: (before) => forgettable(db, home, before),
    forget: (before, options = {}) => forget(db, home, before, options),
    async unreadable() {
      const rows = await db
        .selectFrom('warc_files')
        .select(['id', 'path', 'bytes'])
        .where('state', '=', 'complete')
        .execute();
      const missing = rows.filter(
        ({ path, bytes }) =>
          statSync(warcPath(home, path), { throwIfNoEntry: false })?.size !== bytes,
      );
      return {
        forgotten: await articlesOf(db, null),
        lost:
          missing.length === 0
            ? 0
            : await articlesOf(
                db,
                missing.map(({ id }) => id),
              ),
      };
    },
    async weighed(day, bytes) {
      await db
        .insertInto('data_sizes')
        .values({ day, bytes })
        .onConflict((c) => c.column('day').doUpdateSet({ bytes }))
        .execute();
    },
    weights: (limit) =>
      db
        .selectFrom('data_sizes')
        .select(['day', 'bytes'])
        .orderBy('day', 'desc')
        .limit(limit)
        .execute(),
  };
}
