/** A verified copy of an archive as one file, and the way back. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DiembaoError } from '../core/errors.ts';
import { openSqlite, type Sqlite } from '../core/sqlite.ts';
import { type Database, openDatabase } from './database.ts';
import { ARCHIVE_FILE } from './layout.ts';
import { takeLock } from './lock.ts';
import { schemaVersion } from './migrate.ts';
import type { ArchiveCounts, BackupReport } from './port.ts';
import { counts, faults } from './soundness.ts';

function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Counts of a sound archive file. @throws `backup-damaged`, `archive-foreign`, `archive-newer` */
async function verified(file: string): Promise<ArchiveCounts> {
  const copy = openSqlite(file, { readOnly: true });
  try {
    if (schemaVersion(copy) === 0)
      throw new DiembaoError('archive-foreign', `backup ${file}: there is no archive in it`);
    const db = openDatabase(copy);
    const found = await faults(db);
    if (found.length > 0)
      throw new DiembaoError('backup-damaged', `backup ${file}: ${found.join('; ')}`, {
        hint: 'use another backup',
      });
    return await counts(db, copy);
  } finally {
    copy.close();
  }
}

/** What only grows must lie between the counts taken before and after the copy. */
function compareCounts(
  file: string,
  before: ArchiveCounts,
  copy: ArchiveCounts,
  after: ArchiveCounts,
) {
  for (const what of ['urls', 'pages', 'articles', 'revisions'] as const)
    if (copy[what] < before[what] || copy[what] > after[what])
      throw new DiembaoError(
        'backup-incomplete',
        `backup ${file}: ${copy[what]} ${what}, the archive had ${before[what]} before and ${after[what]} after`,
        { hint: 'run the backup again' },
      );
}

/** Writes `archive.db` into `directory`; nothing stands under that name before it is verified. */
export async function backup(
  db: Database,
  source: Sqlite,
  directory: string,
): Promise<BackupReport> {
  mkdirSync(directory, { recursive: true });
  const file = join(resolve(directory), ARCHIVE_FILE);
  if (existsSync(file))
    throw new DiembaoError('backup-exists', `backup ${file}: there is a backup already`, {
      hint: 'name another directory for each backup',
    });
  const part = `${file}.part-${process.pid}`;
  rmSync(part, { force: true });
  try {
    const before = await counts(db, source);
    source.vacuumInto(part);
    const after = await counts(db, source);
    const copied = await verified(part);
    compareCounts(file, before, copied, after);
    sync(part);
    renameSync(part, file);
    sync(directory);
    return { file, bytes: copied.bytes, counts: copied };
  } finally {
    rmSync(part, { force: true });
  }
}

async function holdsAnything(file: string): Promise<boolean> {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0) return false;
  const old = openSqlite(file, { readOnly: true });
  try {
    if (schemaVersion(old) === 0) return false;
    const { urls, pages, articles } = await counts(openDatabase(old), old);
    return urls + pages + articles > 0;
  } finally {
    old.close();
  }
}

/**
 * Verifies a backup and puts it in the place of the archive in `dataDirectory`. The search index must be
 * built anew afterwards.
 * @param from the backup's file, or the directory that holds it
 * @param options.force replaces an archive that is not empty
 * @throws DiembaoError `backup-missing`, `backup-damaged`, `archive-not-empty`, `archive-locked`
 */
export async function restoreBackup(
  from: string,
  dataDirectory: string,
  options: { readonly force?: boolean } = {},
): Promise<BackupReport> {
  const stat = statSync(from, { throwIfNoEntry: false });
  const backupFile = stat?.isDirectory() ? join(from, ARCHIVE_FILE) : from;
  if (!existsSync(backupFile))
    throw new DiembaoError('backup-missing', `backup ${backupFile}: there is no such file`);
  const target = join(resolve(dataDirectory), ARCHIVE_FILE);
  const found = await verified(backupFile);
  mkdirSync(dataDirectory, { recursive: true });
  const lock = takeLock(target, process.pid);
  const part = `${target}.part-${process.pid}`;
  try {
    if (options.force !== true && (await holdsAnything(target)))
      throw new DiembaoError('archive-not-empty', `archive ${target}: it is not empty`, {
        hint: 'move it away, or restore with --force, which replaces it',
      });
    await copyFile(backupFile, part);
    compareCounts(backupFile, found, await verified(part), found);
    sync(part);
    // A write-ahead log left from the old archive would be read into the new one.
    for (const end of ['-wal', '-shm']) rmSync(`${target}${end}`, { force: true });
    renameSync(part, target);
    sync(dataDirectory);
    return { file: target, bytes: found.bytes, counts: found };
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${part}${end}`, { force: true });
    lock.release();
  }
}
