/** Looking back from a place within its sentence, and the lists of words that tell its role. */
import { dataFile } from './data-file.ts';
import type { Syllable } from './places-text.ts';
import { pair } from './places-type-words.ts';

/** Lists of words in data/place-roles.json; all in lower case, of one syllable or two. */
export type WordList =
  | 'homes'
  | 'away'
  | 'scenes'
  | 'sites'
  | 'bodies'
  | 'named'
  | 'venues'
  | 'firms'
  | 'joins'
  | 'sport'
  | 'teams'
  | 'grounds'
  | 'plates'
  | 'grounded'
  | 'police'
  | 'events'
  | 'honorifics';

export const roleWords = dataFile('place-roles.json', (json) => {
  const file = json as Readonly<Record<WordList, readonly string[]>>;
  const sets = new Map<string, ReadonlySet<string>>();
  for (const [name, words] of Object.entries(file)) {
    if (Array.isArray(words)) sets.set(name, new Set(words));
  }
  return (name: WordList): ReadonlySet<string> => sets.get(name) ?? NONE;
});

const NONE: ReadonlySet<string> = new Set();

const SHORT = new Set(['tp', 'tx', 'q', 'p', 'h', 'tt', 'ts', 'gs', 'ths', 'bs', 'km', 'st']);

/** Does a sentence begin with this syllable? */
export function begins(list: readonly Syllable[], at: number): boolean {
  const here = list[at];
  if (!here?.cap) return here === undefined;
  return here.gap === 'break' || (here.gap === 'dot' && !SHORT.has(list[at - 1]?.low ?? ''));
}

/** Index of the nearest of `words` among the `most` syllables before, in the same sentence; -1 if none. */
export function near(
  list: readonly Syllable[],
  first: number,
  most: number,
  words: ReadonlySet<string>,
): number {
  for (let i = first - 1; i >= Math.max(0, first - most); i--) {
    if (begins(list, i + 1)) return -1;
    if (words.has(list[i]?.low ?? '') || words.has(pair(list, i))) return i;
  }
  return -1;
}

/** Does one of `words` stand among the `most` syllables from `to` on, in the same sentence? */
export function ahead(
  list: readonly Syllable[],
  to: number,
  most: number,
  words: ReadonlySet<string>,
): boolean {
  for (let i = to; i < Math.min(list.length, to + most); i++) {
    if (begins(list, i)) return false;
    if (words.has(list[i]?.low ?? '') || words.has(pair(list, i))) return true;
  }
  return false;
}
