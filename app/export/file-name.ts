/** Names of exported files, safe on every system. */
import type { FormatName } from './format.ts';
import type { ExportSource } from './source.ts';

const MOST = 60;
const REFUSED = /[\p{C}\p{Zl}\p{Zp}/\\:*?"<>|]+/gu;

export function exportFileName(
  { question, exportedAt }: Pick<ExportSource, 'question' | 'exportedAt'>,
  format: FormatName,
): string {
  const asked = [...question.normalize('NFC').replace(REFUSED, ' ').replace(/\s+/gu, ' ').trim()]
    .slice(0, MOST)
    .join('')
    .trim();
  return `Điểm Báo - ${asked === '' ? 'tất cả' : asked} - ${exportedAt.slice(0, 10)}.${format}`;
}

/**
 * The header that names a download: for every browser the name in ASCII, for all of today's in UTF-8 (RFC 5987).
 * @param ascii the name without marks
 */
export function contentDisposition(fileName: string, ascii: string): string {
  const plain = ascii.replace(/[^\w .-]/gu, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/gu,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
