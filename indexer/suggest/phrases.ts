/** Phrases of a headline that are worth suggesting: they begin and end with a known word of several syllables. */
import { compoundsAt, type KeyToken, keyTokens } from '../../vietnamese/index.ts';

const MOST_PIECES = 3;
const MOST_SYLLABLES = 8;
const MOST_PHRASES = 10;

/** Ends of pieces: the longest known word at each place, else the syllable alone. */
function pieces(tokens: readonly KeyToken[]): { readonly at: number; readonly length: number }[] {
  const cut: { at: number; length: number }[] = [];
  for (let at = 0; at < tokens.length; ) {
    const length = compoundsAt(tokens, at).at(-1)?.length ?? 1;
    cut.push({ at, length });
    at += length;
  }
  return cut;
}

/** "Lộc Hà sơ kết giữa nhiệm kỳ" -> "Lộc Hà", "Lộc Hà sơ kết", "sơ kết", "sơ kết giữa nhiệm kỳ", "nhiệm kỳ" */
export function headlinePhrases(headline: string): string[] {
  const tokens = keyTokens(headline);
  const cut = pieces(tokens);
  const phrases: string[] = [];
  cut.forEach((first, i) => {
    if (first.length === 1) return;
    for (let j = i; j < Math.min(cut.length, i + MOST_PIECES); j++) {
      const last = cut[j];
      const from = tokens[first.at];
      const to = last && tokens[last.at + last.length - 1];
      if (!last || !from || !to || last.at + last.length - first.at > MOST_SYLLABLES) break;
      if (j > i && tokens[last.at]?.joined === false) break;
      if (tokens.slice(first.at + 1, last.at + last.length).some((token) => !token.joined)) break;
      if (last.length > 1)
        phrases.push(asInText(headline.slice(from.start, to.end), first.at === 0));
    }
  });
  return [...new Set(phrases)].slice(0, MOST_PHRASES);
}

/** The capital that only the beginning of the headline asked for is taken back: "Sơ kết" but "Lộc Hà". */
function asInText(phrase: string, first: boolean): string {
  if (!first || /^\S+\s+\p{Lu}/u.test(phrase) || /^\p{Lu}{2}/u.test(phrase)) return phrase;
  return phrase.charAt(0).toLowerCase() + phrase.slice(1);
}
