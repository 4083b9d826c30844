/**
 * The beginning of a feed, sitemap or listing, by which one that says "unchanged" is checked without being fetched
 * whole: its first kilobyte and its length. What is new stands at the top, or makes it longer.
 */
import { sha256 } from '../core/ids.ts';

export const HEAD_BYTES = 1_024;

/**
 * Length and beginning as one word, to be compared.
 * @param body the whole, or its beginning of at least HEAD_BYTES
 * @param length of the whole
 */
export const headOf = (body: Uint8Array, length = body.length): string =>
  `${length} ${sha256(body.subarray(0, HEAD_BYTES))}`;
