/**
 * The door to SQLite, and the only importer of `libsql`, whose traps end here: values are checked before
 * native code sees them, rows come out the same from every method, an iteration left early lets go of its
 * table, read-only means read-only. Synchronous; knows nothing of what is stored.
 */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import Native from 'libsql';
import { DiembaoError } from './errors.ts';
import { sqliteError } from './sqlite-errors.ts';
import { bindableValues, evenedRow, type SqliteRow, type SqliteValue } from './sqlite-values.ts';

export type { SqliteRow, SqliteValue } from './sqlite-values.ts';

export interface SqliteOptions {
  /** Writing fails with `sqlite-readonly`; the file must exist. */
  readonly readOnly?: boolean;
  /** How long a statement waits for another connection, in milliseconds. 5000 by default. */
  readonly busyTimeoutMs?: number;
  /** Write-ahead log by default: readers beside the writer. */
  readonly journal?: 'wal' | 'delete';
  /** Size of the page cache in KiB. 32 MiB by default. */
  readonly cacheKib?: number;
}

export interface SqliteResult {
  readonly changes: number;
  readonly lastInsertRowid: number;
}

/**
 * A prepared statement. Values stand for its `?` in order and always come as one list.
 * Integers are read as numbers: beyond 2^53 they are rounded.
 */
export interface SqliteStatement {
  /** Gives rows. */
  readonly reader: boolean;
  get(values?: readonly SqliteValue[]): SqliteRow | undefined;
  all(values?: readonly SqliteValue[]): SqliteRow[];
  run(values?: readonly SqliteValue[]): SqliteResult;
  /** Row by row; may be left at any time. Iterations of one statement may overlap. */
  iterate(values?: readonly SqliteValue[]): IterableIterator<SqliteRow>;
}

/** An open database. Its errors are DiembaoErrors: see core/sqlite-errors.ts; `sqlite-closed` after close. */
export interface Sqlite {
  /** Absolute path, or `:memory:`. */
  readonly file: string;
  readonly readOnly: boolean;
  readonly inTransaction: boolean;
  prepare(sql: string): SqliteStatement;
  /** Runs any number of statements without values. */
  exec(sql: string): void;
  /** The first column of the first row of `PRAGMA what`. */
  pragma(what: string): SqliteValue;
  /** All or nothing; inside another one a savepoint. `work` must be synchronous. Answers what it answers. */
  transaction<T>(work: () => T): T;
  /** A compact copy as a new file, while others write. */
  vacuumInto(file: string): void;
  /** Of the file with its write-ahead log. */
  bytes(): number;
  close(): void;
}

