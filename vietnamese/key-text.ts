/**
 * Key text: what a search engine is given instead of a text, and where a unit may stand in it.
 *
 * The words of a unit are neighbours over space, hyphen, slash, quotation mark, "&", the dot of a known
 * abbreviation ("TP. Hà Tĩnh") and a mark inside a number ("24.5", "1.500"). Everything else parts them:
 * a sentence's end, comma, semicolon, colon, bracket, line break. Engines differ in what punctuation does
 * to positions, so it is decided here and written as BARRIER.
 */
import { exactKey, foldedKey } from './exact-key.ts';
import { OWN_STOP } from './sentences.ts';
import { type Token, tokenOffsets } from './tokens.ts';

/** Stands between two words that are no neighbours. */
export const BARRIER = '.';

export interface KeyToken extends Token {
  /** ASCII word without marks; never equal to an exact key, plain numbers apart. */
  readonly folded: string;
  /** Neighbour of the token before. */
  readonly joined: boolean;
}

// "Lộc Hà - Thạch Hà", "KT-XH", "24/5", "“Dân vận khéo”"; not "Bắc Hà, tỉnh".
const BRIDGE = /^[\p{Zs}\t\p{Pd}\u2212/&"'`´“”„‟‘’‚‛«»‹›\u{AD}\u200B-\u200F\u2060\uFEFF]*$/u;
// "1.500", "24.5.2023", "7:30"; not "năm 2023. 15 xã".
const INSIDE_NUMBER = /^[.,:]$/u;

type Word = Pick<Token, 'text' | 'start' | 'end'>;

function areJoined(text: string, before: Word, after: Word): boolean {
  if (after.start === before.end + 1 && text.charAt(before.end) === ' ') return true;
  const gap = text.slice(before.end, after.start);
  if (BRIDGE.test(gap)) return true;
  if (INSIDE_NUMBER.test(gap)) {
    if (/[0-9]$/u.test(before.text) && /^[0-9]/u.test(after.text)) return true;
  }
  return gap.startsWith('.') && BRIDGE.test(gap.slice(1)) && OWN_STOP.has(before.text);
}

// Words of a–z and of digits are left; "5g" gets a "q", which ends no exact key; "ж" becomes "x436xq".
function asciiWord(folded: string): string {
  if (/^(?:[a-z]+|[0-9]+)$/u.test(folded)) return folded;
  return `${folded.replace(/[^a-z0-9]/gu, (char) => `x${(char.codePointAt(0) ?? 0).toString(16)}x`)}q`;
}

const REMEMBERED = 50_000;
const words = new Map<string, string>();

function foldedWord(text: string): string {
  const known = words.get(text);
  if (known !== undefined) return known;
  const word = asciiWord(foldedKey(text));
  if (text.length <= 24) {
    if (words.size >= REMEMBERED) words.clear();
    words.set(text, word);
  }
  return word;
}

/** The word whose offsets lie at `at` and `at + 1` of [start, end, …]. */
function wordAt(text: string, offsets: readonly number[], at: number): Word {
  const start = offsets[at] ?? 0;
  const end = offsets[at + 1] ?? 0;
  return { text: text.slice(start, end), start, end };
}

/** @param before the word before this one; null for the first */
function keyTokenOf(text: string, word: Word, before: Word | null): KeyToken {
  const { text: printed, start, end } = word;
  const joined = before !== null && areJoined(text, before, word);
  return { text: printed, start, end, key: exactKey(printed), folded: foldedWord(printed), joined };
}

/** The tokens of a text with both keys and whether each is a neighbour of the one before. */
export function keyTokens(text: string): KeyToken[] {
  const offsets = tokenOffsets(text);
  const found: KeyToken[] = [];
  let before: Word | null = null;
  for (let at = 0; at < offsets.length; at += 2) {
    const word = wordAt(text, offsets, at);
    found.push(keyTokenOf(text, word, before));
    before = word;
  }
  return found;
}

/** The first letter of the folded key of a token that begins with this UTF-16 unit; "" where that hangs on what follows. */
function initialOf(unit: number): string {
  const half = unit >= 0xd800 && unit <= 0xdfff;
  const folded = half ? '' : foldedKey(String.fromCharCode(unit));
  return folded === '' ? '' : asciiWord(folded).charAt(0);
}

/**
 * The runs of tokens that begin with a wanted word, without reading the others: for many texts in which few
 * words are looked for.
 * @param wanted by folded key: how many tokens are wanted from one that has it on, at least 1
 * @returns a function of a text; it remembers which words are wanted, so use one for each question
 */
export function openRunFinder(wanted: ReadonlyMap<string, number>): (text: string) => KeyToken[][] {
  const known = new Map<string, number>();
  const wantedInitials = new Set([...wanted.keys()].map((folded) => folded.charAt(0)));
  /** By UTF-16 unit: 0 not known yet, 1 a wanted word may begin with it, 2 none does. */
  const begins = new Uint8Array(0x10000);
  return (text) => {
    const offsets = tokenOffsets(text);
    const runs: KeyToken[][] = [];
    for (let at = 0; at < offsets.length; at += 2) {
      const start = offsets[at] ?? 0;
      const unit = text.charCodeAt(start);
      if (begins[unit] === 0) {
        const initial = initialOf(unit);
        begins[unit] = initial === '' || wantedInitials.has(initial) ? 1 : 2;
      }
      if (begins[unit] === 2) continue;
      const word = text.slice(start, offsets[at + 1]);
      let length = known.get(word);
      if (length === undefined) {
        length = wanted.get(foldedWord(word)) ?? 0;
        known.set(word, length);
      }
      if (length === 0) continue;
      const run: KeyToken[] = [];
      let before: Word | null = at === 0 ? null : wordAt(text, offsets, at - 2);
      for (let i = at; i < offsets.length && run.length < length; i += 2) {
        const next = wordAt(text, offsets, i);
        run.push(keyTokenOf(text, next, before));
        before = next;
      }
      runs.push(run);
    }
    return runs;
  };
}

/** Both key texts of several texts, with a barrier between two of them. */
export function keyText(texts: Iterable<string>): { folded: string; exact: string } {
  const folded: string[] = [];
  const exact: string[] = [];
  for (const text of texts) {
    for (const token of keyTokens(text)) {
      if (!token.joined && folded.length > 0) {
        folded.push(BARRIER);
        exact.push(BARRIER);
      }
      folded.push(token.folded);
      exact.push(token.key);
    }
  }
  return { folded: folded.join(' '), exact: exact.join(' ') };
}
