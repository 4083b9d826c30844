/** What every format of an export is handed and gives. */
import type { StoredArticle } from '../../archive/port.ts';
import type { ColumnContext } from './columns.ts';
import type { ExportSource } from './source.ts';

export const FORMATS = ['csv', 'xlsx', 'jsonl'] as const;
export type FormatName = (typeof FORMATS)[number];

export interface FormatInput extends ColumnContext {
  /** In order; read once, only as fast as the bytes are taken. */
  readonly articles: AsyncIterable<StoredArticle>;
  readonly source: ExportSource;
  /** Asked behind the last article: what is missing, in words; null where all were given. */
  readonly missing: () => string | null;
}

export interface Format {
  readonly name: FormatName;
  readonly contentType: string;
  /** Pulled by whoever reads: nothing is made before it is asked for. */
  readonly write: (input: FormatInput) => AsyncIterable<Uint8Array>;
}
