/** Spotting: where a passage prints the name of a unit, and what stands right before it. */
import type { UnitLevel } from './gazetteer-data.ts';
import { surnameShare } from './names.ts';
import { type NameMatch, namesAt, placeWords } from './places-names.ts';
import type { Syllable } from './places-text.ts';

/** What a type word, or the body named before, says about the unit. */
export interface TypeHint {
  readonly levels: readonly UnitLevel[];
  /** Type words of the gazetteer that fit exactly. */
  readonly types: readonly string[];
  /** First syllable of the type word; null where the word belongs to a body ("Huyện ủy"). */
  readonly from: number | null;
  /** "các huyện A, B": a list follows. */
  readonly plural: boolean;
}

export interface Spot {
  /** Place of the passage in the list handed in. */
  readonly passage: number;
  /** Syllables: first of the span, first of the name, first behind it. */
  readonly from: number;
  readonly name: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly hint: TypeHint | null;
  /** Names that fit from this syllable on, longest first; [] = a typed name that no list knows. */
  readonly matches: readonly NameMatch[];
  /** A bare name in doubtful company: only strong evidence makes it a place. */
  readonly doubtful: boolean;
  /** Behind a word that places follow: ở, tại, Công an. */
  readonly led: boolean;
  /** Behind a word that nothing but a place follows: đảo, Huyện ủy. */
  readonly sure: boolean;
  /** First word behind "đường", "cao tốc": one end of a road if another name follows. */
  readonly road: boolean;
}

const P: readonly UnitLevel[] = ['province'];
const PD: readonly UnitLevel[] = ['province', 'district'];
const D: readonly UnitLevel[] = ['district'];
const C: readonly UnitLevel[] = ['commune'];

/** One-word and two-word type words; with a dot: only so written. */
const TYPES: Readonly<Record<string, readonly [readonly UnitLevel[], readonly string[]]>> = {
  tỉnh: [P, ['Tỉnh']],
  tp: [PD, ['Thành phố']],
  'thành phố': [PD, ['Thành phố']],
  'thành phô': [PD, ['Thành phố']],
  huyện: [D, ['Huyện']],
  'h.': [D, ['Huyện']],
  quận: [D, ['Quận']],
  'q.': [D, ['Quận']],
  'thị xã': [D, ['Thị xã']],
  tx: [D, ['Thị xã']],
  xã: [C, ['Xã']],
  'x.': [C, ['Xã']],
  phường: [C, ['Phường']],
  'p.': [C, ['Phường']],
  'thị trấn': [C, ['Thị trấn']],
  tt: [C, ['Thị trấn']],
  'đặc khu': [C, ['Đặc khu']],
};
/** What may stand between a type word and the name. */
const BETWEEN = new Set([
  'đảo',
  'miền núi',
  'vùng cao',
  'biên giới',
  'ven biển',
  'ngoại thành',
  'nghèo',
  'biển',
  'cảng',
  'mới',
  'bãi ngang',
  'vùng biên',
  'vùng sâu',
]);
const PLURAL = new Set([
  'các',
  'những',
  'hai',
  'ba',
  'bốn',
  'năm',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '10',
  'nhiều',
  'mấy',
]);
/** Bodies whose name says the level: Huyện ủy Hương Khê. */
const BODIES: Readonly<Record<string, readonly [readonly UnitLevel[], readonly string[]]>> = {
  tỉnh: [P, ['Tỉnh']],
  huyện: [D, ['Huyện']],
  thị: [D, ['Thị xã']],
  quận: [D, ['Quận']],
  thành: [PD, ['Thành phố']],
};

function pair(list: readonly Syllable[], at: number): string {
  const here = list[at];
  const before = list[at - 1];
  if (!here) return '';
  return before && here.gap === 'space' ? `${before.low} ${here.low}` : here.low;
}

const NO_COMMUNE = new Set(['bà', 'ông', 'tác', 'làng']);

function typeAt(list: readonly Syllable[], last: number, dotted: boolean): TypeHint | null {
  const word = list[last];
  if (!word) return null;
  const two = pair(list, last);
  const inTwo = TYPES[two];
  const found =
    two.includes(' ') && inTwo
      ? inTwo
      : (TYPES[word.low] ?? (dotted ? TYPES[`${word.low}.`] : undefined));
  if (!found) return null;
  const from = two.includes(' ') && inTwo ? last - 1 : last;
  // "TT" and "TX" in capitals only; "thị xã" is no "xã".
  if ((word.low === 'tt' || word.low === 'tx') && !word.acronym) return null;
  const before = list[from - 1];
  // "bà xã Tuấn Hưng" is his wife, "hợp tác xã" a cooperative.
  if (
    word.low === 'xã' &&
    before?.gap !== undefined &&
    NO_COMMUNE.has(before.low) &&
    list[from]?.gap === 'space'
  )
    return null;
  const plural = before !== undefined && PLURAL.has(before.low);
  return { levels: found[0], types: found[1], from, plural };
}

