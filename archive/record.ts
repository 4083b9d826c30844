/** Records to bytes and back. */
import { Article } from '../core/article.ts';
import { DiembaoError } from '../core/errors.ts';
import { sha256 } from '../core/ids.ts';
import { compressText, decompressText } from './compression.ts';

/** JSON with the keys of every object sorted, so that equal records give equal text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, v: unknown) =>
    typeof v === 'object' && v !== null && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );
}

/** sha256 of the record without its stamps. */
export function contentHash({ stamps: _, ...content }: Article): string {
  return sha256(canonical(content));
}

/** @throws DiembaoError `archive-bad-record` where it is not of the record's form */
export function checkedRecord(value: unknown, id: string): Article {
  const parsed = Article.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new DiembaoError(
    'archive-bad-record',
    `archive: the record of article ${id} is not of this program's form`,
    { cause: parsed.error, hint: 'read its page again (reparse)' },
  );
}

export function packRecord(article: Article): Uint8Array {
  return compressText(canonical(article));
}

export function unpackRecord(data: Uint8Array, id: string): Article {
  return checkedRecord(JSON.parse(decompressText(data)), id);
}
