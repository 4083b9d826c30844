/** Where a list goes on: the sort key and number of the last row given, so that new rows shift nothing. */
import { z } from 'zod';
import { DiembaoError } from '../core/errors.ts';
import { told } from '../i18n/text.ts';
import type { Slice } from './port.ts';

const Cursor = z.tuple([z.string(), z.int()]);
export type Cursor = z.infer<typeof Cursor>;

function written(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** @throws DiembaoError `archive-bad-cursor` */
export function readCursor(text: string): Cursor {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch (cause) {
    throw new DiembaoError(
      'archive-bad-cursor',
      told('“{text}” không phải chỗ nối tiếp của danh sách', { text: text.slice(0, 40) }),
      { cause, hint: told('Mở lại danh sách từ đầu.') },
    );
  }
}

/** The slice of at most `limit` of rows that were asked for with `limit + 1`. */
export function slice<R, T>(
  rows: readonly R[],
  limit: number,
  at: (row: R) => Cursor,
  item: (row: R) => T,
): Slice<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items: shown.map(item), next: more ? written(at(last)) : null };
}
