/** Words without case, and without marks, for filters by part of a name. */

const spaced = (text: string) => ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;

/** "Huyện ủy Lộc Hà" -> " huyen uy loc ha ", so that whole words are looked for with spaces around them. */
export function foldedWords(text: string): string {
  return spaced(text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/gu, 'd'));
}

/** "Huyện ủy Lộc Hà" -> " huyện ủy lộc hà " */
export function exactWords(text: string): string {
  return spaced(text.normalize('NFC').toLowerCase());
}

/** Words that stand next to each other in a column of full text, as FTS5 takes them. */
export const phraseIn = (column: string, words: string): string => `${column} : "${words.trim()}"`;

/** What to look for where, as FTS5 takes it: words typed with marks are looked for with marks. */
export function wordsMatch(text: string): string {
  const [folded, exact] = [foldedWords(text), exactWords(text)];
  return folded === exact ? phraseIn('folded', folded) : phraseIn('exact', exact);
}
