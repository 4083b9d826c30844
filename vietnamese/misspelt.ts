/** Misspelt syllables: one letter too many, too few, another one, or two in the wrong order. */
import { compoundsAt } from './compounds.ts';
import { type KeyToken, keyTokens } from './key-text.ts';
import { isSyllable, splitTone } from './syllables.ts';
import { placeTone } from './tone-placement.ts';

/** Shorter ones are near to too many others. */
const SHORTEST = 5;
const LETTERS = [...'abcdeghiklmnopqrstuvxyăâđêôơư'];

/** Every word that is one slip away; most are no syllables. */
function* oneSlipAway(word: string): Generator<string> {
  for (let at = 0; at <= word.length; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (tail !== '') yield head + tail.slice(1);
    if (tail.length > 1) yield head + tail.charAt(1) + tail.charAt(0) + tail.slice(2);
    for (const letter of LETTERS) {
      yield head + letter + tail;
      if (tail !== '') yield head + letter + tail.slice(1);
    }
  }
}

/** Syllables that a word that is none may stand for: "thnah" -> "thanh" …; "trung" -> none, it is one itself. */
function syllablesFor(word: string): ReadonlySet<string> {
  const found = new Set<string>();
  const parts = splitTone(word);
  if (parts === null || word.length < SHORTEST || isSyllable(word)) return found;
  for (const plain of oneSlipAway(parts.plain)) {
    const syllable = placeTone(plain, parts.tone);
    if (isSyllable(syllable)) found.add(syllable);
  }
  return found;
}

/** How many syllables of a compound stand together around `at`; 0 where none does. */
function company(tokens: readonly KeyToken[], at: number): number {
  let longest = 0;
  for (let start = Math.max(0, at - 4); start <= at; start++)
    for (const { length } of compoundsAt(tokens, start))
      if (start + length > at) longest = Math.max(longest, length);
  return longest;
}

/**
 * The text with its misspelt syllables put right where only a compound that they stand in tells how: "thnah phố"
 * -> "thanh phố", which finds "thành phố"; null where nothing was. A word that is a syllable is never touched:
 * "trung" is not "trong".
 */
export function putRight(text: string): string | null {
  let right = text.normalize('NFC');
  let changed = false;
  // From the end, so that the offsets before stay true.
  for (const token of [...keyTokens(right)].reverse()) {
    let best = { company: 1, syllable: '' };
    for (const syllable of syllablesFor(token.text.toLowerCase())) {
      const tried = right.slice(0, token.start) + syllable + right.slice(token.end);
      const tokens = keyTokens(tried);
      const found = company(
        tokens,
        tokens.findIndex(({ start }) => start === token.start),
      );
      if (found > best.company) best = { company: found, syllable };
    }
    if (best.syllable === '') continue;
    right = right.slice(0, token.start) + best.syllable + right.slice(token.end);
    changed = true;
  }
  return changed ? right : null;
}
