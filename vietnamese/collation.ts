/** The order of a Vietnamese dictionary: a ă â b c d đ e ê …, tones second: level huyền hỏi ngã sắc nặng. */
import { fold } from './fold.ts';
import { letterOf, type Tone } from './letters.ts';
import { comparable } from './normalise.ts';

/** By tone: level, sắc, huyền, hỏi, ngã, nặng. */
const TONE_RANK: Readonly<Record<Tone, string>> = {
  0: '0',
  1: '4',
  2: '1',
  3: '2',
  4: '3',
  5: '5',
};
const MARK_RANK = { '': '0', '8': '1', '6': '2', '7': '3', '9': '1' } as const;
const DIGITS = /^[0-9]+$/u;
/** Runs of digits, letters one by one, anything else one by one. */
const PIECES = /[0-9]+|./gsu;

/**
 * A key whose order byte by byte is the dictionary's order: ASCII only. Case, tone placement and
 * punctuation don't count; numbers compare by value ("Phường 5" before "Phường 10").
 */
export function sortKey(text: string): string {
  let letters = '';
  let tones = '';
  let tone = '';
  let gap = false;
  const endWord = () => {
    tones += tone;
    tone = '';
    gap = letters !== '';
  };
  for (const [piece] of comparable(text).toLowerCase().normalize('NFC').matchAll(PIECES)) {
    const weight = weigh(piece);
    if (weight === '') {
      endWord();
      continue;
    }
    if (gap) letters += '!';
    gap = false;
    letters += weight;
    const own = TONE_RANK[letterOf(piece)?.tone ?? 0];
    if (tone === '' || own > tone) tone = own;
  }
  endWord();
  return `${letters} ${tones.replace(/0+$/u, '')}`;
}

function weigh(piece: string): string {
  const letter = letterOf(piece);
  if (letter !== undefined) return letter.base + MARK_RANK[letter.mark];
  if (DIGITS.test(piece)) {
    const number = piece.replace(/^0+(?=.)/u, '');
    // The length in front makes the value decide; longer than 25 digits is no number that anyone sorts.
    return `0${String.fromCharCode(0x40 + Math.min(number.length, 26))}${number}`;
  }
  if (!/[\p{L}\p{N}]/u.test(piece)) return '';
  const plain = fold(piece);
  if (/^[a-z]+$/u.test(plain)) return [...plain].map((char) => `${char}0`).join('');
  return `~${(piece.codePointAt(0) ?? 0).toString(16).padStart(6, '0')}`;
}

/** Compares as a Vietnamese dictionary does; equal keys by code unit, so the order is total. */
export function viCompare(a: string, b: string): number {
  const left = sortKey(a);
  const right = sortKey(b);
  if (left !== right) return left < right ? -1 : 1;
  return a === b ? 0 : a < b ? -1 : 1;
}
