/** What a named place has to do with the story: read from the words before it. */
import type { UnitLevel } from './gazetteer-data.ts';
import type { Mention } from './places-link.ts';
import { ahead, begins, near, roleWords } from './places-near.ts';
import { isSurname } from './places-runs.ts';
import type { Syllable } from './places-text.ts';
import { pair } from './places-type-words.ts';

/**
 * site: said to be where it happened or lies ("xảy ra tại xã A"); scene: where something is ("tại xã A");
 * plain: named; body: named in the name of an authority;
 * police: of one that only tells of it; listed: one of a list; aside: somebody's home, a route; tail: the
 * end of a hospital's or newspaper's name; school: of a school's; holder: says where another place lies; many: one of a sentence's enumeration of
 * provinces; counted: one of a bulletin's ("tại A (2), B (1)"); dateline: the name with a colon that opens a headline; none: a team, a firm's name, an address
 * to write to.
 */
export type Role =
  | 'site'
  | 'scene'
  | 'plain'
  | 'body'
  | 'police'
  | 'aside'
  | 'tail'
  | 'school'
  | 'listed'
  | 'holder'
  | 'many'
  | 'dateline'
  | 'counted'
  | 'none';

/** A list of so many names no one of them. */
const MANY = 3;
/** So many provinces in one sentence are an enumeration, however they are joined. */
const MANY_PROVINCES = 4;
/** "Nguyễn Văn A (huyện B", "(34 tuổi, huyện B", "(34 tuổi) ở huyện B", "34 tuổi, ở thôn C, huyện B". */
function behindPerson(list: readonly Syllable[], first: number): boolean {
  const age = near(list, first, 10, AGE);
  const next = list[age + 1];
  const apart = next?.gap === 'comma' || next?.gap === 'open' || next?.gap === 'break';
  if (age >= 0 && apart && (first - age <= 3 || LIVES.has(next?.low ?? ''))) return true;
  if (list[first]?.gap !== 'open') return false;
  let at = first - 1;
  let surname = false;
  for (; at > first - 5 && list[at]?.cap; at--) {
    if (at < first - 1 && isSurname(list[at])) surname = true;
    if (list[at]?.gap !== 'space') break;
  }
  // "khu tập thể E3 Thái Thịnh (Đống Đa": no person.
  return surname && near(list, at + 1, 4, roleWords()('grounded')) < 0;
}

/** "chị Trà, một nhân viên tại quận A cho biết": where somebody lives or works who has a say. */
function isSpeakers(mention: Mention, list: readonly Syllable[], first: number): boolean {
  if (!ahead(list, chainEnd(mention), 2, SAYS) || near(list, first, 8, IN) < 0) return false;
  const person = near(list, first, 24, roleWords()('honorifics'));
  return person >= 0 && list.slice(person, first).some(({ gap }) => gap === 'comma');
}

const SAYS = new Set(['cho biết', 'chia sẻ', 'cho hay', 'kể', 'nói', 'nhận định', 'tâm sự']);
const IN = new Set(['tại', 'ở']);
const WITHIN = new Set(['tại']);
const PHOTO = new Set(['ảnh', 'nguồn', 'video', 'clip']);

const HAPPENS = new Set(['xảy ra', 'quả tang', 'phát hiện', 'bắt giữ', 'dừng xe', 'tạm dừng']);
const AGE = new Set(['tuổi']);
const LIVES = new Set(['ở', 'trú', 'ngụ', 'quê', 'tạm', 'thường', 'hiện']);

/** "đường Trần Phú (phường 8": the bracket says where a street, a port, a mine lies. */
function behindGround(list: readonly Syllable[], first: number, level: UnitLevel): boolean {
  if (list[first]?.gap !== 'open') return false;
  if (level !== 'province' && list[first - 1]?.cap) return true;
  const at = near(list, first, 6, roleWords()('grounded'));
  const next = list[at + 1];
  return at >= 0 && (next?.cap === true || next?.digits === true);
}

/**
 * What a bare province's name ends: a public body's speaks for its province, a school's or hospital's less,
 * a firm's not at all.
 */
function named(mention: Mention, list: readonly Syllable[]): Role | null {
  const { spot } = mention;
  const gap = list[spot.from]?.gap;
  if (gap !== 'space' && gap !== 'open') return null;
  const words = roleWords();
  // "Trường Đại học Y khoa Vinh": of a town only a school's name speaks, where no word says what it is.
  if (mention.level !== 'province') {
    const school = mention.level === 'district' && spot.hint?.from == null && gap === 'space';
    return school &&
      near(list, spot.from, 5, words('venues')) >= 0 &&
      near(list, spot.from, 5, words('joins')) < 0
      ? 'school'
      : null;
  }
  // Of "TP HCM" the first word is rather a part of the name.
  const bare = spot.hint?.from == null || spot.hint.types.includes('Thành phố');
  for (let i = spot.from - 1; i >= Math.max(0, spot.from - 9); i--) {
    const here = list[i];
    if (!here || begins(list, i + 1)) return null;
    const one = here.low;
    const two = pair(list, i);
    if (words('firms').has(one) || words('firms').has(two)) {
      // "nổ lớn tại nhà máy Formosa Hà Tĩnh": there it happened.
      if (near(list, i, 4, WITHIN) >= 0) return 'scene';
      return bare ? 'none' : 'tail';
    }
    if (words('named').has(one) || words('named').has(two)) {
      if (!bare) return null;
      return words('venues').has(one) || words('venues').has(two) ? 'school' : 'tail';
    }
    if (words('joins').has(one) || (here.cap && words('bodies').has(one))) return null;
  }
  return null;
}

