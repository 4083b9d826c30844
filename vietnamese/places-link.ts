/** Linking: which spots stand in one list, and which say where another lies ("xã A, huyện B"). */
import type { UnitLevel } from './gazetteer-data.ts';
import { comingOf, liesIn, type Option, optionsOf, RANK } from './places-options.ts';
import type { Spot } from './places-spot.ts';
import type { Gap, Syllable } from './places-text.ts';

export interface Mention {
  readonly spot: Spot;
  /** What it may mean, its level settled. */
  options: readonly Option[];
  level: UnitLevel;
  /** The name in one spelling, to find the same name elsewhere. */
  readonly name: string;
  /** The unit said to hold it. */
  up: Mention | null;
  /** Its list, itself included. */
  group: Mention[];
  chosen: Option | null;
  accepted: boolean;
}

const INTO = new Set(['thuộc', 'của', 'ở', 'tại']);
const AND = new Set(['và', 'hoặc', 'cùng', 'với', 'hay']);

/** "Phú Yên cũ", "phường Trần Phú (cũ)": not the unit that bears the name now. */
function isFormer(spot: Spot, list: readonly Syllable[]): boolean {
  const next = list[spot.to];
  return next?.low === 'cũ' && (next.gap === 'space' || next.gap === 'open');
}

const ORDER: readonly UnitLevel[] = ['province', 'district', 'commune'];

/** The levels of a bare name at which a unit had gone by the day. */
function formerLevels(spot: Spot, day: string | null): UnitLevel[] {
  const match = spot.matches[0];
  if (!match) return [];
  return ORDER.filter((level) => optionsOf(match, level, day).some((o) => o.stale));
}

function levelsOf(spot: Spot, day: string | null, former: boolean): UnitLevel[] {
  if (spot.hint) return [...spot.hint.levels];
  const match = spot.matches[0];
  if (!match) return [];
  const gone = formerLevels(spot, day);
  if (former && gone.length > 0) return gone;
  // After the reform many a ward bears a province's old name; bare it is still the province.
  if (gone[0] === 'province') return gone;
  const present = (level: UnitLevel) => optionsOf(match, level, day).some((o) => !o.stale);
  const now = ORDER.filter(present);
  return now.length > 0 ? now : ORDER.filter((level) => optionsOf(match, level, day).length > 0);
}

/** The options of the first level that has one: a bare name takes the higher level. */
export function mentionOf(
  spot: Spot,
  list: readonly Syllable[],
  day: string | null,
): Mention | null {
  const name = list
    .slice(spot.name, spot.to)
    .map((s) => s.key)
    .join(' ');
  const made = (level: UnitLevel, options: readonly Option[]): Mention => {
    const mention: Mention = {
      spot,
      options,
      level,
      name,
      up: null,
      group: [],
      chosen: null,
      accepted: false,
    };
    mention.group = [mention];
    return mention;
  };
  const match = spot.matches[0];
  if (!match) {
    const level = spot.hint?.levels.at(-1);
    return level ? made(level, []) : null;
  }
  const former = isFormer(spot, list);
  for (const level of levelsOf(spot, day, former)) {
    const all = optionsOf(match, level, day);
    const gone = former ? all.filter((o) => o.stale) : [];
    const options = gone.length > 0 ? gone : all;
    if (options.length === 0) continue;
    // "thành phố Hà Tĩnh" is the city, "thành phố Hải Phòng" the province: the type word tells.
    if (spot.hint && spot.hint.levels.length > 1) {
      const fitting = options.filter((o) => spot.hint?.types.includes(o.type));
      if (fitting.length === 0 && level === 'province') continue;
    }
    return made(level, options);
  }
  if (spot.hint) {
    for (const level of spot.hint.levels) {
      const options = optionsOf(match, level, day);
      if (options.length > 0) return made(level, options);
    }
    for (const level of [...spot.hint.levels].reverse()) {
      const options = comingOf(match, level, day);
      if (options.length > 0) return made(level, options);
    }
  }
  return null;
}

type Link = 'list' | 'chain' | null;

function between(a: Mention, b: Mention, list: readonly Syllable[]): { gap: Gap; words: string[] } {
  const words: string[] = [];
  // "phường Trần Phú cũ, TP Hà Tĩnh cũ"
  const skips = isFormer(a.spot, list) && list[a.spot.to + 1]?.gap === 'comma';
  const from = a.spot.to + (skips ? 1 : 0);
  for (let i = from; i < b.spot.from && words.length < 4; i++) words.push(list[i]?.low ?? '');
  return { gap: list[from]?.gap ?? 'none', words };
}

