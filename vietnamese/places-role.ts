/** What a named place has to do with the story: read from the words before it. */
import { dataFile } from './data-file.ts';
import type { Mention } from './places-link.ts';
import { isSurname } from './places-runs.ts';
import type { Syllable } from './places-text.ts';
import { pair } from './places-type-words.ts';

/**
 * site: said to be where it happened or lies ("xảy ra tại xã A"); scene: where something is ("tại xã A");
 * plain: named, as a body's place too; listed: one of a list; aside: somebody's home, a route, the last
 * word of a school's name; holder: says where another place lies; many: one of a sentence's enumeration of
 * provinces; none: a team, a firm's name, an address to write to.
 */
export type Role = 'site' | 'scene' | 'plain' | 'aside' | 'listed' | 'holder' | 'many' | 'none';

/** Lists of words in data/place-roles.json; all in lower case, of one syllable or two. */
type WordList =
  | 'homes'
  | 'people'
  | 'away'
  | 'scenes'
  | 'sites'
  | 'bodies'
  | 'named'
  | 'venues'
  | 'firms'
  | 'joins'
  | 'contact'
  | 'sport'
  | 'grounds';

const roleWords = dataFile('place-roles.json', (json) => {
  const file = json as Readonly<Record<WordList, readonly string[]>>;
  const sets = new Map<string, ReadonlySet<string>>();
  for (const [name, words] of Object.entries(file)) {
    if (Array.isArray(words)) sets.set(name, new Set(words));
  }
  return (name: WordList): ReadonlySet<string> => sets.get(name) ?? NONE;
});

const NONE: ReadonlySet<string> = new Set();

/** A list of so many names no one of them. */
const MANY = 3;
/** So many provinces in one sentence are an enumeration, however they are joined. */
const MANY_PROVINCES = 4;
/** So many different words of the game make a report of it. */
const SPORT_WORDS = 4;

const SHORT = new Set(['tp', 'tx', 'q', 'p', 'h', 'tt', 'ts', 'gs', 'ths', 'bs', 'km', 'st']);

/** Does a sentence begin with this syllable? */
function begins(list: readonly Syllable[], at: number): boolean {
  const here = list[at];
  if (!here?.cap) return here === undefined;
  return here.gap === 'break' || (here.gap === 'dot' && !SHORT.has(list[at - 1]?.low ?? ''));
}

/** Index of the nearest of `words` among the `most` syllables before, in the same sentence; -1 if none. */
function near(
  list: readonly Syllable[],
  first: number,
  most: number,
  words: ReadonlySet<string>,
): number {
  for (let i = first - 1; i >= Math.max(0, first - most); i--) {
    if (begins(list, i + 1)) return -1;
    if (words.has(list[i]?.low ?? '') || words.has(pair(list, i))) return i;
  }
  return -1;
}

/** "Nguyễn Văn A (huyện B", "(34 tuổi, huyện B", "(34 tuổi) ở huyện B". */
function behindPerson(list: readonly Syllable[], first: number): boolean {
  const age = near(list, first, 3, AGE);
  const behind = list[age + 1]?.gap;
  if (age >= 0 && (behind === 'comma' || behind === 'open' || behind === 'break')) return true;
  if (list[first]?.gap !== 'open') return false;
  for (let at = first - 1; at > first - 5 && list[at]?.cap; at--) {
    if (at < first - 1 && isSurname(list[at])) return true;
    if (list[at]?.gap !== 'space') break;
  }
  return false;
}

const AGE = new Set(['tuổi']);

/**
 * What a bare province's name ends: a public body's speaks for its province, a school's or hospital's less,
 * a firm's not at all.
 */
