/**
 * Typing slips: a question typed with the Vietnamese keyboard switched off. "hooij nghij" is "hội nghị"
 * in Telex, "ho65i nghi5" in VNI. Decoding is careful: it needs more evidence than one doubtful word,
 * since "max" or "lee" are words too.
 */
import { isPlainVowel, type Tone, withMark } from './letters.ts';
import { isSyllable } from './syllables.ts';
import { placeTone } from './tone-placement.ts';

interface Decoded {
  /** Lower case, old style. */
  readonly text: string;
  readonly marks: number;
  readonly tone: Tone;
}

const TELEX_TONES: Readonly<Record<string, Tone>> = { s: 1, f: 2, r: 3, x: 4, j: 5 };
const VNI_TONES: Readonly<Record<string, Tone>> = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5 };

/** The letters typed so far, as plain letters; marks go back to the letter they belong to. */
function lastIndex(plain: readonly string[], letters: string): number {
  for (let i = plain.length - 1; i >= 0; i--) if (letters.includes(plain[i] ?? '?')) return i;
  return -1;
}

function put(plain: string[], at: number, mark: string): boolean {
  const letter = at < 0 ? undefined : withMark(plain[at] ?? '', mark);
  if (letter === undefined) return false;
  plain[at] = letter;
  return true;
}

/** ơ, ư, ươ: the horn reaches both letters of "uo", else the last of o, u. */
function putHorn(plain: string[]): boolean {
  const at = lastIndex(plain, 'ou');
  if (at > 0 && plain[at] === 'o' && (plain[at - 1] === 'u' || plain[at - 1] === 'ư')) {
    const pair = plain.length > at + 1 || plain[at - 1] === 'ư';
    // "thuow" is thuơ, "nguowif" người: only a closed rime has both.
    if (pair && plain[at - 1] === 'u' && plain[at - 2] !== 'q') put(plain, at - 1, '7');
  }
  return put(plain, at, '7');
}

function telex(word: string): Decoded | null {
  const plain: string[] = [];
  let tone: Tone = 0;
  let marks = 0;
  const hasVowel = () => plain.some((char) => isPlainVowel(char));
  for (const char of word) {
    const typed = hasVowel() ? TELEX_TONES[char] : undefined;
    if (typed !== undefined) {
      if (tone !== 0) return null;
      tone = typed;
    } else if (char === 'w') {
      const at = lastIndex(plain, 'aou');
      if (at >= 0 && plain[at] === 'a' && !(plain[at - 1] === 'u' && plain[at - 2] !== 'q')) {
        if (!put(plain, at, '8')) return null;
      } else if (at >= 0 && plain[at] === 'a') {
        if (!put(plain, at - 1, '7')) return null;
      } else if (at < 0) {
        plain.push('ư');
      } else if (!putHorn(plain)) return null;
      marks++;
    } else if (char === 'd' && plain[0] === 'd') {
      if (!put(plain, 0, '9')) return null;
      marks++;
    } else if ('aeo'.includes(char) && plain.includes(char)) {
      if (!put(plain, plain.lastIndexOf(char), '6')) return null;
      marks++;
    } else if (/[a-z]/u.test(char)) {
      // A vowel behind the tone's letter: "Rose", "Nora" are names, not "roé", "nỏa".
      if (tone !== 0 && isPlainVowel(char)) return null;
      plain.push(char);
    } else return null;
  }
  return finish(plain, marks, tone);
}

function vni(word: string): Decoded | null {
  const plain: string[] = [];
  let tone: Tone = 0;
  let marks = 0;
  for (const char of word) {
    const typed = VNI_TONES[char];
    if (typed !== undefined) {
      if (tone !== 0 || plain.length === 0) return null;
      tone = typed;
    } else if ('6789'.includes(char)) {
      const at =
        char === '6'
          ? lastIndex(plain, 'aeo')
          : char === '8'
            ? lastIndex(plain, 'a')
            : plain.indexOf('d');
      if (!(char === '7' ? putHorn(plain) : put(plain, at, char))) return null;
      marks++;
    } else if (/[a-z]/u.test(char)) plain.push(char);
    else return null;
  }
  return finish(plain, marks, tone);
}

