/** Which mentions are no conference of the record: abroad, between states, private. */
import { isForeignWord } from '../names.ts';
import { isSyllable } from '../syllables.ts';
import { lexicon, publicBodies } from './lexicon.ts';
import type { Mention } from './mention.ts';
import type { Spot } from './spot.ts';

/** One syllable is a country only where it stands alone: not in "Kỳ Anh", "Đức Thọ", "ông Anh". */
const PERSON = /^(?:ông|bà|anh|chị|em|cô|hoàng|tiếng|chữ|thi|học|nguyễn|trần|lê)$/u;

function foreignAt(list: Spot['line']['list'], at: number): boolean {
  const word = list[at];
  // "thượng đỉnh", "châu Âu"
  if (word?.cap !== true && word?.low !== 'thượng' && word?.low !== 'châu') return false;
  const size = lexicon().abroad.at(list, at);
  if (size === 0 || PERSON.test(list[at - 1]?.low ?? '')) return false;
  if (size > 1 || !isSyllable(word.low)) return true;
  const before = list[at - 1];
  const next = list[at + 1];
  const alone = !(next?.cap ?? false) && !(before?.cap === true && !before.punct);
  return alone;
}

function holds(spot: Spot, from: number, to: number): boolean {
  for (let at = Math.max(from, 0); at < to; at++) if (foreignAt(spot.line.list, at)) return true;
  return false;
}

/** A foreign country, body or town in the name, or right behind "tại", "ở", "của". */
export function isAbroad({ spot, organiser }: Mention): boolean {
  const { list } = spot.line;
  if (holds(spot, spot.at, spot.end)) return true;
  if (organiser !== null && holds(spot, organiser.from, organiser.to)) return true;
  for (let at = spot.end; at < Math.min(spot.to, spot.end + 14); at++) {
    if (/^(?:tại|ở|của)$/u.test(list[at]?.low ?? '') && holds(spot, at + 1, at + 4)) return true;
  }
  return false;
}

/** Ceremonies that a firm, a school's friends or a family hold are not the state's. */
export function isPrivate(mention: Mention): boolean {
  const { spot, organiser } = mention;
  if (spot.kind !== 'le') return false;
  const { list } = spot.line;
  if (organiser !== null) {
    for (let at = organiser.from; at < organiser.to; at++)
      if (publicBodies().at(list, at) > 0) return false;
    if (/^trường|^đại học|^học viện|^bệnh viện/iu.test(organiser.text))
      return lexicon().commercial.at(list, spot.at + 1) > 0;
    return true;
  }
  if (lexicon().commercial.at(list, spot.at + 1) > 0) return true;
  // "lễ kỷ niệm ngày cưới", "lễ trao Quả bóng vàng": foreign words are a brand's or prize's.
  for (let at = spot.headEnd; at < spot.end; at++) {
    const word = list[at];
    if (word?.cap && isForeignWord(word) && word.text.length > 3) return true;
    if (/^(?:cưới|hỏi|sinh|giải)$/u.test(word?.low ?? '')) return true;
  }
  return false;
}
