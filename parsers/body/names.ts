/** Lines at the end of an article that sign it or name where it was taken from. */

/** "H.A (Theo Readers Digest)" · "Theo DTO" · "Nguồn: VGP" · "(Theo TTXVN)" */
const TAKEN_FROM = [
  /^\(?\s*(?:Theo|THEO)\s+\p{Lu}[^.!?,]{0,60}\)?$/u,
  /^\(?\s*(?:nguồn|tổng hợp|theo)\s*:\s*[^!?]{1,60}\)?$/iu,
  /^.{0,40}\(\s*(?:theo|tổng hợp|t\/h|lược dịch)[^)]{0,50}\)$/iu,
];

export function namesSource(text: string): boolean {
  return text.length <= 80 && TAKEN_FROM.some((pattern) => pattern.test(text));
}

const WORD = "\\p{Lu}[\\p{L}\\p{M}.'’]*";
/** One to six words with capitals, several people joined by dashes, commas, "và". */
const PEOPLE = new RegExp(
  `^(?:(?:bài|ảnh|tin|bài và ảnh|bài, ảnh|tin, ảnh|thực hiện|tác giả|pv|nhóm pv)\\s*:?\\s*)?${WORD}(?:(?:\\s+|\\s*[-–—,/&]\\s*|\\s+và\\s+)${WORD}){0,11}$`,
  'iu',
);
const CAPITALS = new RegExp(`^${WORD}(?:[\\s,/&–—-]+(?:và\\s+)?${WORD})*$`, 'u');

/** True for a line that could be nothing but names of writers. */
export function isByline(text: string): boolean {
  const names = text.replace(/^(?:bài(?: và|,)? ảnh|ảnh|tin|bài|thực hiện|tác giả)\s*:\s*/iu, '');
  return text.length <= 80 && PEOPLE.test(text) && CAPITALS.test(names);
}
