/** Kysely over core/sqlite.ts. */
import { Kysely, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import type { Sqlite } from '../core/sqlite.ts';
import { bindableValues } from '../core/sqlite-values.ts';
import type { Tables } from './tables.ts';

/** The archive's tables, inside a transaction or not. */
export type Database = Kysely<Tables>;

const CACHED_STATEMENTS = 300;

/** Kysely's parameters are of no type: they get theirs here. */
function prepared(db: Sqlite, sql: string): SqliteStatement {
  const statement = db.prepare(sql);
  return {
    reader: statement.reader,
    all: (values) => statement.all(bindableValues(values)),
    run: (values) => statement.run(bindableValues(values)),
    iterate: (values) => statement.iterate(bindableValues(values)),
  };
}

/** What SqliteDialect needs of a database. Statements are kept, since Kysely prepares for every query. */
function dialectDatabase(db: Sqlite): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  const nothing: SqliteStatement = {
    reader: false,
    all: () => [],
    run: () => ({ changes: 0, lastInsertRowid: 0 }),
    iterate: () => [].values(),
  };
  return {
    prepare(sql) {
      // Taking the write lock at once: a transaction that reads first could not be waited for later.
      if (sql === 'begin' && !db.readOnly) return prepared(db, 'begin immediate');
      // After some errors SQLite has rolled back by itself; a second rollback would hide the error.
      if (sql === 'rollback' && !db.inTransaction) return nothing;
      const known = kept.get(sql);
      if (known !== undefined) return known;
      const statement = prepared(db, sql);
      if (kept.size >= CACHED_STATEMENTS)
        for (const oldest of kept.keys()) {
          kept.delete(oldest);
          break;
        }
      kept.set(sql, statement);
      return statement;
    },
    close: () => db.close(),
  };
}

export function openDatabase(db: Sqlite): Database {
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: dialectDatabase(db) }) });
}