function asListItem(a: Mention, b: Mention, day: string | null): boolean {
  const match = b.spot.matches[0];
  if (!match || (b.spot.hint?.from !== undefined && b.spot.hint?.from !== null))
    return b.level === a.level;
  const options = optionsOf(match, a.level, day);
  if (options.length === 0) return false;
  if (b.level !== a.level) {
    const together = options.filter((o) => a.options.some((x) => share(o, x)));
    if (together.length === 0) return false;
    b.level = a.level;
    b.options = options;
  }
  return true;
}

function share(a: Option, b: Option): boolean {
  if (a === b) return true;
  if (a.level === 'commune' && b.level === 'commune') {
    return a.district !== null ? a.district === b.district : a.province === b.province;
  }
  return a.province === b.province && a.province !== null;
}

/** "Trường THPT Hòa Bình, huyện Chi Lăng": a bare name of a higher unit that a commune in there bears too. */
function lower(a: Mention, b: Mention, day: string | null): boolean {
  const match = a.spot.matches[0];
  if (!match || a.spot.hint !== null || b.level !== 'district' || a.level === 'commune')
    return false;
  const inside = optionsOf(match, 'commune', day).filter((o) =>
    b.options.some((u) => liesIn(o, u)),
  );
  if (inside.length === 0) return false;
  a.level = 'commune';
  a.options = inside;
  return true;
}

function linkOf(a: Mention, b: Mention, list: readonly Syllable[], day: string | null): Link {
  const { gap, words } = between(a, b, list);
  const last = list[b.spot.from]?.gap ?? 'none';
  if (gap === 'break' || gap === 'colon' || gap === 'dot' || gap === 'none') return null;
  const typed = b.spot.hint?.from != null;
  const into = words.length === 1 && INTO.has(words[0] ?? '');
  if (words.length === 0 || into) {
    const near =
      into ||
      gap === 'comma' ||
      gap === 'open' ||
      gap === 'hyphen' ||
      (gap === 'space' && (typed || a.spot.hint?.from != null));
    if (gap === 'semicolon') return asListItem(a, b, day) ? 'list' : null;
    if (!near) return null;
    const upper = RANK[b.level] < RANK[a.level];
    const held = a.options.some((o) => b.options.some((u) => liesIn(o, u)));
    const plural = a.group.some((m) => m.spot.hint?.plural) || a.group.length > 1;
    if (!typed && gap === 'comma' && plural && asListItem(a, b, day)) return 'list';
    if (upper && (typed || held)) return 'chain';
    if (typed && (gap === 'comma' || gap === 'open') && lower(a, b, day)) return 'chain';
    // A name that the day's map lacks lies in what is named behind it.
    const lacking = a.options.every((o) => o.stale) && a.spot.hint?.from != null;
    if (upper && (gap === 'open' || gap === 'comma') && lacking) return 'chain';
    if (gap === 'comma') return asListItem(a, b, day) ? 'list' : null;
    if (gap === 'hyphen') return b.level === a.level ? 'list' : null;
    return null;
  }
  // "Lý Nhân 337, Bình Lục 15": figures stand behind the items.
  const figure = words.length === 1 && /^\d+$/u.test(words[0] ?? '') && last === 'comma';
  if (figure || (words.length === 1 && AND.has(words[0] ?? '') && last === 'space')) {
    return asListItem(a, b, day) ? 'list' : null;
  }
  return null;
}

/** A province has no more districts; the bound keeps reading linear. */
const LONGEST_LIST = 64;

/** Links the mentions of one passage, in their order. */
export function link(
  mentions: readonly Mention[],
  list: readonly Syllable[],
  day: string | null,
): void {
  for (let i = 1; i < mentions.length; i++) {
    const a = mentions[i - 1];
    const b = mentions[i];
    if (!a || !b) continue;
    const found = linkOf(a, b, list, day);
    if (found === 'list' && a.group.length < LONGEST_LIST) {
      a.group.push(b);
      b.group = a.group;
    } else if (found === 'chain') {
      // What closes a list holds all of it, unless the items say otherwise: "quận 1, 9 và thị xã Dĩ An
      // (Bình Dương)".
      for (const item of a.group) {
        const inside = item.options.some((o) => b.options.some((u) => liesIn(o, u)));
        if (item === a || inside || (item.options.length === 0 && item.level === a.level))
          item.up ??= b;
      }
    }
  }
}
