/** Authors of layouts that have no byline element: the last paragraph, bold or set to the right. */
import type { Element } from 'domhandler';
import { isBold, textBlocks } from './lead-paragraph.ts';
import { isByline } from './names.ts';

export function signedAtEnd(body: Element): readonly string[] {
  const last = textBlocks(body).at(-1);
  return last && (last.right || isBold(last)) && isByline(last.text) ? [last.text] : [];
}
