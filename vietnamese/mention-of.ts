/** Puts a mention together from what stands before its name and behind it. */
import { type Before, type Mention, slice } from './mention.ts';
import { titlesBehind } from './title-behind.ts';
import type { Word } from './words.ts';

export function mentionOf(
  text: string,
  list: readonly Word[],
  passage: number,
  first: number,
  [nameFirst, nameEnd]: [number, number],
  before: Before,
  isBare: boolean,
): Mention {
  const after = titlesBehind(text, list, nameEnd, isBare);
  return {
    passage,
    first,
    nameFirst,
    nameEnd,
    end: after.end,
    name: slice(text, list, nameFirst, nameEnd),
    text: slice(text, list, first, nameEnd),
    honorific: before.honorific,
    gender: before.gender,
    rank: before.rank,
    degree: before.degree,
    titles: [...before.titles, ...after.titles],
    bare: isBare && after.titles.length === 0,
  };
}
