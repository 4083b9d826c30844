/** How names are looked up while they are being typed. */
import { canonicalTone, fold, foldedKey } from '../../vietnamese/index.ts';

/** Letters and digits by one space: "TP. Hà Tĩnh" -> "tp hà tĩnh". */
export function markedText(text: string): string {
  return canonicalTone(text.normalize('NFC').toLowerCase())
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Without marks, one spelling of i and y: "Kỹ thuật" -> "ki thuat". Words of a–z and 0–9. */
export function foldedText(text: string): string {
  return fold(text)
    .split(/[^a-z0-9]+/u)
    .filter(Boolean)
    .map(foldedKey)
    .join(' ');
}

/** Where a name may be entered: at its beginning, or at one of its further words. */
export interface Start {
  readonly inner: boolean;
  readonly key: string;
  readonly marked: string;
}

/** Words of a name that may be entered. */
const MOST_WORDS = 8;

/** @param names ways to begin; the words of the first one may be entered too */
export function startsOf(names: readonly string[]): Start[] {
  const starts = new Map<string, Start>();
  const add = (text: string, inner: boolean) => {
    const key = foldedText(text);
    if (key !== '' && !starts.has(key)) starts.set(key, { inner, key, marked: markedText(text) });
  };
  for (const name of names) add(name, false);
  const words = markedText(names[0] ?? '').split(' ');
  for (let i = 1; i < Math.min(words.length, MOST_WORDS); i++) add(words.slice(i).join(' '), true);
  return [...starts.values()];
}

const VARIANTS: Readonly<Record<string, string>> = {
  a: 'aàáảãạăằắẳẵặâầấẩẫậ',
  d: 'dđ',
  e: 'eèéẻẽẹêềếểễệ',
  i: 'iìíỉĩịyỳýỷỹỵ',
  o: 'oòóỏõọôồốổỗộơờớởỡợ',
  u: 'uùúủũụưừứửữự',
  y: 'yỳýỷỹỵiìíỉĩị',
};

/**
 * The beginning as a GLOB pattern over `marked` texts: a letter typed with a mark stands for itself, one
 * without for any of its marks. Null where no mark was typed.
 */
export function markedPattern(typed: string): string | null {
  const text = markedText(typed);
  if (!/[^\x00-\x7f]/u.test(text)) return null;
  const letters = [...text].map((char) => (VARIANTS[char] ? `[${VARIANTS[char]}]` : char));
  return `${letters.join('')}*`;
}
