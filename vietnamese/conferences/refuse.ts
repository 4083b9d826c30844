/** Which mentions are no conference of the record: abroad, between states, private. */
import { isForeignWord } from '../names.ts';
import { lexicon, publicBodies } from './lexicon.ts';
import type { Mention } from './mention.ts';
import type { Spot } from './spot.ts';

function holds(spot: Spot, list: 'abroad', from: number, to: number): boolean {
  for (let at = Math.max(from, 0); at < to; at++) {
    const word = spot.line.list[at];
    // "Anh", "Nga", "Đức" are names of people too: only capitals, and not after a person's word.
    if (word?.cap !== true && word?.low !== 'thượng' && word?.low !== 'châu') continue;
    if (
      lexicon()[list].at(spot.line.list, at) > 0 &&
      !/^(?:hoàng|đại học|tiếng|chữ|thi)$/u.test(spot.line.list[at - 1]?.low ?? '')
    )
      return true;
  }
  return false;
}

/** A foreign country, body or town in the name, or right behind "tại", "ở", "của". */
export function isAbroad({ spot, organiser }: Mention): boolean {
  const { list } = spot.line;
  if (holds(spot, 'abroad', spot.at, spot.end)) return true;
  if (organiser !== null && holds(spot, 'abroad', organiser.from, organiser.to)) return true;
  for (let at = spot.end; at < Math.min(spot.to, spot.end + 14); at++) {
    if (/^(?:tại|ở|của)$/u.test(list[at]?.low ?? '') && holds(spot, 'abroad', at + 1, at + 4))
      return true;
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
