/** SQLite's error codes as ours. */
import { codeOf, DiembaoError, messageOf } from './errors.ts';

/** The beginning of SQLite's code -> our code and what the operator can do. The first that fits counts. */
const CODES: readonly (readonly [string, string, string | null])[] = [
  ['SQLITE_BUSY', 'sqlite-busy', 'another process writes to this database: try again later'],
  ['SQLITE_LOCKED', 'sqlite-locked', 'a statement on the same table has not ended'],
  ['SQLITE_FULL', 'disk-full', 'free space on the disk; nothing that was committed is lost'],
  ['SQLITE_CORRUPT', 'sqlite-corrupt', 'restore the newest backup'],
  ['SQLITE_NOTADB', 'sqlite-corrupt', 'this file is no database: restore the newest backup'],
  ['SQLITE_READONLY', 'sqlite-readonly', 'it was opened to be read only'],
  ['SQLITE_CONSTRAINT', 'sqlite-constraint', null],
  ['SQLITE_CANTOPEN', 'sqlite-cannot-open', 'check that the path exists and may be written'],
  ['SQLITE_IOERR', 'sqlite-io', 'check the disk'],
  ['SQLITE_TOOBIG', 'sqlite-too-big', 'one value is larger than SQLite takes'],
];

/**
 * Anything that libsql threw, as DiembaoError with its cause; our own errors pass unchanged.
 * @param where the database's file
 * @param sql the statement, shortened in the message
 */
export function sqliteError(error: unknown, where: string, sql?: string): DiembaoError {
  if (error instanceof DiembaoError) return error;
  const message = messageOf(error);
  const native = message.includes('ConnectionFailed') ? 'SQLITE_CANTOPEN' : codeOf(error);
  const [, code, hint] = CODES.find(([begin]) => native.startsWith(begin)) ?? [
    '',
    'sqlite-error',
    null,
  ];
  const statement = sql === undefined ? '' : ` in: ${sql.slice(0, 300)}`;
  return new DiembaoError(code, `SQLite ${where}: ${message}${statement}`, {
    cause: error,
    ...(hint === null ? {} : { hint }),
  });
}
