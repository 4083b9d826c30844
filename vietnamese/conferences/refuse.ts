/** Which mentions are no conference of the record: abroad, between states, private. */
import { isForeignWord } from '../names.ts';
import { isSyllable } from '../syllables.ts';
import { titleAt } from '../titles.ts';
import { words } from '../words.ts';
import { lexicon, publicBodies } from './lexicon.ts';
import type { Mention } from './mention.ts';
import { unitAt } from './organisation.ts';
import type { Spot } from './spot.ts';
import { between } from './text.ts';

/** One syllable is a country only where it stands alone: not in "Kỳ Anh", "Đức Thọ", "ông Anh". */
const PERSON = /^(?:ông|bà|anh|chị|em|cô|hoàng|tiếng|chữ|thi|học|nguyễn|trần|lê)$/u;

function foreignAt(list: Spot['line']['list'], at: number): boolean {
  const word = list[at];
  // "thượng đỉnh", "châu Âu"
  if (word?.cap !== true && word?.low !== 'thượng' && word?.low !== 'châu') return false;
  // "ASEAN-Hàn Quốc"
  const [first, second] = word.text.split(/[-–/]/u);
  if (second !== undefined && first !== undefined && lexicon().abroad.at(words(first), 0) > 0)
    return !isSyllable(first.toLowerCase());
  const size = lexicon().abroad.at(list, at);
  if (size === 0 || PERSON.test(list[at - 1]?.low ?? '')) return false;
  if (size > 1 || !isSyllable(word.low)) return true;
  const before = list[at - 1];
  const next = list[at + 1];
  const alone =
    !(next?.cap ?? false) &&
    !/^(?:hùng|em|chị|ngữ|linh|quốc)$/u.test(next?.low ?? '') &&
    !(before?.cap === true && !before.punct);
  return alone;
}

function holds(spot: Spot, from: number, to: number): boolean {
  for (let at = Math.max(from, 0); at < to; at++) if (foreignAt(spot.line.list, at)) return true;
  return false;
}

/** A foreign country, body or town in the name, or right behind "tại", "ở", "của". */
export function isAbroad({ spot, organiser, place }: Mention): boolean {
  const { list } = spot.line;
  // "tỉnh Sơn La tổ chức lễ khánh thành khu di tích Việt Nam – Lào": held at home.
  const home = spot.kind === 'le' && organiser !== null && place !== null;
  if (!home && holds(spot, spot.at, spot.end)) return true;
  // "chính quyền thủ đô Viêng Chăn đã tổ chức lễ …": nobody else holds it.
  const verb = list[spot.at - 1]?.low === 'chức' && list[spot.at - 2]?.low === 'tổ';
  if (verb && organiser === null && holds(spot, Math.max(spot.from, spot.at - 10), spot.at - 2))
    return true;
  if (organiser !== null && holds(spot, organiser.from, organiser.to)) return true;
  // "hội nghị các quan chức cao cấp (SOM 2) APEC"
  let tail = spot.end;
  while (tail < spot.to && (list[tail]?.cap || /^[()\d]+$/u.test(list[tail]?.text ?? ''))) tail++;
  if (holds(spot, spot.end, tail)) return true;
  return namedBehind(spot, /^(?:tại|ở|của)$/u);
}

/** "Hội thi A diễn ra tại Los Angeles": the words behind the name say that it is held abroad. */
export const isHeldAbroad = ({ spot }: Mention): boolean => namedBehind(spot, /^(?:tại|ở)$/u);

function namedBehind(spot: Spot, leads: RegExp): boolean {
  const { list } = spot.line;
  for (let at = spot.end; at < Math.min(spot.to, spot.end + 14); at++) {
    // "an táng liệt sĩ hy sinh tại Lào": where they fell.
    if (!leads.test(list[at]?.low ?? '') || list[at - 1]?.low === 'sinh') continue;
    let end = at + 1;
    while (end < Math.min(spot.to, at + 9) && !/^[,;:.]$/u.test(list[end]?.text ?? ',')) end++;
    if (holds(spot, at + 1, end)) return true;
  }
  return false;
}

/** Whether a public body or a unit is named in a stretch of words. */
function isOfState({ line: { list } }: Spot, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (unitAt(list, at) > 0 && list[at + unitAt(list, at)]?.cap) return true;
    if (list[at]?.cap && publicBodies().at(list, at) > 0) return true;
    if (/^(?:trường|đh)$/u.test(list[at]?.low ?? '') && list[at + 1]?.cap) return true;
  }
  return false;
}

