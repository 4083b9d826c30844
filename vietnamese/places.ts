/**
 * Places: every administrative unit that an article names, also inside the name of a body, with the unit
 * of the article's day, the units that hold its land today, and the article's main places.
 */
import { pathOf, type TodayUnit, today } from './gazetteer.ts';
import type { UnitLevel } from './gazetteer-data.ts';
import type { Story } from './places-choice.ts';
import { homeOn } from './places-home.ts';
import { link, type Mention, mentionOf } from './places-link.ts';
import { byRules, mainPlaces } from './places-main.ts';
import { placeWords } from './places-names.ts';
import type { Option } from './places-options.ts';
import { enumerated, type Role, roleOf } from './places-role.ts';
import { settle } from './places-settle.ts';
import { saidOf } from './places-signs.ts';
import { isGround, isSport } from './places-sport.ts';
import { spots } from './places-spot.ts';
import { type Syllable, syllables } from './places-text.ts';
import { grow } from './places-tree.ts';
import { pair } from './places-type-words.ts';
import { tellsOf } from './places-unnamed.ts';
import { storyWords } from './places-words.ts';

/** [province, district, commune], names with type word; null = unknown, or not existing on that day. */
type PlacePath = [string | null, string | null, string | null];

export interface PlaceFound {
  paragraph: number;
  /** UTF-16 offsets of the text handed in, end exclusive; the type word is inside where it stands there. */
  start: number;
  end: number;
  text: string;
  level: UnitLevel;
  /** The statistics office's code of the deepest known part of `path`. */
  code: string | null;
  path: PlacePath;
  /** The units that hold this land today; [] where it is not settled or not known. */
  today: { code: string | null; path: PlacePath; partial: boolean }[];
  /** What it may be, where the article does not settle it. */
  candidates: { code: string | null; path: PlacePath }[];
}

export interface PlaceContext {
  /** Any ISO date or date-time; the map of its day is used. Null: the first known state (April 2023). */
  readonly publishedAt: string | null;
  /** Code of the newspaper's province, of any state of the map. */
  readonly province: string | null;
}

/**
 * Finds the places of an article. `passages` are its texts in reading order (-1 headline, 0 sapo, n
 * block). Pure; linear in the length of the text; never throws.
 */
export function findPlaces(
  passages: readonly { readonly paragraph: number; readonly text: string }[],
  context: PlaceContext,
): { places: PlaceFound[]; mainPlaces: PlacePath[] } {
  const { places, story, home, day } = readPlaces(passages, context);
  const main = mainPlaces(story);
  const unnamed = main.length === 0 && places.every(({ path }) => path[0] === null);
  return { places, mainPlaces: unnamed ? ownProvince(home, day, passages) : [...main] };
}

/** The places, and what the main ones are chosen from; the bench place-choice learns from that. */
export function readPlaces(
  passages: readonly { readonly paragraph: number; readonly text: string }[],
  context: PlaceContext,
): {
  readonly places: PlaceFound[];
  readonly story: Story;
  readonly home: ReadonlySet<string>;
  readonly day: string | null;
} {
  const day = context.publishedAt?.slice(0, 10) ?? null;
  const lists: Syllable[][] = [];
  const all: Mention[] = [];
  passages.forEach(({ text }, i) => {
    const list = syllables(text);
    lists.push(list);
    const mentions = spots(list, i).flatMap((spot) => mentionOf(spot, list, day) ?? []);
    const kept = withoutRoads(mentions, list);
    link(kept, list, day);
    // Not push(...kept): a paragraph may hold more names than a call takes arguments.
    for (const mention of kept) all.push(mention);
  });
  const home = homeOn(context.province, day);
  settle(all, { home });
  const foreign = new Set(all.filter((mention) => isForeign(mention, lists)));
  const abroad = new Set([...foreign].map(({ level, name }) => `${level} ${name}`));
  const accepted = all.filter(
    ({ accepted, up, level, name }) =>
      accepted && !abroad.has(`${level} ${name}`) && (up === null || !foreign.has(up)),
  );
  const places = accepted.flatMap((mention) => {
    const passage = passages[mention.spot.passage];
    return passage ? [found(mention, passage, day)] : [];
  });
  const words = storyWords(passages, lists, places);
  const roles = rolesOf(accepted, lists);
  const said = saidOf(places, accepted, roles, passages, lists);
  const grown = grow(places, roles, passages);
  return { places, story: { grown, words, said, ruled: byRules(grown) }, home, day };
}

/** The newspaper's own province, where its article says "tỉnh" and names none. */
function ownProvince(
  home: ReadonlySet<string>,
  day: string | null,
  passages: readonly { readonly paragraph: number; readonly text: string }[],
): PlacePath[] {
  const [code] = home;
  if (code === undefined || home.size > 1) return [];
  const [province] = pathOf(code, day);
  return province !== null && tellsOf(province, passages) ? [[province, null, null]] : [];
}

/** What each mention has to do with the story; mentions in reading order. */
function rolesOf(mentions: readonly Mention[], lists: readonly Syllable[][]): Role[] {
  const uppers = new Set(mentions.flatMap((mention) => mention.up ?? []));
  const game = isSport(lists);
  const found: Role[] = [];
  for (let from = 0; from < mentions.length; ) {
    const passage = mentions[from]?.spot.passage ?? 0;
    let to = from + 1;
    while (mentions[to]?.spot.passage === passage) to++;
    const list = lists[passage] ?? [];
    const some = mentions.slice(from, to);
    const claimed = some.some(({ name }) => CLAIMED.has(name)) && claims(list);
    const roles = some.map((mention): Role => {
      if (uppers.has(mention)) return 'holder';
      if (claimed && CLAIMED.has(mention.name)) return 'none';
      return game && !isGround(mention, list) ? 'none' : roleOf(mention, list);
    });
    for (const role of enumerated(some, roles, list)) found.push(role);
    from = to;
  }
  return found;
}

