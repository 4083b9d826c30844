/** The two forms of a text: as kept in a record (NFC, nothing else) and as compared in keys. */

/**
 * NFC of a text. The only change a record's text ever gets, so offsets fit. Never throws: a lone
 * surrogate stays what it is.
 */
export function nfc(text: string): string {
  return text.normalize('NFC');
}

/** Marks without a width: soft hyphen, joiners, direction marks, word joiner, selectors, BOM. */
const INVISIBLE =
  /[\u00AD\u034F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFE00-\uFE0F\uFEFF]/gu;
const HAS_INVISIBLE = new RegExp(INVISIBLE.source, 'u');

/** Letters that look like Vietnamese đ and are printed for it: Icelandic eth, African D. */
const FALSE_D = /[ÐðƉɖ]/gu;
const HAS_FALSE_D = /[ÐðƉɖ]/u;

/**
 * The text as compared: NFC, invisible marks dropped, Ð (U+00D0) read as Đ. Its length may differ from
 * that of the text, so it serves keys, never offsets.
 */
export function comparable(text: string): string {
  let out = text.normalize('NFC');
  if (HAS_INVISIBLE.test(out)) out = out.replace(INVISIBLE, '').normalize('NFC');
  if (HAS_FALSE_D.test(out)) {
    out = out.replace(FALSE_D, (d) => (d === 'Ð' || d === 'Ɖ' ? 'Đ' : 'đ'));
  }
  return out;
}

/** True for a character that has no width and belongs to no word. */
export function isInvisible(char: string): boolean {
  return HAS_INVISIBLE.test(char);
}