/** "Công an huyện A", "UBND xã B", "Tỉnh ủy C". */
function isBody(list: readonly Syllable[], first: number): boolean {
  const at = near(list, first, 5, roleWords()('bodies'));
  return at >= 0 && list[at]?.cap === true && list[first]?.gap === 'space';
}

export function roleOf(mention: Mention, list: readonly Syllable[]): Role {
  const words = roleWords();
  const { spot, group } = mention;
  const first = group[0]?.spot.from ?? spot.from;
  if (near(list, first, 24, BESIDE) >= 0 || near(list, first, 1, words('plates')) >= 0)
    return 'none';
  const credit = near(list, first, 4, PHOTO);
  if (credit >= 0 && list[credit + 1]?.gap === 'colon') return 'none';
  if (spot.hint?.from == null && near(list, first, 1, words('teams')) >= 0) return 'none';
  const lives = near(list, first, 8, words('homes'));
  // "Trường mầm non A (trụ sở tại phường B": a school's seat is where it is, a firm's is an address.
  const school = lives >= 0 && near(list, lives, 8, words('venues')) >= 0;
  if (lives >= 0 && !school && list[lives + 1]?.gap !== 'comma') {
    if (!list.slice(lives + 1, first + 1).some(({ gap }) => gap === 'break')) return 'aside';
  }
  if (behindPerson(list, first) || isSpeakers(mention, list, first)) return 'aside';
  if (near(list, first, 1, words('away')) >= 0 || isRoute(list, spot.from, spot.to)) return 'aside';
  const figure = list[spot.to];
  if (figure?.digits && figure.gap === 'open' && list[spot.to + 1]?.gap !== 'space')
    return 'counted';
  if (group.length >= MANY) return 'listed';
  if (spot.from === 0 && list[spot.to]?.gap === 'colon') return 'dateline';
  const part = named(mention, list);
  if (part !== null) return part;
  if (near(list, first, 22, words('sites')) >= 0) return 'site';
  const local = mention.level !== 'province';
  const event = () =>
    local &&
    (near(list, first, EVENT, words('events')) >= 0 || ahead(list, chainEnd(mention), 12, HAPPENS));
  if (behindGround(list, first, mention.level)) return event() ? 'site' : 'scene';
  // A village or a road may stand between; before a province that would be another sentence part.
  const most = mention.level === 'province' ? 2 : 8;
  if (near(list, first, most, words('scenes')) >= 0) {
    return event() ? 'site' : 'scene';
  }
  if (near(list, first, 4, words('police')) >= 0 && list[first]?.gap === 'space') return 'police';
  return isBody(list, first) ? 'body' : 'plain';
}

/** The first syllable behind a place and the units said to hold it. */
function chainEnd({ spot, up }: Mention): number {
  let end = spot.to;
  for (let upper = up; upper !== null; upper = upper.up) end = Math.max(end, upper.spot.to);
  return end;
}

/** Syllables between an event and the place where it happened. */
const EVENT = 18;
const BESIDE = new Set(['bên lề']);
const TO = new Set(['đến', 'tới', 'về', 'đi', 'lên', 'xuống', 'sang', 'ra', 'vào', 'các']);
const FROM = new Set(['từ']);
const LINE = new Set(['tuyến']);

/** "tuyến Hà Nội - Vinh", "từ Hà Nội về Vinh", "đến Vinh lúc 8h". */
function isRoute(list: readonly Syllable[], from: number, to: number): boolean {
  const joined = list[from]?.gap === 'hyphen' || list[to]?.gap === 'hyphen';
  if (joined && near(list, from, 9, LINE) >= 0) return true;
  const goes = near(list, from, joined ? 4 : 1, TO);
  if (goes < 0 || !list.slice(goes + 1, from).every((word) => word.cap)) return false;
  return list[to]?.low === 'lúc' || near(list, from, 16, FROM) >= 0;
}

/**
 * Provinces that stand with three others or more in one sentence become `many`; beside one that is
 * counted, those where something is are counted too ("A (2), B (1) và 1 ca tại C"). `mentions` are those of one
 * passage in the order of the text, `roles` their roles; gives the roles anew.
 */
export function enumerated(
  mentions: readonly Mention[],
  roles: readonly Role[],
  list: readonly Syllable[],
): Role[] {
  const found = [...roles];
  let sentence: number[] = [];
  let counted = false;
  let at = 0;
  const close = () => {
    if (new Set(sentence.map((i) => mentions[i]?.name)).size >= MANY_PROVINCES) {
      for (const i of sentence) found[i] = 'many';
    } else if (counted) {
      for (const i of sentence) if (found[i] === 'scene') found[i] = 'counted';
    }
    sentence = [];
    counted = false;
  };
  mentions.forEach((mention, i) => {
    for (; at <= mention.spot.from; at++) if (begins(list, at)) close();
    if (roles[i] === 'counted') counted = true;
    if (mention.level === 'province' && COUNTED.has(roles[i] ?? 'none')) sentence.push(i);
  });
  close();
  return found;
}

const COUNTED: ReadonlySet<Role> = new Set<Role>([
  'site',
  'scene',
  'plain',
  'body',
  'police',
  'listed',
]);
