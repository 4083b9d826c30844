/** Whether a title that somebody held before was public office. */
import { isPublicOffice } from '../offices.ts';
import { titleAt } from '../titles.ts';
import { words } from '../words.ts';

/** @param title without "nguyên", "cựu" */
export function isPublicTitle(title: string): boolean {
  const head = titleAt(words(title), 0);
  return head !== null && isPublicOffice({ title, former: false, kind: head.kind });
}
