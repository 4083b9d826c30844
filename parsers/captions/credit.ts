/** Splits a caption from the credit at its end. The rules are tried in order; the first that fits wins. */

export interface Credited {
  readonly text: string;
  readonly credit: string | null;
}

/** What may stand between a caption and its credit; without it "Thành Anh: …" or "triển lãm ảnh: …" would match. */
const BEFORE = '(?:^|(?<=[.!?…:;"”’)\\]])\\s*|\\s*[(\\[]\\s*|\\s+[-–—|/]\\s*)';
/** Closing bracket and full stop after a credit. */
const END = '\\s*[)\\]]?\\s*\\.?\\s*$';
const ILLUSTRATION = '(?:có tính\\s+)?(?:chất\\s+)?(?:minh họa|minh hoạ|tư liệu)';

/** "… Ảnh: Đức Anh" · "(Ảnh: Thùy Linh)" · "Ảnh minh họa: Internet" · "Ảnh CTV: Lê Na" */
const WITH_COLON = new RegExp(
  `${BEFORE}(?:Bài và ảnh|Tin và ảnh|Ảnh(?:\\s+(?<kind>${ILLUSTRATION}|chụp màn hình|CTV|đồ họa))?)\\s*:\\s*(?<name>[^:]{1,60}?)${END}`,
  'iu',
);
/** "Nguồn: Internet" · "Nguồn ảnh: TTXVN" · "Nguồn internet" */
const SOURCE = new RegExp(
  `${BEFORE}Nguồn(?:\\s+ảnh)?\\s*(?::\\s*(?<named>[^:]{1,60}?)|\\s(?<bare>internet|sưu tầm|mạng xã hội|facebook))${END}`,
  'iu',
);
/** "… phát triển. Ảnh Huy Tùng." · "(Ảnh TTXVN)": every word of the name begins with a capital. */
const WITHOUT_COLON = new RegExp(
  `(?:^|(?<=[.!?…"”])\\s+|\\s*[(\\[]\\s*)Ảnh\\s+(?:của\\s+)?(?<name>\\p{Lu}[\\p{L}\\p{M}.]*(?:[\\s/-]+\\p{Lu}[\\p{L}\\p{M}.]*){0,5})${END}`,
  'u',
);
/** "… cung cấp": "Ảnh do nhân vật cung cấp." */
const PROVIDED = new RegExp(
  `${BEFORE}Ảnh\\s+(?:do\\s+)?(?<name>[^:.]{2,40}\\s+cung cấp)${END}`,
  'iu',
);

export function splitCredit(caption: string): Credited {
  const colon = WITH_COLON.exec(caption);
  if (colon?.groups?.name) {
    const kind = colon.groups.kind;
    const rest = caption.slice(0, colon.index).trim();
    // "Ảnh minh họa: Internet" alone: those words are the caption, they say that it is not the event.
    const text = rest === '' && kind ? `Ảnh ${kind}` : rest;
    return { text, credit: name(colon.groups.name) };
  }
  const found = WITHOUT_COLON.exec(caption) ?? SOURCE.exec(caption) ?? PROVIDED.exec(caption);
  const credit = found?.groups?.name ?? found?.groups?.named ?? found?.groups?.bare;
  if (!found || credit === undefined) return { text: caption, credit: null };
  return { text: caption.slice(0, found.index).trim(), credit: name(credit) };
}

/** The name of a credit that stands in an element of its own ("ngọc dương", "Ảnh: Đức Anh"). */
export function creditName(text: string): string | null {
  const bare = text.replace(/^[(\s]*(?:Ảnh|Nguồn(?:\s+ảnh)?)\s*:?\s+/iu, '');
  return name(bare) || null;
}

function name(text: string): string {
  // The bracket of "Ảnh: Internet (minh họa)" is the name's own.
  const whole = text.includes('(') && !text.includes(')') ? `${text})` : text;
  if (whole !== text) return whole.trim();
  return text
    .replace(/^[\s([]+|[\s)\]]+$/gu, '')
    .replace(/(?<!\.\p{Lu}|\s\p{Lu})\.$/u, '')
    .trim();
}