/** The type word before a name, with at most two words between ("huyện miền núi Hương Sơn"). */
function hintBefore(list: readonly Syllable[], at: number): TypeHint | null {
  const here = list[at];
  if (!here || at === 0) return null;
  const colon = here.gap === 'break' && list[at - 1] !== undefined;
  if (here.gap === 'dot') return typeAt(list, at - 1, true);
  if (here.gap !== 'space') return colon ? null : null;
  const direct = typeAt(list, at - 1, false);
  if (direct) return direct;
  const before = list[at - 1];
  if (before && (before.low === 'ủy' || before.low === 'đoàn') && before.gap === 'space') {
    const body = BODIES[list[at - 2]?.low ?? ''];
    if (body) return { levels: body[0], types: body[1], from: null, plural: false };
  }
  for (const size of [1, 2]) {
    const word = size === 1 ? before?.low : pair(list, at - 1);
    if (word !== undefined && BETWEEN.has(word) && list[at - size]?.gap === 'space') {
      const found = typeAt(list, at - size - 1, false);
      if (found) return found;
    }
  }
  return null;
}

/** Longer runs of capitals are headlines; the bound keeps reading linear. */
const LONGEST_RUN = 12;

function endOfRun(list: readonly Syllable[], at: number): number {
  const most = Math.min(list.length, at + LONGEST_RUN);
  let end = at + 1;
  while (end < most && list[end]?.cap && list[end]?.gap === 'space') end++;
  return end;
}

function after(list: readonly Syllable[], at: number, words: ReadonlySet<string>): boolean {
  const before = list[at - 1];
  if (!before || (list[at]?.gap !== 'space' && list[at]?.gap !== 'dot')) return false;
  return words.has(before.low) || words.has(pair(list, at - 1));
}

/** Per cent of people with that surname; below it a syllable is rather a word. */
const COMMON = 0.1;

function isSurname(syllable: Syllable | undefined): boolean {
  if (syllable === undefined || !syllable.cap) return false;
  return surnameShare(syllable.low.charAt(0).toUpperCase() + syllable.low.slice(1)) >= COMMON;
}

/** What is named after people. */
const HOSPITALS = new Set(['bệnh viện', 'bv']);
const SCHOOLS = new Set(['thcs', 'thpt', 'tiểu học', 'đài', 'tượng đài', 'mầm non', 'học']);

interface Company {
  readonly skip: boolean;
  readonly doubtful: boolean;
}

/** What the words around a bare name say: is it part of a person's, a street's or a firm's name? */
function company(
  list: readonly Syllable[],
  at: number,
  match: NameMatch,
  lastEnd: number,
): Company {
  const words = placeWords();
  const size = match.end - at;
  const province = match.node.units.some((u) => u.level === 'province');
  const text = list
    .slice(at, match.end)
    .map((s) => s.key)
    .join(' ');
  if (words.typedOnly.has(text)) return { skip: true, doubtful: true };
  const blocked = after(list, at, words.notAfter) && !words.notAfterPair.has(pair(list, at - 1));
  if (blocked) return { skip: true, doubtful: true };
  const next = list[match.end];
  const runsOn = next?.cap === true && next.gap === 'space' && !next.acronym;
  if (runsOn) {
    const longer = `${text} ${next.key}`;
    if (words.other.has(longer)) return { skip: true, doubtful: true };
  }
  const person = after(list, at, words.persons);
  if (person && (!province || size === 1 || runsOn)) return { skip: true, doubtful: true };
  if (person && province) return { skip: true, doubtful: true };
  if (!province && after(list, at, words.firms)) return { skip: true, doubtful: true };
  if (province) return { skip: false, doubtful: false };
  const before = list[at - 1];
  const glued =
    before !== undefined &&
    list[at]?.gap === 'space' &&
    before.cap &&
    !before.acronym &&
    at - 1 >= lastEnd &&
    before.gap !== 'none' &&
    !words.leads.has(before.low) &&
    !words.leads.has(pair(list, at - 1));
  const namesOn = runsOn && !isSurname(next) && namesAt(list, match.end).length === 0;
  const commune = match.node.units.every((u) => u.level === 'commune');
  // Roman numbers of wards, hospitals named like a ward, photographers.
  if (size === 1 && list[at]?.acronym) return { skip: true, doubtful: true };
  if (size === 1 && (list[at]?.low.length ?? 0) < 2) return { skip: true, doubtful: true };
  if (commune && after(list, at, HOSPITALS)) return { skip: true, doubtful: true };
  if (list[at]?.gap === 'break' && before?.low === 'ảnh') return { skip: true, doubtful: true };
  // "số 253 Kim Mã" is a house in a street.
  if (before && /\d/u.test(before.low) && list[at]?.gap === 'space')
    return { skip: true, doubtful: true };
  const person2 = runsOn && isSurname(list[at]) && !words.leads.has(before?.low ?? '');
  const risky = words.risky.has(text) || size === 1 || (size === 2 && isSurname(list[at]));
  const honoured = isSurname(list[at]) && (size >= 3 || after(list, at, SCHOOLS)) && commune;
  return {
    skip: person2 || honoured || (size === 1 && glued),
    doubtful: glued || namesOn || risky,
  };
}

