/**
 * Moves bodies out of the database into WARC files. Each file is announced, written, put on the disk, read back,
 * named, and only then are its bodies taken out, all in one transaction: at any moment a body is where its row says.
 */
import { existsSync } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ExpressionBuilder } from 'kysely';
import { DiembaoError } from '../core/errors.ts';
import { keptPath, warcPath } from './bodies.ts';
import type { Database } from './database.ts';
import { WARC_DIRECTORY } from './layout.ts';
import type { MoveOptions, MoveReport, Pages } from './port.ts';
import type { Tables } from './tables.ts';
import { pageOfRecord } from './warc/page-record.ts';
import { MAX_RECORD, readWarc } from './warc/read.ts';
import { isFault } from './warc/record.ts';
import { openWarcWriter, type Place, partOf } from './warc/write.ts';

const SLICE = 200;
const FILE_BYTES = 1e9;

/** Pages whose body no page fetched at or after `before` needs. */
const allBefore = (before: string) => (eb: ExpressionBuilder<Tables, 'pages'>) =>
  eb.not(
    eb.exists(
      eb
        .selectFrom('pages as later')
        .select('later.id')
        .whereRef('later.body_hash', '=', 'pages.body_hash')
        .where('later.fetched_at', '>=', before),
    ),
  );

/** Pages that were all fetched before, with their place where the body is not in the database. */
export const oldPages = (db: Database, before: string) =>
  db
    .selectFrom('pages')
    .leftJoin('moved_bodies', 'moved_bodies.hash', 'pages.body_hash')
    .where('fetched_at', '<', before)
    .where(allBefore(before));

const movable = (db: Database, before: string) =>
  oldPages(db, before).where('moved_bodies.hash', 'is', null);

export async function countMovable(db: Database, before: string): Promise<number> {
  const row = await movable(db, before)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Takes away what a call that was killed left: files that nothing was taken out for, and those to go. */
export async function tidyFiles(db: Database, home: string | null): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('warc_files')
    .select(['id', 'path', 'state'])
    .where('state', '<>', 'complete')
    .execute();
  const gone: string[] = [];
  for (const { id, path, state } of rows) {
    const file = warcPath(home, path);
    await rm(partOf(file), { force: true });
    await rm(file, { force: true });
    await db.deleteFrom('warc_files').where('id', '=', id).execute();
    if (state === 'leaving') gone.push(file);
  }
  return gone;
}

/** A clock that was set back makes no stored page wrong. */
const ANY_TIME = new Date(8.64e15);

interface Written {
  readonly place: Place;
  readonly hash: string;
}

/** Reads the file back: each record where it is said to be, with the body that it is said to have. */
async function prove(path: string, written: readonly Written[]): Promise<void> {
  const file = await open(path, 'r');
  try {
    let next = 0;
    for await (const item of readWarc(file)) {
      if (item.kind === 'fault') throw unfit(path, `${item.code} at ${item.offset}`);
      const found = await pageOfRecord(item.record, MAX_RECORD, ANY_TIME);
      if (isFault(found)) {
        if (found.code === 'no-page') continue;
        throw unfit(path, `${found.code} at ${item.offset}`);
      }
      const expected = written[next];
      const digest = item.record.fields.get('warc-payload-digest');
      // The digest was proved against the body just now.
      if (item.offset !== expected?.place.offset || digest !== `sha256:${expected.hash}`)
        throw unfit(path, `another page at ${item.offset}`);
      next += 1;
    }
    if (next !== written.length) throw unfit(path, `${next} of ${written.length} pages`);
  } finally {
    await file.close();
  }
}

const unfit = (path: string, what: string) =>
  new DiembaoError(
    'warc-unfit',
    `WARC ${path}: what was read back is not what was written: ${what}`,
    {
      hint: 'the archive was not changed; is the disk sound?',
    },
  );