/** What ties an article to Vietnam: units that it names, the country's name. */
export interface Home {
  readonly places: boolean;
  readonly named: boolean;
}

/** Nothing in the article is in Vietnam, and nobody Vietnamese is named with the event. */
export function isNowhere({ spot, organiser, ordinal }: Mention, home: Home): boolean {
  const { list } = spot.line;
  // Reviews and sessions are held at home.
  if (home.places || /ket$|hop$/u.test(spot.kind)) return false;
  if (spot.kind === 'dai-hoi' && ordinal !== null) return false;
  if (organiser !== null) {
    const foreign = list
      .slice(organiser.from, organiser.to)
      .some((word) => isForeignWord(word) && !/^[\p{Lu}\p{N}&-]+$/u.test(word.text));
    return spot.firm && foreign && !home.named;
  }
  for (let at = spot.from; at < spot.to; at++) {
    if (/^(?:việt nam|toàn quốc)$/u.test(`${list[at]?.low} ${list[at + 1]?.low}`)) return false;
  }
  return !isOfState(spot, spot.from, spot.to);
}

/** Sessions of committees between states and the like; only assemblies, councils and control committees hold a kỳ họp. */
export function isOtherSession({ spot, organiser, name }: Mention): boolean {
  if (spot.kind !== 'ky-hop') return false;
  const behind = between(spot.line, spot.end, Math.min(spot.to, spot.end + 6));
  if (/^(?:của )?ủy ban (?:liên|hỗn hợp)|^giữa (?!nhiệm|năm|kỳ)/iu.test(behind)) return true;
  return /ủy ban hỗn hợp|liên chính phủ|ủy ban liên|đại hội đồng|hội đồng bảo an/iu.test(
    `${name} ${organiser?.text ?? ''}`,
  );
}

/** "ngày sinh Chủ tịch Hồ Chí Minh", "ngày sinh cố Tổng Bí thư": remembered by the state. */
function isBirthday(list: Spot['line']['list'], sinh: number): boolean {
  if (list[sinh]?.low !== 'sinh' || !/^(?:ngày|năm)$/u.test(list[sinh - 1]?.low ?? ''))
    return false;
  const next = list[sinh + 1]?.low ?? '';
  const at = /^(?:cố|của|đồng)$/u.test(next) ? sinh + (next === 'đồng' ? 3 : 2) : sinh + 1;
  return list[at]?.text === 'Bác' || /^(?:state|head)$/u.test(titleAt(list, at)?.kind ?? '');
}

/** Ceremonies that a firm, a school's friends or a family hold are not the state's. */
export function isPrivate(mention: Mention): boolean {
  const { spot, organiser } = mention;
  if (spot.kind !== 'le') return false;
  const { list } = spot.line;
  // "sau lễ đón chính thức": a guest of state is received, no matter where.
  if (organiser === null && list[spot.at + 1]?.low === 'đón' && list[spot.at + 2]?.low === 'chính')
    return true;
  if (organiser !== null) {
    for (let at = organiser.from; at < organiser.to; at++)
      if (publicBodies().at(list, at) > 0) return false;
    if (/^trường|^đại học|^học viện|^bệnh viện/iu.test(organiser.text))
      return lexicon().commercial.at(list, spot.at + 1) > 0;
    return true;
  }
  const name = list
    .slice(spot.at, spot.end)
    .map(({ low }) => low)
    .join(' ');
  if (/viếng|truy điệu|an táng/u.test(name) && !/liệt s[ĩỹ]|nhà nước|quốc gia/u.test(name))
    return true;
  if (lexicon().commercial.at(list, spot.at + 1) > 0) return !isOfState(spot, spot.from, spot.to);
  // "lễ kỷ niệm ngày cưới", "lễ trao Quả bóng vàng": foreign words are a brand's or prize's.
  for (let at = spot.headEnd; at < spot.end; at++) {
    const word = list[at];
    if (word?.cap && isForeignWord(word) && word.text.length > 3) return true;
    if (/^(?:cưới|hỏi|sinh|giải)$/u.test(word?.low ?? '') && !isBirthday(list, at)) return true;
  }
  return false;
}
