/**
 * The exact key: one ASCII word a token that keeps every mark, for engines that fold marks away.
 * VNI digits stand after their letter (6 = â ê ô, 7 = ơ ư, 8 = ă, 9 = đ) and the tone's digit at the end
 * of the syllable, level = 0: "bí thư" -> "bi1 thu70". Numbers stay. Everything else that holds a digit
 * or is no Vietnamese spelling ends in "z", so no two different tokens share a key; spellings of one
 * syllable (hoà/hòa, kỹ/kĩ, qui/quy) share theirs.
 */
import { fold } from './fold.ts';
import { isPlainVowel, letterOf, type Tone, toneOf, withMark } from './letters.ts';
import { comparable } from './normalise.ts';
import { placeTone } from './tone-placement.ts';

const REMEMBERED = 50_000;
const remembered = new Map<string, string>();

/** Exact key of one token as `tokens` cuts it; "" for "". */
export function exactKey(token: string): string {
  const known = remembered.get(token);
  if (known !== undefined) return known;
  const key = makeKey(comparable(token).toLowerCase().normalize('NFC'));
  if (token.length <= 24) {
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(token, key);
  }
  return key;
}

function makeKey(token: string): string {
  if (/^[0-9]*$/u.test(token)) return token;
  let plain = '';
  let tone: Tone = 0;
  for (const char of token) {
    const letter = letterOf(char);
    if (letter === undefined || (letter.tone !== 0 && tone !== 0)) return foreignKey(token);
    if (letter.tone !== 0) tone = letter.tone;
    plain += letter.plain;
  }
  const marked = tone !== 0 || /[^a-z]/u.test(plain);
  if (marked && !oneVowelGroup(plain)) return foreignKey(token);
  return spelt(oneSpelling(plain)) + tone;
}

function spelt(plain: string): string {
  let out = '';
  for (const char of plain) {
    const letter = letterOf(char);
    if (letter !== undefined) out += letter.base + letter.mark;
  }
  return out;
}

function oneVowelGroup(plain: string): boolean {
  let groups = 0;
  let inside = false;
  for (const char of plain) {
    const vowel = isPlainVowel(char);
    if (vowel && !inside) groups++;
    inside = vowel;
  }
  return groups === 1;
}

/** One of the spellings that differ in i/y only: kỹ = kĩ (h k l m s t), qui = quy. */
function oneSpelling(plain: string): string {
  if (plain === 'qui') return 'quy';
  return /^[hklmst]y$/u.test(plain) ? `${plain.charAt(0)}i` : plain;
}

/** "q1" -> "q1z", "café" -> "cafxe9xz": x…x holds a code point, xx is x. */
function foreignKey(token: string): string {
  let out = '';
  for (const char of token) {
    if (char === 'x') out += 'xx';
    else if (/[a-z0-9]/u.test(char)) out += char;
    else out += `x${(char.codePointAt(0) ?? 0).toString(16)}x`;
  }
  return `${out}z`;
}

/** Folded key of one token: marks dropped, i/y spellings as in the exact key: "Kỹ" -> "ki". */
export function foldedKey(token: string): string {
  return oneSpelling(fold(token));
}

/** The syllable of an exact key in old style: "ki4" -> "kĩ"; null for numbers and foreign words. */
export function syllableOf(key: string): string | null {
  const match = /^([a-z][a-z6-9]*)([0-5])$/u.exec(key);
  const tone = toneOf(match?.[2] ?? '');
  if (match === null || tone === undefined) return null;
  let plain = '';
  for (const [, base = '', mark = ''] of (match[1] ?? '').matchAll(/([a-z])([6-9]?)/gu)) {
    const letter = withMark(base, mark);
    if (letter === undefined) return null;
    plain += letter;
  }
  return placeTone(plain, tone);
}
