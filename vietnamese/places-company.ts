/** The company a bare name keeps: streets, persons, firms, schools. */
import { type NameMatch, namesAt, placeWords } from './places-names.ts';
import { after, isSurname } from './places-runs.ts';
import type { Syllable } from './places-text.ts';
import { pair } from './places-type-words.ts';

/** What is named after people. */
const HOSPITALS = new Set(['bệnh viện', 'bv']);
const SCHOOLS = new Set(['thcs', 'thpt', 'tiểu học', 'đài', 'tượng đài', 'mầm non', 'học']);

export interface Company {
  /** Not a place. */
  readonly skip: boolean;
  readonly doubtful: boolean;
}

/** What the words around a bare name say: is it part of a person's, a street's or a firm's name? */
export function company(
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
  if (after(list, at, words.persons)) return { skip: true, doubtful: true };
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
  if (list[at]?.gap === 'colon' && before?.low === 'ảnh') return { skip: true, doubtful: true };
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
