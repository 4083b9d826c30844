/** From text to atoms: every single date as printed, with the words that belong to it. */
import { isRefused } from './cues.ts';
import { dayRules } from './day-rules.ts';
import { eraRules } from './era-rules.ts';
import { spanRules } from './span-rules.ts';
import { suffixAt } from './suffixes.ts';
import { termRules } from './term-rules.ts';
import type { Atom, Part, Reference, Rule, Value } from './value.ts';

/** Terms and school years before years, days before months: longer forms first. */
const RULES: readonly Rule[] = [...termRules, ...dayRules, ...eraRules, ...spanRules];

/** A date can only begin at one of these. */
const TRIGGER =
  /\d|rạng|sáng|tờ|trưa|xế|chiều|tối|đêm|nửa|khuya|ngày|hôm|thứ|chủ|m[ùồ]ng|rằm|đầu|giữa|cuối|tháng|qu[ýí]|năm|nhiệm|giai|niên|khóa|mùa|hè|xuân|thu|đông|thập|những|các|thế|tuần|cùng|sang|một|hai|ba|bốn|sáu|bảy|tám|chín|mười/gu;
const IN_WORD = /[\p{L}\p{M}\p{N}]/u;
const PARTS: Readonly<Record<string, Part>> = { đầu: 'early', giữa: 'middle', cuối: 'late' };

/** The atoms of a lower-case text in order, none overlapping another; `original` has its own case. */
export function readAtoms(text: string, original: string, reference: Reference): Atom[] {
  const atoms: Atom[] = [];
  TRIGGER.lastIndex = 0;
  for (let trigger = TRIGGER.exec(text); trigger !== null; trigger = TRIGGER.exec(text)) {
    const start = trigger.index;
    if (start > 0 && IN_WORD.test(text.charAt(start - 1))) {
      skipDigits(text, trigger[0]);
      continue;
    }
    const atom = readAt(text, original, start, atoms, reference);
    if (atom === null) {
      skipDigits(text, trigger[0]);
      continue;
    }
    atoms.push(atom);
    TRIGGER.lastIndex = atom.end;
  }
  return atoms;
}

/** The rest of a number that began no date begins none either. */
function skipDigits(text: string, trigger: string): void {
  if (!/\d/u.test(trigger)) return;
  while (/\d/u.test(text.charAt(TRIGGER.lastIndex))) TRIGGER.lastIndex++;
}

function readAt(
  text: string,
  original: string,
  start: number,
  atoms: readonly Atom[],
  reference: Reference,
): Atom | null {
  for (const rule of RULES) {
    rule.pattern.lastIndex = start;
    const match = rule.pattern.exec(text);
    if (match === null) continue;
    const groups = match.groups ?? {};
    const value = rule.read(groups, reference);
    if (value === null) continue;
    const own = start + match[0].length;
    const suffix = suffixAt(text, own);
    const hasSuffix = suffix.end > own;
    if (isRefused({ text, original, start, end: own, value, previous: atoms.at(-1), hasSuffix }))
      continue;
    return {
      start,
      end: suffix.end,
      value: suffix.sameYear ? inYearOf(value, atoms) : value,
      part: PARTS[groups.part ?? ''] ?? null,
      lean: suffix.lean,
      recurring: suffix.recurring || recursBefore(text, start, value),
    };
  }
  return null;
}

/** "tháng 10 cùng năm" */
function inYearOf(value: Value, atoms: readonly Atom[]): Value {
  if (value.kind !== 'day' && value.kind !== 'month') return value;
  const before = atoms
    .slice(-20)
    .findLast(
      ({ value: { kind }, value: other }) =>
        kind !== 'fixed' && 'year' in other && other.year !== null,
    );
  return before !== undefined && 'year' in before.value && before.value.year !== null
    ? { ...value, year: before.value.year }
    : value;
}

/** "hàng năm, cứ đến tháng 3", "mỗi sáng thứ Hai": said in front of the date. */
function recursBefore(text: string, start: number, value: Value): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  if (value.kind === 'weekday')
    return /(?<!\p{L})(?:mỗi|các|những|hàng|hằng)(?: tuần)?(?: vào| ngày| buổi)* $/u.test(before);
  if ((value.kind !== 'day' && value.kind !== 'month') || value.year !== null) return false;
  return /(?<!\p{L})(?:hàng|hằng|mỗi) năm,? (?:cứ |vào |khoảng |đến |dịp |từ |trong |lại )*$/u.test(
    before,
  );
}
