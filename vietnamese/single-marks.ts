/** Speech in single inverted commas: ‘…’ and '…', which may as well be apostrophes. */
import type { Marked } from './marked.ts';
import type { ReadPassage } from './words.ts';

/** Fewer words are a nickname or a word that is talked about. */
const FEWEST = 6;
// takes: nói: 'Tôi sẽ về trong tuần này'. · refuses O'Neill, Black's, a mark within double ones
const SINGLE = /(?:(?<=[\s(:])|^)(?:‘([^‘’“”"\n]{20,}?)’|'([^'“”"\n]{20,}?)')(?=[\s.,;:!?)]|$)/gu;

/** Whether an offset of a passage lies within words already marked. */
function isTaken(marked: readonly Marked[], passage: number, at: number): boolean {
  return marked.some(
    ({ first, open, last, close }) =>
      (passage > first || (passage === first && at >= open)) &&
      (passage < last || (passage === last && at < close)),
  );
}

/** Stretches of one passage in single marks, outside of those in double ones. */
export function findSingles(passages: readonly ReadPassage[], marked: readonly Marked[]): Marked[] {
  const found: Marked[] = [];
  let from = 0;
  passages.forEach(({ text, paragraph }, passage) => {
    while ((marked[from]?.last ?? passage) < passage) from++;
    if (!/['‘]/u.test(text)) return;
    let until = from;
    while ((marked[until]?.first ?? passage + 1) <= passage) until++;
    const near = marked.slice(from, until);
    for (const match of text.matchAll(SINGLE)) {
      const words = (match[1] ?? match[2] ?? '').trim().split(/\s+/u).length;
      const open = match.index;
      if (words < FEWEST || isTaken(near, passage, open)) continue;
      const close = open + match[0].length;
      const spans = [{ paragraph, start: open + 1, end: close - 1 }];
      found.push({ spans, first: passage, open, last: passage, close, broken: false });
    }
  });
  return found;
}
