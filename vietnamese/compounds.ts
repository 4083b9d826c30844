/**
 * Words of several syllables: the phrases into which a question is cut. Titles, bodies, ranks,
 * abbreviations and names of places come from their own data, further words from data/compounds.json, and what
 * tools/learn-compounds.ts learnt from articles from data/collocations.json.
 */
import { abbreviations } from './abbreviations.ts';
import { dataFile } from './data-file.ts';
import { fold } from './fold.ts';
import { gazetteerData } from './gazetteer-data.ts';
import { type KeyToken, keyTokens } from './key-text.ts';

export interface Compound {
  /** As listed, with its marks. */
  readonly text: string;
  readonly exact: readonly string[];
  /** Learnt from how often its syllables stand together, not listed as a word. */
  readonly learnt: boolean;
}

/** Exact keys of surnames that are no rare ones: "Công", "Hoa" are mostly other words. */
const surnames = dataFile('surnames.json', (json): ReadonlySet<string> => {
  return new Set(commonSurnames(json).map(({ key }) => key));
});
/** The same without marks. */
const foldedSurnames = dataFile('surnames.json', (json): ReadonlySet<string> => {
  return new Set(commonSurnames(json).map(({ folded }) => folded));
});

function commonSurnames(json: unknown): KeyToken[] {
  const { surnames: shares } = json as { surnames: Record<string, number> };
  const common = Object.entries(shares).filter(([, share]) => share >= 0.05);
  return common.flatMap(([name]) => keyTokens(name).slice(0, 1));
}

/** By folded keys, joined by a space: compounds that fold to the same. */
let known: ReadonlyMap<string, readonly Compound[]> | undefined;
let longest = 1;

const lists = (name: string, ...keys: readonly string[]) =>
  dataFile(name, (json): string[] => {
    const file = json as Record<string, readonly string[]>;
    return keys.flatMap((key) => file[key] ?? []);
  });
const LEARNT = lists('collocations.json', 'collocations');
const LISTED = [
  lists('compounds.json', 'compounds'),
  lists('titles.json', 'state', 'heads', 'occupations'),
  lists('organisations.json', 'public', 'institutes'),
  lists('ranks.json', 'ranks'),
  () => abbreviations().flatMap(({ abbreviation, senses }) => [abbreviation, ...senses]),
  () => [...new Set(gazetteerData().units.map((unit) => unit.bare))],
];

function compounds(): ReadonlyMap<string, readonly Compound[]> {
  if (known) return known;
  const all = new Map<string, Compound[]>();
  const add = (text: string, learnt: boolean) => {
    const tokens = keyTokens(text);
    if (tokens.length < 2 || tokens.some((token, i) => i > 0 && !token.joined)) return;
    const folded = tokens.map((token) => token.folded).join(' ');
    const exact = tokens.map((token) => token.key);
    const same = all.get(folded);
    if (same === undefined) all.set(folded, [{ text, exact, learnt }]);
    else if (same.every((one) => one.exact.join() !== exact.join()))
      same.push({ text, exact, learnt });
    longest = Math.max(longest, tokens.length);
  };
  for (const text of LISTED.flatMap((source) => source())) add(text, false);
  for (const text of LEARNT()) add(text, true);
  known = all;
  return all;
}

/** True for a token that tells its spelling: typed with a mark, or no word of a–z alone. */
export function isMarked(token: KeyToken): boolean {
  return /[^a-z]/u.test(token.text.toLowerCase());
}

/**
 * The compounds that stand at `at`, shortest first, with the number of tokens. A token without marks stands
 * for any spelling. "sơ kết giữa" -> [{sơ kết, 2}]; "so ket" -> the same; "sở kết" -> [].
 */
export function compoundsAt(
  tokens: readonly KeyToken[],
  at: number,
): { readonly text: string; readonly length: number; readonly learnt: boolean }[] {
  const all = compounds();
  const found: { text: string; length: number; learnt: boolean }[] = [];
  let key = tokens[at]?.folded ?? '';
  for (let length = 2; length <= longest; length++) {
    const token = tokens[at + length - 1];
    if (token === undefined || !token.joined) break;
    key += ` ${token.folded}`;
    const fits = all.get(key)?.find((compound) =>
      compound.exact.every((exact, i) => {
        const typed = tokens[at + i];
        return typed !== undefined && (!isMarked(typed) || typed.key === exact);
      }),
    );
    if (fits) found.push({ text: fits.text, length, learnt: fits.learnt });
  }
  return found;
}

/** Whether a word is a family name that is no rare one, in capitals or not, with its marks or without any. */
export function isFamilyName(word: string): boolean {
  const [token] = keyTokens(word);
  if (!token || token.end !== word.length) return false;
  return surnames().has(token.key) || (fold(word) === word && foldedSurnames().has(token.folded));
}

const isListedAt = (tokens: readonly KeyToken[], at: number) =>
  compoundsAt(tokens, at).some((compound) => !compound.learnt);

const CAPITALISED = /^\p{Lu}\p{Ll}/u;

/**
 * The number of tokens of a person's full name that begins at `at`: a surname and one to three names, all
 * with a capital and neighbours over one space; 0 where there is none. "Võ Trọng Hải" -> 3
 */
export function nameLengthAt(tokens: readonly KeyToken[], at: number): number {
  const first = tokens[at];
  if (!first || !surnames().has(first.key)) return 0;
  let length = 0;
  for (let i = at; i < tokens.length && length < 4; i++) {
    const token = tokens[i];
    if (!token || !CAPITALISED.test(token.text)) break;
    // "Hà Tĩnh Võ Trọng Hải": a place is no part of a name, but for "Nguyễn Xuân Phúc": its last names.
    if (isListedAt(tokens, i)) {
      if (i === at) return 0;
      // "Võ Trọng Hải Hà Tĩnh": of "Hải Hà" and "Hà Tĩnh" the second is the place.
      if (length > 1 && !isListedAt(tokens, i + 1)) break;
    }
    if (i > at && (!token.joined || token.start !== (tokens[i - 1]?.end ?? 0) + 1)) break;
    length++;
  }
  return length > 1 ? length : 0;
}
