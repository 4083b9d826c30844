/** What quotations and people are read from: words, sentences, marks and mentions of one article. */

import { knownMentions } from './known-mentions.ts';
import type { Marked } from './marked.ts';
import type { Mention } from './mention.ts';
import { personMentions } from './person-mentions.ts';
import { joinPeople, type Registry } from './person-registry.ts';
import { findMarked } from './quote-marks.ts';
import { type ReadPassage, type Word, words } from './words.ts';

export interface Read {
  readonly passage: ReadPassage;
  readonly list: readonly Word[];
  /** Word index -> 1 inside quotation marks, the marks included. */
  readonly inside: Uint8Array;
  /** Word index -> number of its sentence within the passage. */
  readonly sentence: Int32Array;
  /** Sentence -> index of its first word. */
  readonly starts: readonly number[];
  readonly mentions: readonly Mention[];
  /** Word index -> mention whose noun phrase begins there. */
  readonly mentionAt: ReadonlyMap<number, Mention>;
}

export interface Reading {
  readonly reads: readonly Read[];
  readonly marked: readonly Marked[];
  readonly people: Registry;
}

const SHORT = new Set(
  'TS GS PGS ThS Ths Th BS Bs TP Tp Q P LS KS KTS CN DS Mr Mrs Ms Dr St TX HH NSND NSƯT'.split(' '),
);

/** Index of the first word at or behind an offset. */
export function wordAt(list: readonly Word[], offset: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The mentions of a passage that begin in [from, to), in order. */
export function mentionsIn(read: Read, from: number, to: number): readonly Mention[] {
  const { mentions } = read;
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.first ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < mentions.length && (mentions[end]?.first ?? to) < to) end++;
  return mentions.slice(low, end);
}

function insideMarks(reads: readonly { list: readonly Word[] }[], marked: readonly Marked[]) {
  const all = reads.map(({ list }) => new Uint8Array(list.length));
  for (const { first, open, last, close } of marked) {
    for (let at = first; at <= last; at++) {
      const list = reads[at]?.list ?? [];
      const from = at === first ? wordAt(list, open) : 0;
      const to = at === last ? wordAt(list, close) : list.length;
      all[at]?.fill(1, from, to);
    }
  }
  return all;
}

/** Sentences end outside quotation marks, or with the mark behind a full stop. */
function sentences(list: readonly Word[], inside: Uint8Array) {
  const sentence = new Int32Array(list.length);
  const starts = [0];
  for (let i = 0; i < list.length; i++) {
    sentence[i] = starts.length - 1;
    const word = list[i];
    const next = list[i + 1];
    if (word === undefined || next === undefined) continue;
    const leaves = inside[i] === 1 && inside[i + 1] === 0;
    if (inside[i] === 1 && !leaves) continue;
    const stop = leaves ? list[i - 1] : word;
    if (stop === undefined || !/^[.?!…]$/u.test(stop.text)) continue;
    if (!next.cap && inside[i + 1] === 0 && !/^\p{N}/u.test(next.text)) continue;
    const before = list[leaves ? i - 2 : i - 1];
    if (stop.text === '.' && before !== undefined && before.end === stop.start) {
      // "1.500": the dot of thousands.
      const glued = next.start === stop.end && /^\p{N}/u.test(next.text);
      if (glued && /\p{N}$/u.test(before.text)) continue;
      // "GS. TS" is one word.
      if (SHORT.has(before.text.split(/[.\s]+/u).at(-1) ?? '') || /^\p{Lu}$/u.test(before.text))
        continue;
    }
    starts.push(i + 1);
  }
  return { sentence, starts };
}

const remembered = new WeakMap<readonly ReadPassage[], Reading>();

/** Reads an article once; the same array of passages gives the same reading. */
export function readArticle(passages: readonly ReadPassage[]): Reading {
  const earlier = remembered.get(passages);
  if (earlier !== undefined) return earlier;
  const marked = findMarked(passages);
  const lists = passages.map((passage) => ({ list: words(passage.text) }));
  const inside = insideMarks(lists, marked);
  const reads = passages.map((passage, at): Read => {
    const list = lists[at]?.list ?? [];
    const within = inside[at] ?? new Uint8Array(0);
    const mentions = personMentions(passage.text, list, at);
    return {
      passage,
      list,
      inside: within,
      ...sentences(list, within),
      mentions,
      mentionAt: new Map(mentions.map((mention) => [mention.first, mention])),
    };
  });
  const people = joinPeople(reads.flatMap(({ mentions }) => mentions));
  const known = (name: string) => people.named(name)?.sure ?? false;
  const complete = reads.map((read, at): Read => {
    const more = knownMentions(read.passage.text, read.list, at, read.mentions, known);
    if (more.length === 0) return read;
    for (const mention of more) {
      const person = people.named(mention.name);
      if (person !== undefined) people.add(mention, person);
    }
    const mentions = [...read.mentions, ...more].sort((a, b) => a.first - b.first);
    return { ...read, mentions, mentionAt: new Map(mentions.map((m) => [m.first, m])) };
  });
  const reading = { reads: complete, marked, people };
  remembered.set(passages, reading);
  return reading;
}
