/** Runs of capitals: persons' names, names no list knows, and what stands before them. */
import { surnameShare } from './names.ts';
import { namesAt, otherNameEnd } from './places-names.ts';
import type { Syllable } from './places-text.ts';
import { pair } from './places-type-words.ts';

/** Longer runs of capitals are headlines; the bound keeps reading linear. */
const LONGEST_RUN = 12;

export function endOfRun(list: readonly Syllable[], at: number): number {
  const most = Math.min(list.length, at + LONGEST_RUN);
  let end = at + 1;
  while (end < most && list[end]?.cap && list[end]?.gap === 'space') end++;
  return end;
}

/** Does one of the words, or pairs of words, stand right before a syllable? */
export function after(list: readonly Syllable[], at: number, words: ReadonlySet<string>): boolean {
  const before = list[at - 1];
  if (!before || (list[at]?.gap !== 'space' && list[at]?.gap !== 'dot')) return false;
  return words.has(before.low) || words.has(pair(list, at - 1));
}

/** Per cent of people with that surname; below it a syllable is rather a word. */
const COMMON = 0.1;

/** Surnames that far oftener are a word at the beginning of a sentence: Từ Đà Nẵng. */
const FUNCTION = new Set(['từ', 'lại', 'cao', 'công']);

export function isSurname(syllable: Syllable | undefined): boolean {
  if (syllable === undefined || !syllable.cap || FUNCTION.has(syllable.low)) return false;
  return surnameShare(syllable.low.charAt(0).toUpperCase() + syllable.low.slice(1)) >= COMMON;
}

/** The end of a typed name that no list knows: its capitals, up to a surname that begins a person. */
export function unknownEnd(list: readonly Syllable[], at: number): number {
  if (!list[at]?.cap) return at;
  const end = Math.min(endOfRun(list, at), at + 4);
  for (let i = at + 2; i < end; i++) if (isSurname(list[i])) return i;
  return end;
}

/** The end of a person's name that begins here; a province behind it is no part of it. */
export function personEnd(list: readonly Syllable[], at: number): number {
  const run = endOfRun(list, at);
  const end = Math.min(run, at + 4);
  for (let i = at + 2; i < end; i++) {
    if (otherNameEnd(list, i) > i) return i;
    const match = namesAt(list, i)[0];
    if (
      match &&
      match.end === run &&
      match.node.units.some((u) => u.level === 'province') &&
      i > at + 2
    )
      return i;
  }
  return end;
}
