/**
 * Lists of numbers out of the index file: the articles that hold a phrase or a value, values in their order. A reader
 * keeps them while the file stays as it is, so that the next page, a facet clicked, or the reprints of a page look
 * for no word again.
 */
import type { Sqlite } from '../../../core/sqlite.ts';
import { openStatements, type Sql } from './sql.ts';

/** Numbers that are kept, four bytes each; a list counts as so many more, for the statement it is kept by. */
const MOST_KEPT = 4_000_000;
const OWN = 64;
const ZERO = 48;

export interface Rows {
  /** The column `n` of a statement. Not to be changed. */
  of(sql: Sql): Uint32Array;
  /** Forgets what is no longer so; before anything is read of one state of the file. */
  renew(): void;
}

/** Numbers parted by one space each. */
export function numbersIn(text: string): Uint32Array {
  let count = text === '' ? 0 : 1;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) count++;
  const numbers = new Uint32Array(count);
  for (let i = 0, at = 0; i < count; i++, at++) {
    let n = 0;
    for (; ; at++) {
      const digit = text.charCodeAt(at) - ZERO;
      // The end's is no number.
      if (!(digit >= 0)) break;
      n = n * 10 + digit;
    }
    numbers[i] = n;
  }
  return numbers;
}

/** @param most numbers that are kept */
export function openRows(db: Sqlite, most = MOST_KEPT): Rows {
  const statement = openStatements(db);
  /** The one that was asked for last stands last. */
  const kept = new Map<string, Uint32Array>();
  let count = 0;
  let version = 0;

  const read = ({ sql, values }: Sql): Uint32Array => {
    // One text instead of a row each: several times faster.
    const one = statement(`SELECT group_concat(n, ' ') AS numbers FROM (${sql})`);
    return numbersIn(String(one.all(values)[0]?.numbers ?? ''));
  };

  return {
    of(sql) {
      const key = JSON.stringify([sql.sql, ...sql.values]);
      const known = kept.get(key);
      if (known !== undefined) {
        kept.delete(key);
        kept.set(key, known);
        return known;
      }
      const rows = read(sql);
      kept.set(key, rows);
      count += OWN + rows.length;
      for (const [oldest, { length }] of kept) {
        if (count <= most || oldest === key) break;
        kept.delete(oldest);
        count -= OWN + length;
      }
      return rows;
    },
    renew() {
      // It changes with every commit of another connection; a connection that writes keeps nothing.
      const now = db.readOnly
        ? Number(statement('PRAGMA data_version').all()[0]?.data_version)
        : null;
      if (now === version) return;
      kept.clear();
      count = 0;
      version = now ?? 0;
    },
  };
}
