/** Telling pages that cannot be read any more from everything else that is thrown. */
import { codeOf } from '../core/errors.ts';
import type { OutcomeCode } from '../core/outcomes.ts';

/** What `pages.get` threw because the page's body is away, as an outcome; null for any other error. */
export function unreadable(
  error: unknown,
): Extract<OutcomeCode, 'page-forgotten' | 'page-lost'> | null {
  const code = codeOf(error);
  return code === 'page-forgotten' || code === 'page-lost' ? code : null;
}