/** Opens a database, or creates it; `:memory:` for one that nobody keeps. */
export function openSqlite(path: string, options: SqliteOptions = {}): Sqlite {
  const memory = path === ':memory:';
  const readOnly = options.readOnly ?? false;
  const file = memory ? path : resolve(path);
  if (readOnly && !memory && !existsSync(file))
    throw new DiembaoError('sqlite-cannot-open', `SQLite ${file}: there is no such file`);
  const guard = <T>(work: () => T, sql?: string): T => {
    if (!open) throw new DiembaoError('sqlite-closed', `SQLite ${file}: the database is closed`);
    try {
      return work();
    } catch (error) {
      throw sqliteError(error, file, sql);
    }
  };
  let open = true;
  // libsql ignores its `readonly` option; SQLite's own mode=ro does not.
  const target = memory || !readOnly ? file : `${pathToFileURL(file).href}?mode=ro`;
  const db = guard(() => new Native(target, { timeout: options.busyTimeoutMs ?? 5000 }));
  const exec = (sql: string) => guard(() => db.exec(sql), sql);

  function prepare(sql: string): SqliteStatement {
    const fresh = () => db.prepare<unknown[]>(sql);
    let native = guard(fresh, sql);
    // libsql's get() binds nothing after all(), run() or a failure: it would answer for the values before.
    let fitForGet = true;
    const call = <T>(values: unknown, work: (bound: SqliteValue[]) => T): T =>
      guard(() => {
        const bound = bindableValues(values);
        fitForGet = false;
        return work(bound);
      }, sql);
    const all = (bound: SqliteValue[]) => native.all(bound).map((row) => evenedRow(Object(row)));
    return {
      reader: native.reader,
      all: (values = []) => call(values, all),
      run: (values = []) =>
        call(values, (bound) => {
          // libsql's run() stops at the first row and leaves the statement open.
          if (native.reader) all(bound);
          const done = native.reader ? lastChange() : native.run(bound);
          return { changes: Number(done.changes), lastInsertRowid: Number(done.lastInsertRowid) };
        }),
      get: (values = []) => {
        if (!fitForGet) native = guard(fresh, sql);
        return call(values, (bound) => {
          const row = native.get(bound);
          fitForGet = true;
          if (row === undefined || row === null) return undefined;
          const evened = evenedRow(Object(row));
          delete evened._metadata;
          return evened;
        });
      },
      iterate: (values = []) => iterate(sql, values),
    };
  }

  /** The first column of the first row. */
  function scalar(sql: string): SqliteValue {
    const row = guard(() => db.prepare<unknown[]>(sql).all([]), sql)[0];
    return row === undefined ? null : (Object.values(evenedRow(Object(row)))[0] ?? null);
  }
  const lastChange = () => ({
    changes: scalar('SELECT changes()'),
    lastInsertRowid: scalar('SELECT last_insert_rowid()'),
  });

  function* iterate(sql: string, values: unknown): IterableIterator<SqliteRow> {
    const bound = bindableValues(values);
    // A statement of its own: a second iteration of the same native one would cut off the first.
    const native = guard(() => db.prepare<unknown[]>(sql), sql);
    const rows = guard(() => native.iterate(bound), sql);
    let ended = false;
    try {
      for (;;) {
        const next = guard(() => rows.next(), sql);
        if (next.done === true) break;
        yield evenedRow(Object(next.value));
      }
      ended = true;
    } finally {
      if (!ended && open) letGo(sql, native, rows, bound);
    }
  }

  /** Left early, the statement would keep its table locked. `get` resets it; what may write is read to its end. */
  function letGo(
    sql: string,
    native: { get(bound: SqliteValue[]): unknown },
    rows: Iterator<unknown>,
    bound: SqliteValue[],
  ): void {
    if (/^\s*(select|values)\s/i.test(sql)) guard(() => native.get(bound), sql);
    else while (guard(() => rows.next(), sql).done !== true);
  }

  const pragma = (what: string) => scalar(`PRAGMA ${what}`);

  let depth = 0;
  function transaction<T>(work: () => T): T {
    const nested = db.inTransaction;
    const name = `level_${depth}`;
    exec(nested ? `SAVEPOINT ${name}` : readOnly ? 'BEGIN' : 'BEGIN IMMEDIATE');
    depth++;
    try {
      const result = work();
      if (result instanceof Promise)
        throw new DiembaoError('sqlite-async', `SQLite ${file}: a transaction must be synchronous`);
      exec(nested ? `RELEASE ${name}` : 'COMMIT');
      return result;
    } catch (error) {
      // SQLite has rolled back by itself after some errors (disk full).
      if (open && db.inTransaction)
        exec(nested ? `ROLLBACK TO ${name}; RELEASE ${name}` : 'ROLLBACK');
      throw error;
    } finally {
      depth--;
    }
  }

  try {
    exec('PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY');
    exec(`PRAGMA cache_size = -${options.cacheKib ?? 32 * 1024}`);
    if (!readOnly) {
      if (!memory) pragma(`journal_mode = ${options.journal ?? 'wal'}`);
      exec('PRAGMA synchronous = NORMAL');
    }
  } catch (error) {
    db.close();
    throw error;
  }

  return {
    file,
    readOnly,
    get inTransaction() {
      return open && db.inTransaction;
    },
    prepare,
    exec,
    pragma,
    transaction,
    vacuumInto: (into) => {
      prepare('VACUUM INTO ?').run([resolve(into)]);
    },
    bytes: () => {
      if (memory) return Number(pragma('page_count')) * Number(pragma('page_size'));
      return [file, `${file}-wal`].reduce(
        (sum, part) => sum + (statSync(part, { throwIfNoEntry: false })?.size ?? 0),
        0,
      );
    },
    close: () => {
      if (!open) return;
      try {
        // libsql keeps the connection, with its transaction, until its statements are collected.
        if (db.inTransaction) exec('ROLLBACK');
        if (!readOnly && !memory) pragma('wal_checkpoint(TRUNCATE)');
      } finally {
        open = false;
        db.close();
      }
    },
  };
}
