/** Words in marks that nobody says: names, titles of works, slogans, themes. */

import { dataFile } from './data-file.ts';
import type { Marked } from './marked.ts';
import type { Read } from './reading.ts';
import { wordAt } from './reading.ts';
import { tailAt, verbAt } from './reporting.ts';
import { type Phrases, phrases, words } from './words.ts';

interface Naming {
  readonly nouns: Phrases;
  readonly links: Phrases;
}

const naming = dataFile('naming-nouns.json', (json): Naming => {
  const { nouns, links } = json as Record<'nouns' | 'links', string[]>;
  return { nouns: phrases(nouns), links: phrases(links) };
});

function endsWith(set: Phrases, read: Read, end: number): number {
  for (let size = Math.min(5, end); size > 0; size--) {
    if (set.at(read.list, end - size) === size) return size;
  }
  return 0;
}

// takes: làm rõ · xác minh · kiểm tra · về · trước, before "thông tin"
const ABOUT = /^(?:rõ|minh|tra|về|trước|các|những|đến)$/u;

const verbEndsAt = (list: Read['list'], end: number): boolean =>
  [1, 2, 3].some((size) => end >= size && verbAt(list, end - size) === size);

/** "giải thích:", "Cảnh nhấn mạnh rằng": a verb of saying ends there, whatever nouns its syllables are. */
function saidBefore({ list }: Read, mark: number): boolean {
  let end = mark;
  const colon = list[end - 1]?.text === ':';
  if (colon) end--;
  // "viết trên trang cá nhân:"
  for (let at = end - 2; colon && at > Math.max(0, end - 9); at--) {
    if (list[at]?.punct) break;
    if (list[at]?.low === 'trên' && verbEndsAt(list, at)) return true;
  }
  for (let tail = 1; tail <= 2; tail++) if (tailAt(list, end - tail) === tail) end -= tail;
  for (let size = 4; size > 0; size--) {
    const at = end - size;
    if (at >= 0 && verbAt(list, at, true) === size) {
      // "kiểm tra, làm rõ thông tin “…”": a noun there.
      const noun = list[at]?.low === 'thông' && ABOUT.test(list[at - 1]?.low ?? '');
      if (noun && !colon) return false;
      // "kết luận", "báo cáo" are both: the colon tells.
      return colon || naming().nouns.at(list, at) < size;
    }
  }
  return false;
}

/** "với chủ đề:", "cuộc thi", "bài hát mang tên" right before the opening mark. */
function named(read: Read, mark: Marked): boolean {
  let end = wordAt(read.list, mark.open);
  if (saidBefore(read, end)) return false;
  const [about, noun] = [read.list[end - 3]?.low ?? '', read.list[end - 2]?.low ?? ''];
  if (noun === 'thông' && read.list[end - 1]?.low === 'tin' && ABOUT.test(about)) return true;
  for (let steps = 0; steps < 4; steps++) {
    if (read.list[end - 1]?.text === ':') end--;
    if (endsWith(naming().nouns, read, end) > 0) return true;
    for (let skip = 1; skip <= 2 && steps === 0; skip++) {
      const loose = read.list.slice(end - skip, end);
      if (
        loose.some(
          ({ punct, cap, low }) => punct || cap || /^(?:là|rằng|và|cho|của|nói|với)$/u.test(low),
        )
      )
        break;
      if (end - skip > 0 && endsWith(naming().nouns, read, end - skip) > 0) return true;
    }
    const link = endsWith(naming().links, read, end);
    if (link === 0) return false;
    end -= link;
  }
  return false;
}

/** A list of capitalised words, or a text that calls itself a motto. */
function looksLikeName(text: string): boolean {
  const all = words(text).filter(({ punct }) => !punct);
  const capitals = all.filter(({ cap }) => cap).length;
  if (all.length >= 2 && capitals / all.length > 0.6) return true;
  return naming().nouns.at(all, 0) > 0 && all.length < 30 && /^[^.]*:/u.test(text);
}

const PROMOTES = phrases(['quảng bá', 'phát động', 'hưởng ứng', 'kích cầu', 'cổ động']);

/** "quảng bá du lịch X “an toàn, thân thiện”": what is promoted under these words, without a colon or a speaker. */
function promoted({ list }: Read, mark: Marked): boolean {
  const end = wordAt(list, mark.open);
  for (let at = end - 1; at >= Math.max(0, end - 10); at--) {
    const word = list[at];
    if (word === undefined || word.punct || verbAt(list, at) > 0) return false;
    if (PROMOTES.at(list, at) > 0) return true;
  }
  return false;
}

/** Whether the words in marks are a name, title, theme or slogan by what stands before them. */
export function isNotSpeech(read: Read, mark: Marked, text: string): boolean {
  return named(read, mark) || promoted(read, mark) || looksLikeName(text);
}
