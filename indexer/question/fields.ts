/** Field words of a question as filters: `tỉnh:Hà Tĩnh`, `từ:1/5/2023`, `loại:sơ kết`. */
import type { SearchFilters } from '../../core/search.ts';
import {
  fold,
  isFamilyName,
  type Unit as Place,
  tokens,
  type UnitLevel,
  unit,
  unitsNamed,
} from '../../vietnamese/index.ts';
import { placeValue, TODAY } from '../place-codes.ts';
import { dayRange } from './dates.ts';
import type { FieldWord, QuestionPart } from './scan.ts';

export type QuestionErrorCode =
  | 'question-too-long'
  | 'question-too-many-words'
  | 'question-too-many-exclusions'
  | 'question-unknown-newspaper'
  | 'question-unknown-place'
  /** Each is known, but they do not lie in each other. */
  | 'question-places-apart'
  | 'question-unknown-kind'
  | 'question-bad-date'
  | 'question-bad-switch';

export interface QuestionError {
  readonly code: QuestionErrorCode;
  /** What of the question is wrong, as typed; app/search/question-fault.ts says it in words. */
  readonly text: string;
}

export interface QuestionLookups {
  /** Id of the newspaper that is meant by an id, name or host; null for none. */
  readonly newspaper?: (text: string) => string | null;
}

/** What a field word gave; `left` are words behind the value that belong to the question. */
export interface FieldValue {
  readonly filters: SearchFilters;
  readonly exactOnly?: boolean;
  readonly places?: readonly Place[];
  /** Asked for as a phrase of the text. */
  readonly phrase?: string;
  readonly left: string;
  readonly error?: QuestionError;
}

type FieldPart = Extract<QuestionPart, { type: 'field' }>;

/** The longest run of first words that `find` knows, and the words behind it. */
function longestKnown<T>(
  part: FieldPart,
  most: number,
  find: (text: string) => T | null,
): { readonly found: T; readonly left: string } | null {
  const words = part.text.split(/\s+/u).filter(Boolean);
  const counts = part.rest
    ? Array.from({ length: Math.min(most, words.length) }, (_, i) => i + 1)
    : [words.length];
  for (const count of counts.reverse()) {
    const found = find(words.slice(0, count).join(' '));
    if (found !== null) return { found, left: words.slice(count).join(' ') };
  }
  return null;
}

const KINDS: Readonly<Record<string, string>> = {
  'so ket': 'so-ket',
  'tong ket': 'tong-ket',
  'dai hoi': 'dai-hoi',
  'ky hop': 'ky-hop',
  'hoi nghi': 'hoi-nghi',
  'hoi thi': 'hoi-thi',
  le: 'le',
};

const plain = (text: string) => fold(text).replace(/[-_]/gu, ' ').trim();

function failed(code: QuestionErrorCode, { text }: FieldPart): FieldValue {
  return { filters: {}, left: '', error: { code, text } };
}

const LEVELS: Readonly<Partial<Record<FieldWord, UnitLevel>>> = {
  province: 'province',
  district: 'district',
  commune: 'commune',
};
const TYPE_WORD = /^(?:tỉnh|thành phố|quận|huyện|thị xã|xã|phường|thị trấn|đặc khu)\s+(?=\S)/iu;

/** Units of a level by name, those typed with marks only where the marks are theirs. */
function placesNamed(text: string, level: UnitLevel): readonly Place[] | null {
  const name = text.replaceAll('_', ' ');
  for (const candidate of [name, name.replace(TYPE_WORD, '')]) {
    const units = unitsNamed(candidate).filter((found) => found.level === level);
    const keys = tokens(candidate)
      .map((token) => token.key)
      .join(' ');
    const same = units.filter(
      (found) =>
        tokens(found.bare)
          .map((token) => token.key)
          .join(' ') === keys,
    );
    if (same.length > 0) return same;
    if (units.length > 0 && fold(candidate) === candidate.toLowerCase()) return units;
  }
  return null;
}

/** The codes under which articles about these units are found, by the article's day and by today. */
export function codesOf(places: readonly Place[]): string[] {
  return [
    ...new Set(
      places.flatMap((place) =>
        place.to === null ? [placeValue(place), `${TODAY}${place.code}`] : [placeValue(place)],
      ),
    ),
  ];
}

/** True where `place` lies under one of `above`. */
export function liesIn(place: Place, above: readonly Place[]): boolean {
  const codes = new Set(above.map((one) => one.code));
  for (
    let code: string | null = place.parent;
    code !== null;
    code = unit(code, place.from)?.parent ?? null
  ) {
    if (codes.has(code)) return true;
  }
  return false;
}

/** A name: every word with a capital, or up to four small ones that begin with a family name. */
function nameIn(text: string): string | null {
  const words = text.split(' ');
  if (words.every((word) => /^\p{Lu}/u.test(word))) return text;
  const small = words.length <= 4 && words.every((word) => word === word.toLowerCase());
  return small && isFamilyName(words[0] ?? '') ? text : null;
}

export function fieldValue(part: FieldPart, lookups: QuestionLookups): FieldValue {
  const level = LEVELS[part.field];
  if (level !== undefined) {
    const known = longestKnown(part, 6, (text) => placesNamed(text, level));
    return known
      ? { filters: {}, places: known.found, left: known.left }
      : failed('question-unknown-place', part);
  }
  switch (part.field) {
    case 'newspaper': {
      const known = lookups.newspaper
        ? longestKnown(part, 4, lookups.newspaper)
        : longestKnown(part, 1, (text) => text.toLowerCase());
      return known
        ? { filters: { newspaper: [known.found] }, left: known.left }
        : failed('question-unknown-newspaper', part);
    }
    case 'kind': {
      const known = longestKnown(part, 2, (text) => KINDS[plain(text)] ?? null);
      return known
        ? { filters: { conferenceKinds: [known.found] }, left: known.left }
        : failed('question-unknown-kind', part);
    }
    case 'from':
    case 'to': {
      const known = longestKnown(part, 1, dayRange);
      if (!known) return failed('question-bad-date', part);
      const filters =
        part.field === 'from' ? { from: known.found.first } : { to: known.found.last };
      return { filters, left: known.left };
    }
    case 'person': {
      const known =
        longestKnown(part, 6, part.rest ? nameIn : (text) => text) ??
        longestKnown(part, 1, (text) => text);
      const name = known?.found.normalize('NFC') ?? part.text;
      const left = known?.left ?? '';
      // Values keep their marks: a name typed without is looked for where it stands.
      return fold(name) === name
        ? { filters: {}, phrase: name, left }
        : { filters: { people: [name] }, left };
    }
    case 'exact': {
      const known = longestKnown(
        part,
        1,
        (text) => ({ co: true, khong: false })[plain(text)] ?? null,
      );
      return known
        ? { filters: {}, exactOnly: known.found, left: known.left }
        : failed('question-bad-switch', part);
    }
    default:
      throw new Error(`unknown field word ${part.field}`);
  }
}
