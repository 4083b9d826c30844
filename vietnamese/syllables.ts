/** What a Vietnamese syllable is: onset, rime and tone, by the tables of data/syllables.json. */
import { dataFile } from './data-file.ts';
import { letterOf, type Tone } from './letters.ts';
import { comparable } from './normalise.ts';
import { placeTone } from './tone-placement.ts';

interface Tables {
  readonly onsets: readonly string[];
  readonly rimes: readonly string[];
  readonly afterQu: readonly string[];
}

const plainSyllables = dataFile('syllables.json', (json): ReadonlySet<string> => {
  const { onsets, rimes, afterQu } = json as Tables;
  const all = new Set<string>();
  for (const onset of onsets) {
    for (const rime of onset === 'qu' ? afterQu : rimes) {
      if (fits(onset, rime)) all.add(onset + rime);
    }
  }
  return all;
});

/** Spelling rules between onset and rime: k, gh, ngh before e ê i (y); c, g, ng elsewhere. */
function fits(onset: string, rime: string): boolean {
  const front = /^[eêi]/u.test(rime);
  if (onset === 'qu') return true;
  if (rime.startsWith('yê')) return onset === '';
  if (rime === 'y') return ['', 'h', 'k', 'l', 'm', 's', 't', 'v'].includes(onset);
  if (onset === 'k') return front;
  if (onset === 'gh' || onset === 'ngh') return front;
  if (onset === 'c' || onset === 'ng') return !front;
  // "gi" swallows the i of its rime: gì, gìn, giếng stand as g + i….
  if (onset === 'g') return !/^[eê]/u.test(rime);
  if (onset === 'gi') return !/^[iy]/u.test(rime);
  return true;
}

/** A lower-case syllable without its tone, and the tone; null if there are two tones or foreign letters. */
export function splitTone(syllable: string): { plain: string; tone: Tone } | null {
  let plain = '';
  let tone: Tone = 0;
  for (const char of syllable) {
    const letter = letterOf(char);
    if (letter === undefined) return null;
    if (letter.tone !== 0) {
      if (tone !== 0) return null;
      tone = letter.tone;
    }
    plain += letter.plain;
  }
  return { plain, tone };
}

/** A closed syllable (-c -ch -p -t) takes sắc or nặng only. */
function toneFits(plain: string, tone: Tone): boolean {
  return tone === 1 || tone === 5 || !/(?:c|ch|p|t)$/u.test(plain);
}

/**
 * True for a syllable that Vietnamese spelling allows, wherever its tone mark was put (hòa, hoà) and in
 * any case: "nghị" yes; "max", "sach" (no tone), "kà" no.
 */
export function isSyllable(text: string): boolean {
  const parts = splitTone(comparable(text).toLowerCase());
  return parts !== null && toneFits(parts.plain, parts.tone) && plainSyllables().has(parts.plain);
}

/** Every spelling that `isSyllable` accepts, old style, lower case: about 14,000. */
export function allSyllables(): string[] {
  const tones: readonly Tone[] = [0, 1, 2, 3, 4, 5];
  return [...plainSyllables()].flatMap((plain) =>
    tones.filter((tone) => toneFits(plain, tone)).map((tone) => placeTone(plain, tone)),
  );
}
