/** Honorifics, ranks and degrees: what stands before a name and is no office. */
import { dataFile } from './data-file.ts';
import { type Phrases, phrases, type Word } from './words.ts';

export type Gender = 'male' | 'female' | null;

interface Address {
  readonly honorifics: Phrases;
  readonly male: Phrases;
  readonly female: Phrases;
}

const address = dataFile('honorifics.json', (json): Address => {
  const { male, female, either } = json as Record<'male' | 'female' | 'either', string[]>;
  return {
    honorifics: phrases([...male, ...female, ...either]),
    male: phrases(male),
    female: phrases(female),
  };
});
const ranks = dataFile('ranks.json', (json) => phrases((json as { ranks: string[] }).ranks));
const degrees = dataFile('degrees.json', (json) => {
  const all = json as { degrees: string[]; honours: string[] };
  return { degrees: phrases(all.degrees), honours: phrases(all.honours) };
});

/** Number of words of the honorific at `at`. */
export function honorificAt(list: readonly Word[], at: number): number {
  return address().honorifics.at(list, at);
}

export function genderAt(list: readonly Word[], at: number, size: number): Gender {
  if (address().male.at(list, at) === size) return 'male';
  return address().female.at(list, at) === size ? 'female' : null;
}

/** Number of words of the military or police rank at `at`. */
export function rankAt(list: readonly Word[], at: number): number {
  return ranks().at(list, at);
}

// takes: TS. BS · PGS.TS.BS (one word to the tokenizer)
const COMBINED =
  /^(?:GS|PGS|TSKH|TS|ThS|BS|BSCK|DS|KS|LS|VS|CN)(?:\.\s?(?:GS|TSKH|TS|ThS|BS|BSCK|DS|KS|LS|VS))+$/u;

/** Number of words of the degrees at `at`, several in a row: "PGS, TS", "TS. BS". */
export function degreeAt(list: readonly Word[], at: number): number {
  let end = at;
  while (end - at < 8) {
    const size = COMBINED.test(list[end]?.text ?? '') ? 1 : degrees().degrees.at(list, end);
    if (size === 0) break;
    end += size;
    const next = list[end];
    if (next?.text === '.' || (next?.text === ',' && degrees().degrees.at(list, end + 1) > 0))
      end++;
    else if (next?.text === '-' && degrees().degrees.at(list, end + 1) > 0) end++;
  }
  return end - at;
}

/** Number of words of the title of honour at `at`: "NSND". */
export function honourAt(list: readonly Word[], at: number): number {
  return degrees().honours.at(list, at);
}
