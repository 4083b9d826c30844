/** Where the tone mark stands in a syllable: old style (hòa, thúy), new style (hoà, thuý). */
import { isPlainVowel, letterOf, type Tone, withTone } from './letters.ts';

export type ToneStyle = 'old' | 'new';

/** New style moves the tone of these open rimes to the second vowel. */
const MOVED = ['oa', 'oe', 'uy'];

/** Index of the letter that carries the tone in a lower-case syllable without tone; -1 = no vowel. */
export function tonePosition(plain: string, style: ToneStyle = 'old'): number {
  let start = 0;
  while (start < plain.length && !isPlainVowel(plain.charAt(start))) start++;
  // qu and gi are consonants before a vowel: quý, già; but gì.
  const head = plain.slice(0, 2);
  if ((head === 'qu' || head === 'gi') && isPlainVowel(plain.charAt(2))) start = 2;
  let end = start;
  while (end < plain.length && isPlainVowel(plain.charAt(end))) end++;
  if (end === start) return -1;
  for (let i = end - 1; i >= start; i--) if (letterOf(plain.charAt(i))?.mark) return i;
  const vowels = end - start;
  if (vowels === 1) return start;
  if (vowels >= 3 || end < plain.length) return start + 1;
  return style === 'new' && MOVED.includes(plain.slice(start)) ? start + 1 : start;
}

/** ("hoa", 2) -> "hòa". `plain` is lower case and has no tone. */
export function placeTone(plain: string, tone: Tone, style: ToneStyle = 'old'): string {
  const at = tone === 0 ? -1 : tonePosition(plain, style);
  if (at < 0) return plain;
  return plain.slice(0, at) + withTone(plain.charAt(at), tone) + plain.slice(at + 1);
}
