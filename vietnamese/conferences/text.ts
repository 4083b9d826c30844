/** A passage as conferences read it: words, and the sentence each stands in. */
import { sentences } from '../sentences.ts';
import { type Word, words } from '../words.ts';
import type { Passage } from './shapes.ts';

export interface Line {
  readonly passage: Passage;
  readonly list: readonly Word[];
  /** First word of each sentence, in order, and one past the last word. */
  readonly starts: readonly number[];
}

// A cheap first look: whatever holds none of these words holds no conference.
const HEADS = /hội nghị|đại hội|kỳ họp|kì họp|sơ kết|tổng kết|hội thi|lễ|ĐHĐCĐ|ĐHCĐ/iu;

export function mayHold(text: string): boolean {
  return HEADS.test(text);
}

export function lineOf(passage: Passage): Line {
  const list = words(passage.text);
  const starts: number[] = [];
  let at = 0;
  for (const { start } of sentences(passage.text)) {
    while (at < list.length && (list[at]?.start ?? 0) < start) at++;
    if (starts.at(-1) !== at) starts.push(at);
  }
  if (starts[0] !== 0) starts.unshift(0);
  starts.push(list.length);
  return { passage, list, starts };
}

/** [first word, behind the last word] of the sentence that holds a word. */
export function sentenceOf(line: Line, at: number): [number, number] {
  let low = 0;
  let high = line.starts.length - 1;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((line.starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return [line.starts[low] ?? 0, line.starts[low + 1] ?? line.list.length];
}

/** The text between two words, the second excluded. */
export function between(line: Line, from: number, to: number): string {
  const first = line.list[from];
  const last = line.list[to - 1];
  return first === undefined || last === undefined || to <= from
    ? ''
    : line.passage.text.slice(first.start, last.end);
}
