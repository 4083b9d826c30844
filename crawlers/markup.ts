/** Whether an answer is a page at all. */
import type { RawPage } from '../core/raw-page.ts';

/** Declared as markup, or looking like it; a PDF or an image is neither. */
export function isMarkup(page: Pick<RawPage, 'headers' | 'body'>): boolean {
  const type = page.headers['content-type'] ?? 'text/html';
  if (/^\s*(?:text\/html|application\/xhtml\+xml|text\/plain)/iu.test(type)) return true;
  const head = new TextDecoder('latin1').decode(page.body.subarray(0, 512));
  return /^[\s\u{feff}ï»¿]*<(?:!doctype html|html|head|body)/iu.test(head);
}
