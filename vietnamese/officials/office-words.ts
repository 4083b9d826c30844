/** The form in which two printings of one office are equal. */
import { expansions } from '../abbreviations.ts';
import { canonicalTone } from '../canonical-tone.ts';
import { isSyllable } from '../syllables.ts';
import { words } from '../words.ts';

const SHORT: Readonly<Record<string, string>> = { tp: 'thành phố', tx: 'thị xã', tt: 'thị trấn' };

/**
 * "Chủ tịch UBND TP Vinh" -> "chủ tịch ủy ban nhân dân thành phố vinh": small letters, abbreviations spelled
 * out, tone marks in one place. What is typed without marks stays without.
 */
export function officeWords(title: string): string {
  return words(canonicalTone(title.normalize('NFC')))
    .filter(({ punct }) => !punct)
    .map(({ text, low }) => {
      if (SHORT[low] !== undefined) return SHORT[low];
      const capitals = /\p{Lu}.*\p{Lu}/u.test(text);
      const typed = low.length > 2 && !isSyllable(low);
      return capitals || typed ? (expansions(text)[0] ?? low) : low;
    })
    .join(' ')
    .toLowerCase();
}