function finish(letters: readonly string[], marks: number, tone: Tone): Decoded | null {
  // "uơ" with a coda or glide is "ươ", in whatever order it was typed.
  const plain = letters.join('').replace(/^([^q]*)uơ(?=\p{L})/u, '$1ươ');
  if (marks === 0 && tone === 0) return null;
  const text = placeTone(plain, tone);
  return isSyllable(text) ? { text, marks, tone } : null;
}

function likeCase(raw: string, text: string): string {
  if (raw.length > 1 && raw === raw.toUpperCase() && raw !== raw.toLowerCase())
    return text.toUpperCase();
  const first = raw.charAt(0);
  return first === first.toLowerCase() ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

const WORDS = /[\p{L}\p{M}\p{N}]+/gu;

function decodeAs(query: string, decode: (word: string) => Decoded | null): string | null {
  let changed = 0;
  let strong = 0;
  let letters = 0;
  let unknown = 0;
  const text = query.replace(WORDS, (raw) => {
    const lower = raw.toLowerCase();
    if (/^\p{N}+$/u.test(raw)) return raw;
    letters++;
    const decoded = decode(lower);
    if (decoded === null) {
      // Abbreviations (UBND) and foreign words stay; too many of them speak against a slip.
      if (!isSyllable(raw)) unknown++;
      return /^[A-Z0-9]+$/u.test(raw) ? raw.replace(/D[D9]/gu, 'Đ') : raw;
    }
    if (isSyllable(raw) && decoded.marks + decoded.tone === 0) return raw;
    changed++;
    if (decoded.marks > 0 && decoded.tone !== 0) strong++;
    return likeCase(raw, decoded.text);
  });
  const enough = strong > 0 || changed >= 3 || (changed === 2 && unknown === 0);
  return enough && changed * 5 >= letters && unknown * 2 <= letters ? text : null;
}

/**
 * Words of which the keyboard left the keys: no syllable as they stand, and one of them with two marks, or a mark
 * and a tone, when decoded. "trường truwowng" -> "trường trương"; "Lê test", "cô Lee" -> null.
 */
function decodeRemains(query: string): string | null {
  let sure = false;
  const text = query.replace(WORDS, (raw) => {
    const lower = raw.toLowerCase();
    if (!/^[a-z0-9]{4,}$/u.test(lower) || isSyllable(raw)) return raw;
    const decoded = telex(lower) ?? vni(lower);
    if (decoded === null) return raw;
    if (decoded.marks + Number(decoded.tone !== 0) > 1) sure = true;
    return likeCase(raw, decoded.text);
  });
  return sure ? text : null;
}

/**
 * The question as it was meant, if it was typed raw in Telex or VNI; null if it wasn't, or in doubt.
 * One word alone is decoded only if it holds a letter mark and a tone ("hooij"; not "max", "lee",
 * "q1"). Words that can't be decoded stay as they are.
 */
export function decodeTyped(query: string): string | null {
  if (query.length > 1000) return null;
  // A marked syllable shows that the keyboard was on; a marked abbreviation (HĐND) shows nothing.
  const marked = query.match(/[\p{L}\p{M}]*[^\x00-\x7f\P{L}][\p{L}\p{M}]*/gu) ?? [];
  if (marked.some((word) => isSyllable(word))) return decodeRemains(query);
  return decodeAs(query, telex) ?? (/[a-z][0-9]/iu.test(query) ? decodeAs(query, vni) : null);
}

/** One word typed raw in Telex or VNI, whatever stands beside it: "tixnh" -> "tĩnh"; null where it is none. */
export function decodeWord(word: string): string | null {
  const decoded = telex(word.toLowerCase()) ?? vni(word.toLowerCase());
  return decoded === null ? null : likeCase(word, decoded.text);
}
