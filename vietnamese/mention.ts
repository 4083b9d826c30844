/** A mention: the words by which an article names a person, with what stands next to the name. */
import type { Gender } from './address.ts';
import { type TitleKind, titleAt } from './titles.ts';
import type { Word } from './words.ts';

export interface PrintedTitle {
  readonly title: string;
  readonly former: boolean;
  readonly kind: TitleKind;
}

export interface Mention {
  /** Index of the passage. */
  readonly passage: number;
  /** Word indices: of the whole noun phrase, of the name, behind what is set off by comma, dash or bracket. */
  readonly first: number;
  readonly nameFirst: number;
  readonly nameEnd: number;
  readonly end: number;
  readonly name: string;
  /** The noun phrase up to the end of the name. */
  readonly text: string;
  readonly honorific: string | null;
  readonly gender: Gender;
  readonly rank: string | null;
  readonly degree: string | null;
  readonly titles: readonly PrintedTitle[];
  /** A name with nothing before it that could be something else: "Real Madrid". */
  readonly bare: boolean;
}

/** What stands before a name. */
export interface Before {
  honorific: string | null;
  gender: Gender;
  rank: string | null;
  degree: string | null;
  titles: PrintedTitle[];
}

/** Nothing stands before the name. */
export const NOTHING: Before = {
  honorific: null,
  gender: null,
  rank: null,
  degree: null,
  titles: [],
};

/** The words [from, to) as printed. */
export function slice(text: string, list: readonly Word[], from: number, to: number): string {
  const first = list[from];
  const last = list[to - 1];
  return first === undefined || last === undefined ? '' : text.slice(first.start, last.end);
}

/** The title of the words [from, to); null if no title begins there. */
export function printed(
  text: string,
  list: readonly Word[],
  from: number,
  to: number,
): PrintedTitle | null {
  const head = titleAt(list, from);
  if (head === null) return null;
  const start = head.former ? from + 1 : from;
  const title = slice(text, list, start, to);
  return { title, former: head.former, kind: head.kind };
}
