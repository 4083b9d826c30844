/** A second index file beside the live one, and how it takes its place. */
import { randomInt } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DiembaoError } from '../../../core/errors.ts';
import { openSqlite, type Sqlite } from '../../../core/sqlite.ts';
import type { NewIndex } from '../../engine.ts';
import { type IndexFile, openIndexFile } from './index-file.ts';

/** A file's mark stands in SQLite's application_id; 0 where it was not built beside another. */
const LARGEST_MARK = 2 ** 31 - 1;
const RETRY_MS = 200;
const TRIES = 50;

export const besideFile = (file: string) => `${file.replace(/\.db$/u, '')}.next.db`;

export function markOf(file: string): string | null {
  if (!existsSync(file)) return null;
  const db = openSqlite(file, { readOnly: true });
  try {
    return String(db.pragma('application_id'));
  } finally {
    db.close();
  }
}

/** Deletes an index file and what SQLite keeps beside it. */
export function removeIndex(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
}

/** Everything that is written into the file itself. @throws DiembaoError `sqlite-busy` while readers hold it */
function settle(db: Sqlite): void {
  if (Number(db.pragma('wal_checkpoint(TRUNCATE)')) !== 0)
    throw new DiembaoError('sqlite-busy', `SQLite ${db.file}: readers hold the index`);
}

/**
 * Goes on with the file beside, or begins it.
 * @param live is let go of and replaced by `swap`
 */
export function openNewIndex(file: string, live: IndexFile): NewIndex {
  const beside = besideFile(file);
  const next = openIndexFile(beside, false);
  if (next.form() === 'unreadable') removeIndex(beside);
  const mark = next.use(({ db }) => {
    const known = Number(db.pragma('application_id'));
    if (known !== 0) return String(known);
    const made = randomInt(1, LARGEST_MARK);
    db.exec(`PRAGMA application_id = ${made}`);
    return String(made);
  });
  return {
    mark,
    put: async (documents) =>
      next.use(({ db, store }) => db.transaction(() => store.put(documents))),
    remove: async (ids) => next.use(({ db, store }) => db.transaction(() => store.remove(ids))),
    count: async () => next.use(({ store }) => store.count()),
    has: async (ids) => next.use(({ store }) => store.has(ids)),
    swap: async () => {
      next.use(({ db }) => settle(db));
      next.letGo();
      for (let i = 0; live.busy() && i < TRIES; i++) await pause(RETRY_MS);
      letLiveGo(file, live);
      // Who still reads the former file keeps its log open; by name it would become the new file's.
      for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
      renameSync(beside, file);
      for (const suffix of ['-wal', '-shm']) rmSync(`${beside}${suffix}`, { force: true });
      const directory = openSync(dirname(file), 'r');
      fsyncSync(directory);
      closeSync(directory);
    },
    close: async () => next.letGo(),
  };
}

/** The live file is whole without its log afterwards, so that it is good should the process die now. */
function letLiveGo(file: string, live: IndexFile): void {
  if (live.busy())
    throw new DiembaoError('sqlite-busy', `SQLite ${file}: a list is being read from the index`);
  live.letGo();
  if ((statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0) return;
  try {
    const db = openSqlite(file);
    try {
      settle(db);
    } finally {
      db.close();
    }
  } catch (error) {
    // A damaged one is worth nothing.
    if (!(error instanceof DiembaoError && error.code === 'sqlite-corrupt')) throw error;
  }
}
