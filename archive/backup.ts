/** A verified copy of an archive as one file, with the WARC files of its data directory, and the way back. */

import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
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

interface Warc {
  /** As the archive holds it. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

interface Verified {
  readonly counts: ArchiveCounts;
  readonly warcs: readonly Warc[];
}

/** What a sound archive file counts. @throws `backup-damaged`, `archive-foreign`, `archive-newer` */
export async function verified(file: string): Promise<Verified> {
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
    const warcs = await db
      .selectFrom('warc_files')
      .select(['path', 'sha256', 'bytes'])
      .where('state', '=', 'complete')
      .execute();
    return { counts: await counts(db, copy), warcs };
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

/** Copies the file and proves its hash; false where there is none. @throws `backup-damaged` */
async function copyWarc(from: string, to: string, { sha256 }: Warc): Promise<boolean> {
  if (!existsSync(from)) return false;
  mkdirSync(dirname(to), { recursive: true });
  const part = `${to}.part`;
  const hash = createHash('sha256');
  await pipeline(
    createReadStream(from),
    async function* (chunks) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(part),
  );
  if (hash.digest('hex') !== sha256) {
    rmSync(part, { force: true });
    throw new DiembaoError('backup-damaged', `WARC ${from}: it is not the file that was written`, {
      hint: 'put the right file in its place, or move it away: its pages are then lost',
    });
  }
  sync(part);
  renameSync(part, to);
  sync(dirname(to));
  return true;
}

/** Those of the data directory; what lies elsewhere is named only. @throws `backup-damaged` */
async function copyWarcs(
  from: string | null,
  to: string,
  warcs: readonly Warc[],
): Promise<BackupReport['warc']> {
  const left: string[] = [];
  let files = 0;
  let bytes = 0;
  for (const warc of warcs) {
    const source = from === null || isAbsolute(warc.path) ? null : join(from, warc.path);
    if (source === null || !(await copyWarc(source, join(to, warc.path), warc)))
      left.push(source ?? warc.path);
    else {
      files += 1;
      bytes += warc.bytes;
    }
  }
  return { files, bytes, left };
}

/** Writes `archive.db` into `directory`; nothing stands under that name before it is verified. */
export async function backup(
  db: Database,
  source: Sqlite,
  home: string | null,
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
    compareCounts(file, before, copied.counts, after);
    // The files first: a backup that has its name has them all.
    const warc = await copyWarcs(home, resolve(directory), copied.warcs);
    sync(part);
    renameSync(part, file);
    sync(directory);
    return { file, bytes: copied.counts.bytes, counts: copied.counts, warc };
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
    compareCounts(backupFile, found.counts, (await verified(part)).counts, found.counts);
    const warc = await copyWarcs(dirname(backupFile), dirname(target), found.warcs);
    sync(part);
    // A write-ahead log left from the old archive would be read into the new one.
    for (const end of ['-wal', '-shm']) rmSync(`${target}${end}`, { force: true });
    renameSync(part, target);
    sync(dataDirectory);
    return { file: target, bytes: found.counts.bytes, counts: found.counts, warc };
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${part}${end}`, { force: true });
    lock.release();
  }
}