function named(mention: Mention, list: readonly Syllable[]): Role | null {
  const { spot } = mention;
  const gap = list[spot.from]?.gap;
  if (mention.level !== 'province' || (gap !== 'space' && gap !== 'open')) return null;
  const words = roleWords();
  for (let i = spot.from - 1; i >= Math.max(0, spot.from - 9); i--) {
    const here = list[i];
    if (!here || begins(list, i + 1)) return null;
    const one = here.low;
    const two = pair(list, i);
    if (words('firms').has(one) || words('firms').has(two)) {
      return spot.hint?.from == null ? 'none' : 'aside';
    }
    if (words('named').has(one) || words('named').has(two)) {
      const venue = words('venues').has(one) || words('venues').has(two);
      if (spot.hint?.from != null || (venue && near(list, i, 4, AT) >= 0)) return null;
      return 'aside';
    }
    if (words('joins').has(one) || (here.cap && words('bodies').has(one))) return null;
  }
  const before = list[spot.from - 1];
  const glued = before?.cap && gap === 'space' && before.gap !== 'none' && !spot.led;
  return glued ? 'aside' : null;
}

export function roleOf(mention: Mention, list: readonly Syllable[]): Role {
  const words = roleWords();
  const { spot, group } = mention;
  const first = group[0]?.spot.from ?? spot.from;
  if (near(list, first, 14, words('contact')) >= 0) return 'none';
  const home = near(list, first, 12, ADDRESS);
  if (home >= 0 && list[home + 1]?.gap === 'colon') return 'none';
  const lives = near(list, first, 6, words('homes'));
  if (lives >= 0 && list[lives + 1]?.gap !== 'comma') return 'aside';
  if (behindPerson(list, first)) return 'aside';
  if (near(list, first, 1, words('people')) >= 0 && spot.hint?.from == null) return 'aside';
  if (near(list, first, 1, words('away')) >= 0 || isRoute(list, spot.from, spot.to)) return 'aside';
  if (spot.passage > 0 && isCaption(list, spot.to)) return 'aside';
  if (group.length >= MANY) return 'listed';
  const part = named(mention, list);
  if (part !== null) return part;
  if (near(list, first, 16, words('sites')) >= 0) return 'site';
  // A village or a road may stand between; before a province that would be another sentence part.
  const most = mention.level === 'province' ? 2 : 8;
  return near(list, first, most, words('scenes')) >= 0 ? 'scene' : 'plain';
}

const AT = new Set(['tại']);
const ADDRESS = new Set(['địa chỉ']);
const TO = new Set(['đến', 'tới', 'về', 'đi', 'lên', 'xuống']);
const FROM = new Set(['từ']);
const LINE = new Set(['tuyến']);

/** "tuyến Hà Nội - Vinh", "từ Hà Nội về Vinh", "đến Vinh lúc 8h". */
function isRoute(list: readonly Syllable[], from: number, to: number): boolean {
  const joined = list[from]?.gap === 'hyphen' || list[to]?.gap === 'hyphen';
  if (joined && near(list, from, 9, LINE) >= 0) return true;
  if (near(list, from, 1, TO) < 0) return false;
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

const COUNTED: ReadonlySet<Role> = new Set<Role>(['site', 'scene', 'plain', 'listed']);

/** Is the article a report of a game? Then places are mostly teams. */
export function isSport(lists: readonly (readonly Syllable[])[]): boolean {
  const sport = roleWords()('sport');
  const seen = new Set<string>();
  for (const list of lists) {
    for (let i = 0; i < list.length; i++) {
      const one = list[i]?.low ?? '';
      if (sport.has(one)) seen.add(one);
      const two = pair(list, i);
      if (sport.has(two)) seen.add(two);
    }
    if (seen.size >= SPORT_WORDS) return true;
  }
  return false;
}

/** In a report of a game: not a team but where it is played. Teams have no type word but a city's. */
export function isGround(mention: Mention, list: readonly Syllable[]): boolean {
  const { hint, from } = mention.spot;
  if (hint !== null && hint.from !== null && !hint.types.includes('Thành phố')) return true;
  return near(list, from, 1, roleWords()('grounds')) >= 0 || near(list, from, 8, FIELD) >= 0;
}

const FIELD = new Set(['tại sân', 'trên sân']);
