/**
 * Gives the room back that was freed inside the archive's file: a compact copy (SQLite's VACUUM INTO), proved as a
 * backup is, takes the file's place. It needs free disk for the copy, never memory.
 */
import { renameSync, rmSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { openSqlite } from '../core/sqlite.ts';
import { verified } from './backup.ts';
import { ARCHIVE_FILE } from './layout.ts';
import { takeLock } from './lock.ts';
import { syncPath } from './warc/write.ts';

export interface Compacted {
  /** Bytes of the file. */
  readonly before: number;
  readonly after: number;
  /** Free bytes that are needed and not there: nothing was done, the room inside the file is used for new pages. */
  readonly missing: number;
}

/** Beside the copy. */
const SPARE = 64e6;

/**
 * The archive in `directory` must be closed in this process.
 * @throws DiembaoError `archive-locked`, `backup-damaged`; the archive is as it was then
 */
export async function compactArchive(directory: string): Promise<Compacted> {
  const file = join(resolve(directory), ARCHIVE_FILE);
  const lock = takeLock(file, process.pid);
  const part = `${file}.part-${process.pid}`;
  try {
    const db = openSqlite(file);
    let needed: number;
    let before: number;
    try {
      db.pragma('wal_checkpoint(TRUNCATE)');
      before = db.bytes();
      const pages = Number(db.pragma('page_count')) - Number(db.pragma('freelist_count'));
      needed = pages * Number(db.pragma('page_size')) + SPARE;
      const { bavail, bsize } = await statfs(dirname(file));
      if (bavail * bsize < needed)
        return { before, after: before, missing: needed - bavail * bsize };
      db.vacuumInto(part);
    } finally {
      db.close();
    }
    await verified(part);
    await syncPath(part);
    for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    renameSync(part, file);
    await syncPath(dirname(file));
    return { before, after: statSync(file).size, missing: 0 };
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${part}${end}`, { force: true });
    lock.release();
  }
}