/** Every spot of a passage, in order, none overlapping. Linear in its length. */
export function spots(list: readonly Syllable[], passage: number): Spot[] {
  const words = placeWords();
  const found: Spot[] = [];
  let lastEnd = 0;
  for (let at = 0; at < list.length; at++) {
    const here = list[at];
    if (!here) break;
    const short = here.cap && SHORT_QUARTER.test(here.low);
    if (!here.cap && !here.digits) continue;
    const hint = hintBefore(list, at);
    if (here.digits && !hint?.types.some((type) => type === 'Quận' || type === 'Phường')) continue;
    const matches = short ? [] : namesAt(list, at);
    const longest = matches[0];
    const spot = (to: number, doubtful: boolean, kept: readonly NameMatch[]): Spot => {
      const from = hint?.from ?? at;
      return {
        passage,
        from,
        name: at,
        to,
        start: list[from]?.start ?? 0,
        end: list[to - 1]?.end ?? 0,
        hint,
        matches: kept,
        doubtful,
        led: after(list, at, words.leads),
        sure: after(list, at, words.sure),
        road: after(list, from, words.roads),
      };
    };
    const typed = hint !== null && (hint.from !== null || longest !== undefined);
    if (typed && hint) {
      const fitting = matches.filter((m) => fits(m, hint));
      const first = fitting[0] ?? (hint.from === null ? longest : undefined);
      // "xã Thanh" is one, "xã Thanh Bình" that no list knows is none of it.
      const cut =
        first?.end === at + 1 &&
        list[at + 1]?.cap &&
        list[at + 1]?.gap === 'space' &&
        !isSurname(list[at + 1]);
      const best = cut ? undefined : first;
      const to = best?.end ?? unknownEnd(list, at);
      if (to > at && (best || hint.levels !== P)) {
        found.push(spot(to, false, best ? [best] : []));
        lastEnd = to;
        at = to - 1;
        if (here.digits) at = numberList(list, found, hint, to, passage) - 1;
        continue;
      }
    }
    if (!longest) {
      // A person's name: none of its syllables is a place, but a province may follow it.
      if (isSurname(here) && here.gap !== 'hyphen') at = personEnd(list, at) - 1;
      continue;
    }
    if (longest.node.alias === 'typed') continue;
    const { skip, doubtful } = company(list, at, longest, lastEnd);
    if (skip) {
      at = Math.max(longest.end, isSurname(here) ? personEnd(list, at) : 0) - 1;
      continue;
    }
    found.push(spot(longest.end, doubtful, [longest]));
    lastEnd = longest.end;
    at = longest.end - 1;
  }
  return found;
}

const SHORT_QUARTER = /^[qp]\d{1,2}$/u;

function fits(match: NameMatch, hint: TypeHint): boolean {
  return (
    match.node.units.some((u) => hint.levels.includes(u.level)) ||
    match.node.former.some((u) => hint.levels.includes(u.level))
  );
}

/** The end of a typed name that no list knows: its capitals, up to a surname that begins a person. */
function unknownEnd(list: readonly Syllable[], at: number): number {
  if (!list[at]?.cap) return at;
  const end = Math.min(endOfRun(list, at), at + 4);
  for (let i = at + 2; i < end; i++) if (isSurname(list[i])) return i;
  return end;
}

function personEnd(list: readonly Syllable[], at: number): number {
  const run = endOfRun(list, at);
  const end = Math.min(run, at + 4);
  for (let i = at + 2; i < end; i++) {
    const match = namesAt(list, i)[0];
    if (
      match &&
      match.end === run &&
      match.node.units.some((u) => u.level === 'province') &&
      i > at + 2
    )
      return i;
  }
  return end;
}

/** "quận 1, 3 và 5": the numbers behind the first. Answers the syllable to go on with. */
function numberList(
  list: readonly Syllable[],
  found: Spot[],
  hint: TypeHint,
  from: number,
  passage: number,
): number {
  let at = from;
  for (;;) {
    const and = list[at]?.low === 'và' ? 1 : 0;
    const item = list[at + and];
    if (!item?.digits || (item.gap !== 'comma' && and === 0)) return at;
    const next = list[at + and + 1];
    if (next && next.gap === 'space' && !['và', 'của', 'tp', 'quận', 'có', 'đã'].includes(next.low))
      return at;
    const match = namesAt(list, at + and).find((m) => fits(m, hint));
    if (!match) return at;
    found.push({
      passage,
      from: at + and,
      name: at + and,
      to: match.end,
      start: item.start,
      end: item.end,
      hint: { ...hint, from: null, plural: true },
      matches: [match],
      doubtful: false,
      led: false,
      sure: false,
      road: false,
    });
    at = match.end;
  }
}
