/** What stands between and before dates: ranges over two mentions, lists, and từ / đến hết / trước / sau. */
import type { Atom } from './value.ts';
import { DAY_PART, S, S0 } from './words.ts';

const CLOCK = `\\d{1,2}(?:h|g|${S0}giờ|:)${S0}(?:\\d{2}${S0}(?:phút)?)?`;
/** Words that may stand between "từ" or "đến" and the date inside a range. */
const FILL = `(?:(?:khoảng|lúc|hồi|dịp|lễ|nghỉ|vào|tầm|thời điểm|hết|sau|trước|của|${CLOCK}(?:${S}${DAY_PART}(?=${S}ngày))?),?${S})*`;

const FROM = new RegExp(`(?<![\\p{L}\\p{M}])(từ${S}${FILL})$`, 'u');
const TO_GAP = new RegExp(
  `^(?:${S}\\([^()\\d]{1,20}\\))?,?${S}(?:cho${S})?(?:đến|tới)${S}${FILL}$`,
  'u',
);
const DASH_GAP = new RegExp(`^${S0}[-–—]${S0}${FILL}$`, 'u');
const LIST_GAP = /^(?:, (?:rồi )?| và | & | hoặc | hay | rồi | cùng |, và )$/u;
const TO_NOW = new RegExp(
  `^,?${S}(?:cho${S})?(?:đến|tới)${S}(?:nay|hiện${S}nay|hiện${S}tại|thời${S}điểm${S}(?:hiện${S}tại|này)|bây${S}giờ|giờ)(?![\\p{L}\\p{M}])`,
  'u',
);
const FROM_NOW = new RegExp(
  `(?<![\\p{L}\\p{M}])(từ${S}(?:nay|bây${S}giờ|giờ)${S}(?:cho${S})?(?:đến|tới)${S}${FILL})$`,
  'u',
);
const UNTIL = new RegExp(`(?<![\\p{L}\\p{M}])((?:cho${S})?(?:đến|tới)${S}hết${S})$`, 'u');
const TO = new RegExp(`(?<![\\p{L}\\p{M}])((?:đến|tới)${S})$`, 'u');
const BEFORE = new RegExp(`(?<![\\p{L}\\p{M}])(trước${S})$`, 'u');
const AFTER = new RegExp(`(?<![\\p{L}\\p{M}])(sau${S})$`, 'u');
const LOOK = 64;

const front = (text: string, at: number) => text.slice(Math.max(0, at - LOOK), at);

/** Start of the words in front, if the pattern finds them; -1 else. */
function startOf(pattern: RegExp, text: string, at: number): number {
  const words = pattern.exec(front(text, at))?.[1];
  return words === undefined ? -1 : at - words.length;
}

export type Leading = 'from' | 'from-now' | 'until' | 'to' | 'before' | 'after';

/** The word that stands right before a date and changes its days. */
export function leadingAt(text: string, at: number): { kind: Leading; start: number } | null {
  const kinds: readonly [Leading, RegExp][] = [
    ['from-now', FROM_NOW],
    ['until', UNTIL],
    ['from', FROM],
    ['to', TO],
    ['before', BEFORE],
    ['after', AFTER],
  ];
  // Cheap: all of them end in a space.
  if (!/[ \u00a0]/u.test(text.charAt(at - 1))) return null;
  for (const [kind, pattern] of kinds) {
    const start = startOf(pattern, text, at);
    if (start >= 0) return { kind, start };
  }
  return null;
}

/** End of "đến nay" behind a date; -1 if it doesn't follow. */
export function toNowEnd(text: string, at: number): number {
  const match = TO_NOW.exec(text.slice(at, at + 40));
  return match === null ? -1 : at + match[0].length;
}

/** "comma-to": "năm 2019, đến năm 2020" is a range only behind "từ". */
export type Gap = 'to' | 'comma-to' | 'dash' | 'list' | 'next' | null;

/** How two neighbouring dates hang together. */
export function gapBetween(text: string, left: Atom, right: Atom): Gap {
  if (right.start - left.end > LOOK) return null;
  const gap = text.slice(left.end, right.start);
  if (LIST_GAP.test(gap)) return 'list';
  if (DASH_GAP.test(gap)) return 'dash';
  if (TO_GAP.test(gap)) return gap.startsWith(',') ? 'comma-to' : 'to';
  // "cuối năm 2019 đầu năm 2020", "đêm 30/4 rạng sáng 1/5"
  if (/^[ \u00a0]$/u.test(gap) && (right.part !== null || text.startsWith('rạng', right.start)))
    return 'next';
  return null;
}

/** "sau" or "trước" among the words of a range's beginning: "từ sau dịp 30/4". */
export function turnIn(words: string): 'before' | 'after' | null {
  if (/(?<!\p{L})sau(?!\p{L})/u.test(words)) return 'after';
  return /(?<!\p{L})trước(?!\p{L})/u.test(words) ? 'before' : null;
}
