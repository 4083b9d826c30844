/** What may be bound to a SQLite statement and what its rows hold. Not the database itself: core/sqlite.ts. */
import { DiembaoError } from './errors.ts';

export type SqliteValue = string | number | bigint | Uint8Array | null;
export type SqliteRow = Record<string, SqliteValue>;

const MAX_INT64 = 2n ** 63n;

function refuse(what: string, at: number, hint: string): never {
  throw new DiembaoError('sqlite-bad-value', `SQLite value ${at + 1}: ${what} cannot be bound`, {
    hint,
  });
}

/** The value as libsql takes it. It stores every number as REAL, so whole ones go as bigint. */
function bindable(value: unknown, at: number): SqliteValue {
  switch (typeof value) {
    case 'string':
      if (value.includes('\0'))
        refuse(
          'text with U+0000',
          at,
          'remove it, or store the text as bytes: it is cut when read',
        );
      return value;
    case 'number':
      if (!Number.isFinite(value)) refuse(String(value), at, 'use null where a number is unknown');
      return Number.isSafeInteger(value) ? BigInt(value) : value;
    case 'bigint':
      if (value >= MAX_INT64 || value < -MAX_INT64)
        refuse(`${value}`, at, 'integers have 64 bits at most');
      return value;
    case 'object':
      if (value === null || value instanceof Uint8Array) return value;
      return refuse(
        Array.isArray(value) ? 'an array' : value.constructor?.name || 'an object',
        at,
        'turn it into text or bytes first',
      );
    default:
      return refuse(typeof value, at, 'use 0 or 1 for a boolean, null for what is absent');
  }
}

/**
 * Checks the values of one statement before native code sees them: there a boolean, or an object in the
 * place of the list, ends the whole process.
 * @throws DiembaoError `sqlite-bad-value`
 */
export function bindableValues(values: unknown): SqliteValue[] {
  if (!Array.isArray(values))
    throw new DiembaoError('sqlite-bad-value', `SQLite values: a list is needed, not ${values}`, {
      hint: 'pass the values as one array',
    });
  return Array.from(values, bindable);
}

function evened(value: unknown): unknown {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (Buffer.isBuffer(value))
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return value;
}

/** The row as it should have come: every blob a plain Uint8Array. Changes it in place. */
export function evenedRow(row: object): SqliteRow {
  const out = row as SqliteRow;
  for (const key in out) {
    const value = out[key];
    if (typeof value === 'object' && value !== null) out[key] = evened(value) as SqliteValue;
  }
  return out;
}
