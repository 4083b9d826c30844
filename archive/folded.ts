/** Words without case and marks, for filters by part of a name. */

/** "Huyện ủy Lộc Hà" -> " huyen uy loc ha ", so that whole words are looked for with spaces around them. */
export function foldedWords(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/gu, 'd');
  return ` ${bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}
