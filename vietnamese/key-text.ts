/**
 * Key text: what a search engine is given instead of a text, and where a unit may stand in it.
 *
 * The words of a unit are neighbours over space, hyphen, slash, quotation mark, "&", the dot of a known
 * abbreviation ("TP. Hà Tĩnh") and a mark inside a number ("24.5", "1.500"). Everything else parts them:
 * a sentence's end, comma, semicolon, colon, bracket, line break. Engines differ in what punctuation does
 * to positions, so it is decided here and written as BARRIER.
 */
import { foldedKey } from './exact-key.ts';
import { OWN_STOP } from './sentences.ts';
import { type Token, tokens } from './tokens.ts';

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

function areJoined(text: string, before: Token, after: Token): boolean {
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

/** The tokens of a text with both keys and whether each is a neighbour of the one before. */
export function keyTokens(text: string): KeyToken[] {
  let before: Token | undefined;
  return tokens(text).map((token) => {
    const joined = before !== undefined && areJoined(text, before, token);
    before = token;
    const { text: word, start, end, key } = token;
    return { text: word, start, end, key, folded: foldedWord(word), joined };
  });
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
