/** Other ways to write a unit: abbreviations and what they stand for, both ways. */
import type { Spelling } from '../../core/search.ts';
import {
  abbreviate,
  compoundsAt,
  expansions,
  fold,
  isMarked,
  isSyllable,
  type KeyToken,
  keyTokens,
} from '../../vietnamese/index.ts';

/** So many other ways at most. */
const MOST = 4;

function spelt(tokens: readonly KeyToken[]): Spelling {
  return {
    folded: tokens.map((token) => token.folded),
    exact: tokens.map((token) => token.key),
    marked: tokens.map(isMarked),
  };
}

/** Folded, it could be a word: "CA" is also cá, cả. */
function looksLikeWord(abbreviation: string): boolean {
  const letters = fold(abbreviation).replace(/[^a-z0-9]/gu, '');
  return letters.length < 3 || isSyllable(letters);
}

/** Other ways to write one abbreviation or one phrase; `compound` is the phrase with its marks, if known. */
function otherWays(printed: string, compound: string | null): string[] {
  const capitals = printed === printed.toUpperCase();
  const senses = looksLikeWord(printed) && !capitals ? [] : expansions(printed);
  const short = abbreviate(compound ?? printed).filter((one) => !looksLikeWord(one));
  return [...senses, ...short];
}

/** The same phrase with one of its parts written otherwise: "UBND tỉnh" -> "ủy ban nhân dân tỉnh". */
function withPartReplaced(printed: string, tokens: readonly KeyToken[]): KeyToken[][] {
  const offset = tokens[0]?.start ?? 0;
  const found: KeyToken[][] = [];
  for (let at = 0; at < tokens.length; at++) {
    const lengths = [{ length: 1, text: null }, ...compoundsAt(tokens, at)];
    for (const { length, text } of lengths) {
      const last = tokens[at + length - 1];
      const first = tokens[at];
      if (!first || !last || length === tokens.length) continue;
      const part = printed.slice(first.start - offset, last.end - offset);
      const other = otherWays(part, text)[0];
      if (other === undefined) continue;
      found.push([...tokens.slice(0, at), ...keyTokens(other), ...tokens.slice(at + length)]);
    }
  }
  return found;
}

/** Without the spelling itself; at most a few. */
export function alternativesOf(
  printed: string,
  compound: string | null,
  tokens: readonly KeyToken[],
): Spelling[] {
  const whole = otherWays(printed, compound).map((way) => keyTokens(way));
  const ways = [...whole, ...withPartReplaced(printed, tokens)];
  const own = tokens.map((token) => token.folded).join(' ');
  const seen = new Set([own]);
  return ways
    .map(spelt)
    .filter(({ folded }) => {
      const key = folded.join(' ');
      if (folded.length === 0 || seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .slice(0, MOST);
}
