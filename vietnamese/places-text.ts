/** A passage as the reader of places sees it: syllables with their offsets, case and what stands between. */
import { tokenOffsets } from './tokens.ts';
import { lowered } from './words.ts';

/** What stands between a syllable and the one before it. */
export type Gap =
  | 'none'
  | 'space'
  | 'dot'
  | 'hyphen'
  | 'apostrophe'
  | 'comma'
  | 'semicolon'
  | 'colon'
  | 'open'
  | 'break';

export interface Syllable {
  /** Lower case, old-style tone, one spelling for i/y and the vowels of highland names. */
  readonly key: string;
  readonly low: string;
  readonly start: number;
  readonly end: number;
  /** Begins with a capital letter. */
  readonly cap: boolean;
  /** Digits only. */
  readonly digits: boolean;
  /** Two letters or more, all capitals. */
  readonly acronym: boolean;
  readonly gap: Gap;
}

interface Known {
  readonly key: string;
  readonly low: string;
  readonly cap: boolean;
  readonly digits: boolean;
  readonly acronym: boolean;
}

// takes: mĩ, lí, kì, quí
const SHORT_I = /^(?:h|k|l|m|s|t|v|qu)[iíìỉĩị]$/u;
const I_TO_Y: Readonly<Record<string, string>> = {
  i: 'y',
  í: 'ý',
  ì: 'ỳ',
  ỉ: 'ỷ',
  ĩ: 'ỹ',
  ị: 'ỵ',
};
/** Highland names are written in many ways: Đắk Lắk, Đăk Lăk, Đắc Lắc, Dak Lak. */
const HIGHLAND: Readonly<Record<string, string>> = {
  đăk: 'đắk',
  đắc: 'đắk',
  đak: 'đắk',
  dak: 'đắk',
  đắck: 'đắk',
  lăk: 'lắk',
  lắc: 'lắk',
  lak: 'lắk',
  pắk: 'pắc',
  păk: 'pắc',
  pak: 'pắc',
  ngọk: 'ngọc',
  ngok: 'ngọc',
};

/** The form under which names are compared. */
export function placeKey(low: string): string {
  const spelt = HIGHLAND[low];
  if (spelt !== undefined) return spelt;
  if (!SHORT_I.test(low)) return low;
  const last = low.charAt(low.length - 1);
  return low.slice(0, -1) + (I_TO_Y[last] ?? last);
}

const REMEMBERED = 20_000;
const seen = new Map<string, Known>();
const CAPITAL = /^\p{Lu}/u;
const DIGITS = /^\d{1,3}$/u;

function known(word: string): Known {
  const found = seen.get(word);
  if (found) return found;
  const low = lowered(word.normalize('NFC'));
  const made: Known = {
    key: placeKey(low),
    low,
    cap: CAPITAL.test(word),
    digits: DIGITS.test(word),
    acronym: word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase(),
  };
  if (word.length <= 24) {
    if (seen.size >= REMEMBERED) seen.clear();
    seen.set(word, made);
  }
  return made;
}

const GAPS: readonly [RegExp, Gap][] = [
  [/^\s+$/u, 'space'],
  [/^\.\s?$/u, 'dot'],
  [/^\s*[-–—]\s*$/u, 'hyphen'],
  [/^['’‘`]$/u, 'apostrophe'],
  [/^\s*,\s*$/u, 'comma'],
  [/^\s*;\s*$/u, 'semicolon'],
  [/^\s*:\s*$/u, 'colon'],
  [/^\s*[([]\s*$/u, 'open'],
];

function gapOf(text: string, from: number, to: number): Gap {
  if (to - from === 1 && text.charCodeAt(from) === 32) return 'space';
  if (to - from > 8) return 'break';
  const between = text.slice(from, to);
  return GAPS.find(([form]) => form.test(between))?.[1] ?? 'break';
}

/** The syllables of a text in order. Linear, never throws. */
export function syllables(text: string): Syllable[] {
  const offsets = tokenOffsets(text);
  const found: Syllable[] = [];
  let last = -1;
  for (let i = 0; i < offsets.length; i += 2) {
    const start = offsets[i] ?? 0;
    const end = offsets[i + 1] ?? 0;
    const gap = last < 0 ? 'none' : gapOf(text, last, start);
    const { key, low, cap, digits, acronym } = known(text.slice(start, end));
    found.push({ key, low, start, end, cap, digits, acronym, gap });
    last = end;
  }
  return found;
}
