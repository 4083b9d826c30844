/** Every place where an article names a person, with what stands next to the name. */
import { degreeAt, genderAt, honorificAt, honourAt, rankAt } from './address.ts';
import { bareMention } from './bare-mention.ts';
import { honorificHere } from './honorific-here.ts';
import { type Before, type Mention, NOTHING, slice } from './mention.ts';
import { mentionOf } from './mention-of.ts';
import { isForeignWord, isWholeCountry } from './names.ts';
import { titleBefore } from './title-before.ts';
import { bodyAt, isPlaceName, runEnd } from './titles.ts';
import type { Word } from './words.ts';

function person(text: string, list: readonly Word[], passage: number, at: number): Mention | null {
  const before: Before = { ...NOTHING, titles: [] };
  let k = at;
  let name: [number, number] | null = null;
  for (let parts = 0; parts < 6 && name === null; parts++) {
    const honorific = honorificHere(list, k) ? honorificAt(list, k) : 0;
    const rank = rankAt(list, k);
    const degree = degreeAt(list, k);
    const honour = honourAt(list, k);
    if (honorific > 0 && honorific >= degree) {
      before.honorific ??= slice(text, list, k, k + honorific).toLowerCase();
      before.gender ??= genderAt(list, k, honorific);
      k += honorific;
    } else if (rank > 0) {
      before.rank ??= slice(text, list, k, k + rank);
      k += rank;
      if (list[k]?.text === ',' && degreeAt(list, k + 1) > 0) k++;
      // "Đô đốc Hải quân Charles Richard"
      const body = bodyAt(list, k);
      if (body > 1 && list[k + 1]?.cap === false && list[k + body]?.cap) k += body;
      // "Phó đô đốc hải quân Pháp Antoine Beaussant"
      while (isWholeCountry(list[k]) && isForeignWord(list[k + 1])) k++;
    } else if (degree > 0) {
      before.degree ??= slice(text, list, k, k + degree).replace(/[.\s]+$/u, '');
      k += degree;
    } else if (honour > 0) {
      k += honour;
      if (runEnd(list, k) - k < 2) return null;
    } else {
      const titled = titleBefore(text, list, k);
      if (titled === null) break;
      before.titles.push(...titled.titles);
      k = titled.next;
      name = titled.name;
    }
  }
  if (name === null) {
    const end = runEnd(list, k);
    if (end === k) return null;
    if (k === at) return bareMention(text, list, passage, at, end);
    name = [k, Math.min(end, k + 6)];
    if (before.honorific === null && isPlaceName(list.slice(k, end))) return null;
  }
  return mentionOf(text, list, passage, at, name, before, false);
}

/** The mentions of one passage in order; they do not overlap. */
export function personMentions(text: string, list: readonly Word[], passage: number): Mention[] {
  const found: Mention[] = [];
  for (let at = 0; at < list.length; ) {
    const here = list[at]?.punct ? null : person(text, list, passage, at);
    if (here === null) {
      at++;
      // Inside a run that was refused no name begins.
      continue;
    }
    found.push(here);
    at = Math.max(here.nameEnd, here.end, at + 1);
  }
  return found;
}
