/** Captions that a CMS makes up: the headline, the headline with "ảnh 1", a file name. */
import { fold } from '../../vietnamese/index.ts';
import { clean } from '../page/text.ts';

const NUMBERED = /\s*[-–—:]?\s*(?:hình\s+)?(?:ảnh|hình|hinh anh)(?:\s+số)?\s+\d{1,3}\s*$/iu;
const FILE_NAME = /^[^\s]*\.(?:jpe?g|png|gif|webp|bmp|avif|heic)$/iu;

export function isAutomatic(caption: string, headline: string | null): boolean {
  if (caption === '' || FILE_NAME.test(caption) || NUMBERED.test(caption)) return true;
  return headline !== null && sameText(caption, headline);
}

/** Equal but for case, marks and punctuation at the ends. */
export function sameText(a: string, b: string): boolean {
  // Folding is dear, and what it drops is little.
  if (Math.abs(a.length - b.length) > 12) return false;
  return key(a) === key(b);
}

function key(text: string): string {
  return fold(clean(text)).replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '');
}
