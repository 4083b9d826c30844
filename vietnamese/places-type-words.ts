/** Type words: tỉnh, TP., huyện, Q. … before a name, and bodies whose name says the level. */
import type { UnitLevel } from './gazetteer-data.ts';
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

/** A word with the one before it, where a space joins them; else the word alone. */
export function pair(list: readonly Syllable[], at: number): string {
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
export function hintBefore(list: readonly Syllable[], at: number): TypeHint | null {
  const here = list[at];
  if (!here || at === 0) return null;
  if (here.gap === 'dot') return typeAt(list, at - 1, true);
  if (here.gap === 'colon') {
    // "các xã: Bắc Lý, Chân Lý": the word says the level and is no part of the name.
    const listed = typeAt(list, at - 1, false);
    return listed && { ...listed, from: null, plural: true };
  }
  if (here.gap !== 'space') return null;
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