/** One file with what fits into it; null where there is nothing to move. */
async function moveSome(
  db: Database,
  home: string | null,
  pages: Pick<Pages, 'get'>,
  before: string,
  options: MoveOptions,
  done: number,
): Promise<(MoveReport['files'][number] & Pick<MoveReport, 'pages' | 'bodies'>) | null> {
  const { signal, onProgress, now, software } = options;
  let after = 0;
  const slice = () =>
    movable(db, before)
      .select(['pages.id', 'body_hash'])
      .where('pages.id', '>', after)
      .orderBy('pages.id')
      .limit(SLICE)
      .execute();
  let rows = await slice();
  if (rows.length === 0 || signal?.aborted) return null;

  const directory = resolve(options.directory ?? join(home ?? '', WARC_DIRECTORY));
  await mkdir(directory, { recursive: true });
  const date = now().toISOString();
  const { id, path } = await announce(db, home, directory, date);
  const writer = await openWarcWriter(path, software, date);
  try {
    const written: Written[] = [];
    const places = new Map<string, Place>();
    const full = () => writer.bytes() >= (options.maxFileBytes ?? FILE_BYTES);
    while (rows.length > 0 && !signal?.aborted && !full()) {
      for (const { id: page, body_hash: hash } of rows) {
        if (signal?.aborted || full()) break;
        after = page;
        const stored = await pages.get(page);
        if (stored === null) continue;
        const place = await writer.add(stored.newspaper, stored);
        written.push({ place, hash });
        if (!places.has(hash)) places.set(hash, place);
        if (written.length % SLICE === 0) onProgress?.(done + written.length);
      }
      rows = await slice();
    }
    if (written.length === 0) {
      await writer.discard();
      await db.deleteFrom('warc_files').where('id', '=', id).execute();
      return null;
    }
    const sha256 = await writer.finish();
    await prove(partOf(path), written);
    await writer.keep();
    const bytes = writer.bytes();
    await db.transaction().execute(async (trx) => {
      for (const [hash, { offset, length }] of places) {
        await trx.insertInto('moved_bodies').values({ hash, warc: id, offset, length }).execute();
        await trx
          .updateTable('bodies')
          .set({ data: new Uint8Array() })
          .where('hash', '=', hash)
          .execute();
      }
      await trx
        .updateTable('warc_files')
        .set({ state: 'complete', bytes, sha256 })
        .where('id', '=', id)
        .execute();
    });
    onProgress?.(done + written.length);
    return { path, bytes, pages: written.length, bodies: places.size };
  } catch (error) {
    await writer.discard();
    throw error;
  }
}

/** A name that no file has; from here on it is ours to take away. */
async function announce(db: Database, home: string | null, directory: string, date: string) {
  return db.transaction().execute(async (trx) => {
    const { id } = await trx
      .insertInto('warc_files')
      .values({ path: date, state: 'writing', written_at: date })
      .returning('id')
      .executeTakeFirstOrThrow();
    const path = join(directory, `pages-${String(id).padStart(6, '0')}.warc.gz`);
    if (existsSync(path))
      throw new DiembaoError('warc-exists', `WARC ${path}: there is such a file already`, {
        hint: 'name another directory with --to: two archives never share one',
      });
    await trx
      .updateTable('warc_files')
      .set({ path: keptPath(home, path) })
      .where('id', '=', id)
      .execute();
    return { id, path };
  });
}

export async function movePages(
  db: Database,
  home: string | null,
  pages: Pick<Pages, 'get'>,
  before: string,
  options: MoveOptions,
): Promise<MoveReport> {
  await tidyFiles(db, home);
  const files: MoveReport['files'][number][] = [];
  let moved = 0;
  let bodies = 0;
  for (;;) {
    const some = await moveSome(db, home, pages, before, options, moved);
    if (some === null) return { pages: moved, bodies, files };
    moved += some.pages;
    bodies += some.bodies;
    files.push({ path: some.path, bytes: some.bytes });
  }
}
