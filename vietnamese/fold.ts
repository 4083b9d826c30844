/** Folding: the form in which "Hà Tĩnh", "HÀ TĨNH" and "ha tinh" are one. */
import { comparable } from './normalise.ts';

const ASCII_LOWER = /^[\x00-\x40\x5b-\x7f]*$/u;
const ASCII = /^[\x00-\x7f]*$/u;

/**
 * Lower case, all marks dropped, đ -> d, NFKD. Idempotent; may change the length, so it serves keys and
 * comparisons, never offsets.
 */
export function fold(text: string): string {
  if (ASCII_LOWER.test(text)) return text;
  if (ASCII.test(text)) return text.toLowerCase();
  return comparable(text)
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/gu, 'd')
    .replace(/ı/gu, 'i');
}
