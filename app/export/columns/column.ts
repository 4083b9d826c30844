/** What a column of an export is. */
import type { StoredArticle } from '../../../archive/port.ts';
import { vietnamTime } from '../../../core/clock.ts';

/** `day`: `YYYY-MM-DD`; `moment`: `YYYY-MM-DDTHH:mm:ss+07:00`; an empty cell is null. */
export type Cell =
  | { readonly type: 'text' | 'day' | 'moment'; readonly value: string | null }
  | { readonly type: 'number'; readonly value: number };

export interface ColumnContext {
  readonly newspaperName: (id: string) => string | null;
}

type Read<T> = (stored: StoredArticle, context: ColumnContext) => T;

export interface Column {
  /** The name that programs read. */
  readonly id: string;
  /** The heading that people read. */
  readonly heading: string;
  readonly meaning: string;
  /** In characters. */
  readonly width: number;
  readonly cell: Read<Cell>;
}

type About = Omit<Column, 'cell'>;

const cellOf =
  (type: 'text' | 'day' | 'moment') =>
  (about: About, read: Read<string | null>): Column => ({
    ...about,
    cell: (stored, context) => ({ type, value: read(stored, context) || null }),
  });

export const text = cellOf('text');
export const day = cellOf('day');

/** @param read an instant in UTC; shown in Vietnam's time */
export const moment = (about: About, read: Read<string | null>): Column =>
  cellOf('moment')(about, (stored, context) => {
    const instant = read(stored, context);
    return instant === null ? null : vietnamTime(new Date(instant));
  });

export const count = (about: About, read: Read<number>): Column => ({
  ...about,
  cell: (stored, context) => ({ type: 'number', value: read(stored, context) }),
});

const oneLine = (item: string | null) => (item ?? '').replace(/\s*\n\s*/gu, ' ');

/** Several things, one a line; nothing at all where all are empty. */
export const list = (about: About, read: Read<readonly (string | null)[]>): Column =>
  text(about, (stored, context) => {
    const items = read(stored, context);
    return items.some(Boolean) ? items.map(oneLine).join('\n') : null;
  });
