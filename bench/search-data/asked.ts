/** Ways in which people type what they mean. */
import { modernTone } from '../../vietnamese/index.ts';
import { pick, type Random } from './random.ts';
import { plain, wordsOf } from './scan.ts';

const TONES: Readonly<Record<string, string>> = {
  '\u0301': 's',
  '\u0300': 'f',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
};
const MARKS: Readonly<Record<string, (letter: string) => string>> = {
  '\u0302': (letter) => letter + letter,
  '\u0306': (letter) => `${letter}w`,
  '\u031b': (letter) => `${letter}w`,
};

const eachWord = (text: string, change: (word: string) => string) =>
  text.normalize('NFC').replace(/[\p{L}\p{M}]+/gu, change);

export const withoutMarks = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd').replace(/Đ/gu, 'D');

export function halfMarks(text: string, random: Random): string {
  return eachWord(text, (word) => (random() < 0.5 ? withoutMarks(word) : word));
}

/** As it comes out of a keyboard whose Telex is switched off: the tone's letter ends the syllable. */
export function telex(text: string): string {
  return eachWord(text, (word) => {
    let out = '';
    let tone = '';
    for (const char of word.normalize('NFD')) {
      if (TONES[char] !== undefined) tone = TONES[char];
      else if (MARKS[char]) out = out.slice(0, -1) + MARKS[char](out.slice(-1));
      else if (char === 'đ' || char === 'Đ') out += char === 'đ' ? 'dd' : 'DD';
      else out += char;
    }
    // ươ is typed "uow".
    return out.replace(/uwow/gu, 'uow').replace(/UWOW/gu, 'UOW') + tone;
  });
}

export const otherTone = (text: string) => modernTone(text);

export function otherI(text: string): string {
  return eachWord(text, (word) => {
    const letters = plain(word);
    if (!/^[hklmst][iy]$/u.test(letters)) return word;
    return [...word.normalize('NFD')]
      .map((char) => ({ i: 'y', y: 'i', I: 'Y', Y: 'I' })[char] ?? char)
      .join('')
      .normalize('NFC');
  });
}

/** Long forms by their abbreviations, and the other way round. */
export function abbreviated(
  text: string,
  listed: readonly {
    readonly abbreviation: string;
    readonly senses: readonly string[];
    readonly ambiguous: boolean;
  }[],
): string {
  let out = text.normalize('NFC');
  const alone = (words: string) =>
    new RegExp(`(?<![\\p{L}\\p{M}])${words}(?![\\p{L}\\p{M}])`, 'giu');
  const clear = listed.filter(({ ambiguous, senses }) => !ambiguous && senses.length === 1);
  for (const { abbreviation, senses } of clear)
    for (const sense of senses) out = out.replace(alone(sense), abbreviation);
  if (out !== text.normalize('NFC')) return out;
  for (const { abbreviation, senses } of clear)
    for (const sense of senses) out = out.replace(alone(abbreviation), sense);
  return out;
}

export function firstHalf(text: string): string {
  const words = wordsOf(text);
  const half = words.slice(0, Math.ceil(words.length / 2));
  const pattern = half.map(({ word }) => word).join('[^\\p{L}\\p{M}\\p{N}]+');
  return new RegExp(pattern, 'u').exec(text.normalize('NFC'))?.[0] ?? text;
}

const LETTERS = 'abcdeghiklmnopqrstuvxy';

/** One letter of one syllable of five letters or more is another; null where none gives an unknown word. */
export function misspelt(text: string, known: ReadonlySet<string>, random: Random): string | null {
  const long = wordsOf(text).filter(({ word }) => word.length >= 5 && /^\p{L}+$/u.test(word));
  if (long.length === 0) return null;
  for (let tries = 0; tries < 50; tries++) {
    const { word } = pick(long, random);
    const at = Math.floor(random() * word.length);
    const other = word.slice(0, at) + pick([...LETTERS], random) + word.slice(at + 1);
    if (plain(other) === plain(word) || known.has(plain(other))) continue;
    return text.normalize('NFC').replace(word, other);
  }
  return null;
}

/** `count` words of a text that stand beside each other; null where there are none. */
export function quotation(text: string, count: number, random: Random): string | null {
  const words = wordsOf(text);
  const starts = words.flatMap((_, i) =>
    i + count <= words.length && words.slice(i + 1, i + count).every((one) => one.joined)
      ? [i]
      : [],
  );
  if (starts.length === 0) return null;
  const start = pick(starts, random);
  return words
    .slice(start, start + count)
    .map(({ word }) => word)
    .join(' ');
}
