/** Where the bodies of raw pages lie: in the database, in a WARC file, or nowhere any more. */
import { open } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import { codeOf, GiveUp } from '../core/errors.ts';
import { sha256 } from '../core/ids.ts';
import { decompress } from './compression.ts';
import { parseHttp } from './warc/http-message.ts';
import { MAX_RECORD, readRecordAt } from './warc/read.ts';
import { isFault } from './warc/record.ts';

/** A body's row with its place, as `pages` reads it. */
export interface BodyRow {
  readonly hash: string;
  readonly data: Uint8Array;
  /** The hash again where the body is not in the database. */
  readonly moved: string | null;
  /** Null: forgotten. */
  readonly path: string | null;
  readonly offset: number | null;
  readonly length: number | null;
}

/** Where a WARC file lies. @param home the data directory; null for an archive in memory */
export const warcPath = (home: string | null, path: string) =>
  isAbsolute(path) || home === null ? path : join(home, path);

/** How a file's place is kept: below the data directory without it, so that the directory may be moved. */
export function keptPath(home: string | null, path: string): string {
  const below = home === null ? path : relative(home, path);
  return below.startsWith('..') || isAbsolute(below) ? path : below;
}

/** @throws GiveUp `page-forgotten`, `page-lost` */
export async function bodyOf(home: string | null, row: BodyRow): Promise<Uint8Array> {
  if (row.moved === null) return decompress(row.data);
  if (row.path === null)
    throw new GiveUp('page-forgotten', `The raw page ${row.hash} was forgotten.`, {
      hint: 'it cannot be read again; what was read of it stays',
    });
  const path = warcPath(home, row.path);
  const body = await bodyAt(path, row.offset ?? 0, row.length ?? 0);
  if (typeof body !== 'string' && sha256(body) === row.hash) return body;
  const why = typeof body === 'string' ? body : 'holds another page at this place';
  throw new GiveUp('page-lost', `The raw page ${row.hash} cannot be read: ${path} ${why}.`, {
    hint: 'put the WARC file back, then run `diembao reparse` again',
  });
}

/** The body; or, in words, what is wrong with the file. */
async function bodyAt(path: string, offset: number, length: number): Promise<Uint8Array | string> {
  try {
    const file = await open(path, 'r');
    try {
      const record = await readRecordAt(file, offset, length);
      if (record === null) return `holds no whole record at ${offset}`;
      const message = await parseHttp(record.block, MAX_RECORD);
      return isFault(message) ? `holds a broken record at ${offset}` : new Uint8Array(message.body);
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOENT' ? 'is not there' : `cannot be read (${code})`;
  }
}