const CLAIMED = new Set(['hoàng sa', 'trường sa']);

/** Does a passage speak of sovereignty? Then it names the archipelagos, and nothing happens there. */
function claims(list: readonly Syllable[]): boolean {
  return list.some((_, i) => pair(list, i) === 'chủ quyền');
}

/** "cao tốc Hà Nội - Hải Phòng": a road named by its ends names no place. */
function withoutRoads(mentions: readonly Mention[], list: readonly Syllable[]): Mention[] {
  return mentions.filter(({ spot }) => {
    const next = list[spot.to];
    if (spot.road && next?.gap === 'hyphen' && (next.cap || next.low === 'tp')) return false;
    if (list[spot.from]?.gap !== 'hyphen') return true;
    let at = spot.from - 1;
    for (let steps = 0; at > 0 && steps < 12; steps++, at--) {
      const here = list[at];
      if (!here?.cap || (here.gap !== 'space' && here.gap !== 'hyphen' && here.gap !== 'dot'))
        break;
      if (here.gap !== 'hyphen' && isRoad(list, at - 1)) return false;
    }
    return !isRoad(list, at);
  });
}

function isRoad(list: readonly Syllable[], at: number): boolean {
  const here = list[at];
  const before = list[at - 1];
  if (!here) return false;
  const { roads } = placeWords();
  const one = here.low;
  return (
    roads.has(one) || one === 'đường' || (before !== undefined && roads.has(`${before.low} ${one}`))
  );
}

const ABROAD = new Set(['trung quốc', 'đài loan', 'hàn quốc', 'nhật bản', 'lào', 'campuchia']);

const REGION = new Set(['miền', 'phía', 'vùng']);
const WITHIN_REGION = new Set(['bắc', 'nam', 'đông', 'tây', 'trung', 'của']);

/** Where the country's name is looked for behind a place: past "của" or "miền Trung", "phía tây nam". */
function countryAt(list: readonly Syllable[], from: number): number {
  if (list[from]?.low === 'của') return from + 1;
  if (!REGION.has(list[from]?.low ?? '')) return from;
  let at = from + 1;
  while (at < from + 4 && WITHIN_REGION.has(list[at]?.low ?? '') && !isAbroad(list, at)) at++;
  // "Lạng Sơn, phía Trung Quốc cho biết": the other side speaks.
  return at > from + 1 ? at : from;
}

function isAbroad(list: readonly Syllable[], at: number): boolean {
  const here = list[at];
  if (!here?.cap) return false;
  const next = list[at + 1]?.low ?? '';
  return (ABROAD.has(here.low) && next !== 'cai') || ABROAD.has(`${here.low} ${next}`);
}

/** "tỉnh Hà Nam (Trung Quốc)", "tỉnh Hà Nam, miền Trung Trung Quốc" is another one. */
function isForeign({ spot }: Mention, lists: readonly Syllable[][]): boolean {
  const list = lists[spot.passage] ?? [];
  const next = list[spot.to];
  if (!next || next.gap === 'break' || next.gap === 'colon') return false;
  if (next.gap === 'hyphen' && spot.hint === null) return false;
  if (next.gap === 'comma' && spot.hint?.from == null) return false;
  const at = countryAt(list, spot.to);
  const gap = list[at]?.gap;
  return gap !== 'break' && gap !== 'colon' && isAbroad(list, at);
}

function common(options: readonly Option[]): PlacePath {
  const path: PlacePath = [null, null, null];
  for (let i = 0; i < 3; i++) {
    const names = new Set(options.map((option) => option.path[i] ?? null));
    const [name] = names;
    if (names.size !== 1 || !name) break;
    path[i] = name;
  }
  return path;
}

/** Options live as long as the names they come from, for a few days at a time. */
const todays = new WeakMap<Option, readonly TodayUnit[]>();

function todayOf(option: Option, day: string | null): readonly TodayUnit[] {
  const known = todays.get(option);
  if (known) return known;
  const { state, stale } = option;
  const made = state === null ? [] : today(state.code, stale ? (state.to ?? state.from) : day);
  todays.set(option, made);
  return made;
}

function found(
  mention: Mention,
  passage: { readonly paragraph: number; readonly text: string },
  day: string | null,
): PlaceFound {
  const { start, end } = mention.spot;
  const place = {
    paragraph: passage.paragraph,
    start,
    end,
    text: passage.text.slice(start, end),
    level: mention.level,
  };
  const { chosen, up, options } = mention;
  if (chosen) {
    const now = todayOf(chosen, day).map((u) => ({ ...u, path: [...u.path] as PlacePath }));
    return { ...place, code: chosen.code, path: [...chosen.path], today: now, candidates: [] };
  }
  if (up?.chosen) {
    const fitting = options.filter((o) => o.path[0] === up.chosen?.path[0]);
    if (fitting.length === 0 || up.chosen.level === 'district') {
      return {
        ...place,
        code: up.chosen.code,
        path: [...up.chosen.path],
        today: [],
        candidates: [],
      };
    }
  }
  const path = common(options);
  const code =
    options.every((o) => o.district === options[0]?.district) && path[1] !== null
      ? options[0]?.district
      : path[0] !== null
        ? options[0]?.province
        : null;
  const candidates = options.map((option) => ({
    code: option.code,
    path: [...option.path] as PlacePath,
  }));
  return { ...place, code: code ?? null, path, today: [], candidates };
}
