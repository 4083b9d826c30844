/** Abbreviations and what they stand for, both ways; ambiguity is kept. Source: data/abbreviations.json. */
import { dataFile } from './data-file.ts';
import { exactKey } from './exact-key.ts';
import { fold } from './fold.ts';
import { comparable } from './normalise.ts';
import { isSyllable } from './syllables.ts';
import { tokens } from './tokens.ts';

interface Index {
  /** By the abbreviation in capitals, without its stops. */
  readonly byAbbreviation: ReadonlyMap<string, readonly string[]>;
  /** By the abbreviation's folded letters, for those typed without marks ("hdnd"). */
  readonly byLetters: ReadonlyMap<string, readonly string[]>;
  /** By the phrase's exact keys. */
  readonly byPhrase: ReadonlyMap<string, readonly string[]>;
  readonly all: readonly Abbreviation[];
}

export interface Abbreviation {
  readonly abbreviation: string;
  /** Most frequent sense first. */
  readonly senses: readonly string[];
  /** Its letters are also those of a word (CA, TU, HU): expand it only where it stands in capitals. */
  readonly ambiguous: boolean;
}

const head = (text: string) => comparable(text).toUpperCase().replace(/[.\s]/gu, '');
const letters = (text: string) => fold(text).replace(/[^a-z0-9]/gu, '');
const phraseKey = (text: string) =>
  tokens(text)
    .map((token) => token.key)
    .join(' ');

const index = dataFile('abbreviations.json', (json): Index => {
  const { abbreviations } = json as { abbreviations: Record<string, readonly string[]> };
  const byAbbreviation = new Map<string, readonly string[]>();
  const byLetters = new Map<string, string[]>();
  const byPhrase = new Map<string, string[]>();
  const all: Abbreviation[] = [];
  const add = (map: Map<string, string[]>, key: string, value: string) => {
    const values = map.get(key);
    if (values === undefined) map.set(key, [value]);
    else if (!values.includes(value)) values.push(value);
  };
  for (const [abbreviation, senses] of Object.entries(abbreviations)) {
    const plain = letters(abbreviation);
    byAbbreviation.set(head(abbreviation), senses);
    all.push({ abbreviation, senses, ambiguous: isSyllable(plain) || plain.length < 3 });
    for (const sense of senses) {
      add(byLetters, plain, sense);
      add(byPhrase, phraseKey(sense), abbreviation);
    }
  }
  return { byAbbreviation, byLetters, byPhrase, all };
});

/**
 * The senses of an abbreviation, most frequent first, [] if it is none: "UBND" -> ["ủy ban nhân dân"].
 * Case and stops don't count. Typed without marks it is found from three letters on ("hdnd"), unless
 * these are a syllable.
 */
export function expansions(abbreviation: string): readonly string[] {
  const exact = index().byAbbreviation.get(head(abbreviation));
  if (exact !== undefined) return exact;
  const plain = letters(abbreviation);
  if (plain.length < 3 || isSyllable(plain) || /\s/u.test(abbreviation.trim())) return [];
  return index().byLetters.get(plain) ?? [];
}

/**
 * The abbreviations of a phrase, [] if there is none: "hội đồng nhân dân" -> ["HĐND"]. Case, tone
 * placement and i/y don't count; a phrase without any mark is not looked up.
 */
export function abbreviate(phrase: string): readonly string[] {
  return index().byPhrase.get(phraseKey(phrase)) ?? [];
}

/** All abbreviations known, as listed. */
export function abbreviations(): readonly Abbreviation[] {
  return index().all;
}

/** The exact keys of a sense, one a syllable: what `abbreviate` compares. */
export function phraseKeys(phrase: string): string[] {
  return tokens(phrase).map((token) => exactKey(token.text));
}
