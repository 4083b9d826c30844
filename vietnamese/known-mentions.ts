/** Names that stand alone where the article has said elsewhere that they are persons. */
import { NOT_AFTER } from './honorific-here.ts';
import { type Mention, NOTHING, printed, slice } from './mention.ts';
import { mentionOf } from './mention-of.ts';
import { isForeignWord } from './names.ts';
import { runEnd, titleAt } from './titles.ts';
import type { Word } from './words.ts';

/** Where a title of at most three words begins that ends right before `at`: "HLV Gama". */
function titleBack(list: readonly Word[], at: number): number {
  for (let size = 3; size > 0; size--) {
    if (at >= size && titleAt(list, at - size)?.size === size) return at - size;
  }
  return at;
}

/**
 * Names that stand alone where the article has said elsewhere that they are persons: "Thương Tín",
 * "Kuleba". `known` tells whether a name belongs to somebody.
 */
export function knownMentions(
  text: string,
  list: readonly Word[],
  passage: number,
  taken: readonly Mention[],
  known: (name: string, words: number) => boolean,
): Mention[] {
  const found: Mention[] = [];
  let next = 0;
  for (let at = 0; at < list.length; at++) {
    while ((taken[next]?.nameEnd ?? Number.POSITIVE_INFINITY) <= at) next++;
    const other = taken[next];
    if (other !== undefined && at >= other.first) {
      at = other.nameEnd - 1;
      continue;
    }
    if (!list[at]?.cap) continue;
    const end = Math.min(runEnd(list, at), other?.first ?? Number.POSITIVE_INFINITY);
    if (end <= at) continue;
    const before = list[at - 1];
    const blocked = before !== undefined && NOT_AFTER.has(before.low);
    let hit = 0;
    for (let size = Math.min(5, end - at); size > 0 && hit === 0 && !blocked; size--) {
      const one = size === 1 && (end - at > 1 || !isForeignWord(list[at]));
      if (!one && known(slice(text, list, at, at + size), size)) hit = size;
    }
    if (hit > 0) {
      const first = titleBack(list, at);
      const title = first < at ? printed(text, list, first, at) : null;
      const before = title === null ? NOTHING : { ...NOTHING, titles: [title] };
      // "… và Putin, chuyên gia Susan Constantine": what is set off behind such a name may be another person.
      const mention = mentionOf(text, list, passage, first, [at, at + hit], before, true);
      found.push({ ...mention, bare: false });
    }
    at += Math.max(hit, 1) - 1;
  }
  return found;
}
