/** Statements of the index file. */
import type { Sqlite, SqliteStatement } from '../../../core/sqlite.ts';

/** A statement that carries its own values. */
export interface Sql {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/**
 * Makes the statement of a text once. A statement made anew for each search would cost its making, and libsql some
 * kilobytes of memory that never come back.
 */
export function openStatements(db: Sqlite): (sql: string) => SqliteStatement {
  const made = new Map<string, SqliteStatement>();
  return (sql) => {
    let statement = made.get(sql);
    if (statement === undefined) {
      statement = db.prepare(sql);
      made.set(sql, statement);
    }
    return statement;
  };
}
