/**
 * One writing process at a time. The lock is a small SQLite database beside the archive: a transaction that
 * stays open holds it, so the system lets go of it when the process dies, however it dies, and a number that
 * another process got since can't be mistaken for the holder. Inside stands the pid, for the message.
 */
import { codeOf, DiembaoError } from '../core/errors.ts';
import { openSqlite, type Sqlite } from '../core/sqlite.ts';

export interface Lock {
  release(): void;
}

export const lockFile = (archiveFile: string) => `${archiveFile}.lock`;

const busy = (error: unknown) => codeOf(error) === 'sqlite-busy';

function holder(lock: Sqlite): number | null {
  const row = lock.prepare('SELECT pid FROM holder').all()[0];
  return typeof row?.pid === 'number' ? row.pid : null;
}

/** @throws DiembaoError `archive-locked`, naming the pid that writes */
export function takeLock(archiveFile: string, pid: number): Lock {
  const file = lockFile(archiveFile);
  // A rollback journal: readers still see the pid while the lock is held.
  const lock = openSqlite(file, { busyTimeoutMs: 0, journal: 'delete' });
  try {
    lock.transaction(() => {
      lock.exec('CREATE TABLE IF NOT EXISTS holder (pid INTEGER NOT NULL)');
      lock.exec('DELETE FROM holder');
      lock.prepare('INSERT INTO holder (pid) VALUES (?)').run([pid]);
    });
    lock.exec('BEGIN IMMEDIATE');
  } catch (error) {
    const other = busy(error) ? holder(lock) : null;
    lock.close();
    if (!busy(error)) throw error;
    throw new DiembaoError(
      'archive-locked',
      `archive ${archiveFile}: process ${other ?? 'unknown'} is writing to it`,
      { cause: error, hint: 'stop that process first, or open the archive to read only' },
    );
  }
  return { release: () => lock.close() };
}

/** The pid of the process that writes to the archive; null when none does. */
export function lockHolder(archiveFile: string): number | null {
  let lock: Sqlite;
  try {
    lock = openSqlite(lockFile(archiveFile), { busyTimeoutMs: 0, journal: 'delete' });
  } catch (error) {
    if (codeOf(error) === 'sqlite-cannot-open') return null;
    throw error;
  }
  try {
    lock.transaction(() => undefined);
    return null;
  } catch (error) {
    if (!busy(error)) throw error;
    return holder(lock);
  } finally {
    lock.close();
  }
}
