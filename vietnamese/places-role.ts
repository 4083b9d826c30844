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
 * end of a school's or hospital's name; holder: says where another place lies; many: one of a sentence's enumeration of
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
  const born = near(list, first, 12, BORN);
  const lives = list[born + 2];
  if (born >= 0 && lives?.gap === 'comma' && LIVES.has(lives.low)) {
    if (!list.slice(born + 1, first + 1).some(({ gap }) => gap === 'open')) return true;
  }
  if (isReader(list, first)) return true;
  if (list[first]?.gap !== 'open') return false;
  let at = first - 1;
  let surname = false;
  for (; at > first - 5 && list[at]?.cap; at--) {
    if (at < first - 1 && isSurname(list[at])) surname = true;
    if (list[at]?.gap !== 'space') break;
  }
  // "chị H (Thái Nguyên)"
  if (at > 0 && list[at + 1]?.cap && roleWords()('honorifics').has(list[at]?.low ?? ''))
    return true;
  return surname && !roleWords()('grounded').has(list[at]?.low ?? '');
}

/** A reader's place has so many syllables and ends the sentence. */
const ENDS = 4;

/** "(Ngọc Phương, Phú Thọ)" behind a question. */
function isReader(list: readonly Syllable[], first: number): boolean {
  if (list[first]?.gap !== 'comma') return false;
  let at = first - 1;
  while (at > first - 4 && list[at]?.cap && list[at]?.gap === 'space') at--;
  let end = first + 1;
  while (end < list.length && end <= first + ENDS && !begins(list, end)) end++;
  const opens = list[at]?.gap === 'open' || list[at]?.gap === 'break';
  return at < first - 1 && opens && end <= first + ENDS;
}

const HAPPENS = new Set(['xảy ra', 'quả tang', 'phát hiện', 'bắt giữ', 'dừng xe', 'tạm dừng']);
const AGE = new Set(['tuổi']);
const BORN = new Set(['sn', 'sinh năm']);
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
      ? 'tail'
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
      if (near(list, i, 10, AT) >= 0 && happens(list, i, spot.to)) return 'scene';
      return bare ? 'none' : 'tail';
    }
    if (words('named').has(one) || words('named').has(two)) {
      const venue = words('venues').has(one) || words('venues').has(two);
      if (!bare || (venue && near(list, i, 4, AT) >= 0)) return null;
      return 'tail';
    }
    if (words('joins').has(one) || (here.cap && words('bodies').has(one))) return null;
  }
  const before = list[spot.from - 1];
  const glued = before?.cap && gap === 'space' && before.gap !== 'none' && !spot.led;
  return glued ? 'tail' : null;
}

/** "nổ tại nhà máy A", "tại nhà máy A xảy ra sự cố". */
function happens(list: readonly Syllable[], at: number, to: number): boolean {
  if (near(list, at, 16, roleWords()('happens')) >= 0) return true;
  return near(list, to + 3, 3, roleWords()('sites')) >= 0;
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
  if (near(list, first, 14, words('contact')) >= 0) return 'none';
  if (near(list, first, 24, BESIDE) >= 0 || near(list, first, 1, words('plates')) >= 0)
    return 'none';
  const home = near(list, first, 12, ADDRESS);
  if (home >= 0 && list[home + 1]?.gap === 'colon') return 'none';
  const lives = near(list, first, 8, words('homes'));
  if (lives >= 0 && list[lives + 1]?.gap !== 'comma') {
    if (!list.slice(lives + 1, first + 1).some(({ gap }) => gap === 'break')) return 'aside';
  }
  if (behindPerson(list, first)) return 'aside';
  if (near(list, first, 10, words('examples')) >= 0) return 'aside';
  if (near(list, first, 2, words('deputies')) >= 0) return 'aside';
  if (near(list, first, 1, AT) >= 0 && near(list, first, 10, OFFICE) >= 0) return 'aside';
  if (near(list, first, 1, words('people')) >= 0 && spot.hint?.from == null) return 'aside';
  if (near(list, first, 1, words('away')) >= 0 || isRoute(list, spot.from, spot.to)) return 'aside';
  if (spot.passage > 0 && isCaption(list, spot.to)) return 'aside';
  const figure = list[spot.to];
  if (figure?.digits && figure.gap === 'open' && list[spot.to + 1]?.gap !== 'space')
    return 'counted';
  if (group.length >= MANY) return 'listed';
  // "cảng A (thuộc xã B)": a name that lies elsewhere.
  if (list[spot.to]?.low === 'thuộc' && list[spot.to]?.gap === 'open') return 'aside';
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
const AT = new Set(['tại']);
const BESIDE = new Set(['bên lề']);
/** "trưởng đại diện tại Hà Nội": where somebody has his desk. */
const OFFICE = new Set(['đại diện', 'đại sứ', 'lãnh sự', 'chi nhánh']);
const ADDRESS = new Set(['địa chỉ']);
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

/** Syllables between a place and the credit of its picture. */
const CAPTION = 24;

/** "… ở huyện A. Ảnh: B": the words under a picture. */
function isCaption(list: readonly Syllable[], to: number): boolean {
  for (let i = to; i < Math.min(list.length - 1, to + CAPTION); i++) {
    const here = list[i];
    if (here?.low === 'ảnh' && here.cap && (here.gap === 'dot' || here.gap === 'open')) return true;
    if (begins(list, i)) return false;
  }
  return false;
}

/**
 * Provinces that stand with three others or more in one sentence become `many`. `mentions` are those of one
 * passage in the order of the text, `roles` their roles; gives the roles anew.
 */
export function enumerated(
  mentions: readonly Mention[],
  roles: readonly Role[],
  list: readonly Syllable[],
): Role[] {
  const found = [...roles];
  let sentence: number[] = [];
  let at = 0;
  const close = () => {
    if (new Set(sentence.map((i) => mentions[i]?.name)).size >= MANY_PROVINCES) {
      for (const i of sentence) found[i] = 'many';
    }
    sentence = [];
  };
  mentions.forEach((mention, i) => {
    for (; at < mention.spot.from; at++) if (begins(list, at)) close();
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
