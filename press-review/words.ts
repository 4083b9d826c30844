/** How a press review writes days, numbers and tones. */
import type { Item, PressReview, Tone } from './review.ts';

export const TONES: Readonly<Record<Tone, string>> = {
  positive: 'Tích cực',
  neutral: 'Trung tính',
  negative: 'Tiêu cực',
};
export const NO_TONE = 'Chưa đánh giá';

const parts = (day: string) => day.split('-').map(Number) as [number, number, number];

/** `2023-05-26` -> "26/5/2023". */
export function shortDay(day: string): string {
  const [year, month, date] = parts(day);
  return `${date}/${month}/${year}`;
}

/** "ngày 05 tháng 02 năm 2023": days under 10 and the months 1 and 2 have a zero (Nghị định 30/2020/NĐ-CP). */
export function longDay(day: string): string {
  const [year, month, date] = parts(day);
  const two = (number: number) => String(number).padStart(2, '0');
  return `ngày ${two(date)} tháng ${month < 3 ? two(month) : month} năm ${year}`;
}

/** First and last day of the month that a number of months after `day` begins at, `length` months long. */
function months(day: string, first: number, length: number): Days {
  const [year, month] = parts(day);
  const at = (months: number, date: number) =>
    new Date(Date.UTC(year, month - 1 + months, date)).toISOString().slice(0, 10);
  return { from: at(first, 1), to: at(first + length, 0) };
}

export type Days = Pick<PressReview, 'from' | 'to'>;

const isThe = (one: Days, other: Days) => one.from === other.from && one.to === other.to;

/** "Ngày 26 tháng 5 năm 2023", "Tháng 5 năm 2023", "Quý II năm 2023" or "Từ ngày 22/5/2023 đến ngày 28/5/2023". */
export function period({ from, to }: Days): string {
  if (from === to) return `Ngày${longDay(from).slice('ngày'.length)}`;
  const [year, month] = parts(from);
  if (isThe({ from, to }, months(from, 0, 1))) return `Tháng ${month} năm ${year}`;
  if (month % 3 === 1 && isThe({ from, to }, months(from, 0, 3)))
    return `Quý ${roman((month + 2) / 3)} năm ${year}`;
  return `Từ ngày ${shortDay(from)} đến ngày ${shortDay(to)}`;
}

/** The week (from Monday on), the month and the quarter that ended last before a day. */
export function lastPeriods(today: string): {
  readonly week: Days;
  readonly month: Days;
  readonly quarter: Days;
} {
  const monday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const ago = (days: number) =>
    new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
  const [, month] = parts(today);
  return {
    week: { from: ago(monday + 7), to: ago(monday + 1) },
    month: months(today, -1, 1),
    quarter: months(today, -((month - 1) % 3) - 3, 3),
  };
}

/** "(Báo Hà Tĩnh, 26/5/2023; Báo Nghệ An đăng lại)". */
export function source({ newspaper, publishedOn, reprintedBy }: Item): string {
  const first = [newspaper, publishedOn ? shortDay(publishedOn) : ''].filter(Boolean).join(', ');
  const again = reprintedBy.length > 0 ? `${reprintedBy.join(', ')} đăng lại` : '';
  const all = [first, again].filter(Boolean).join('; ');
  return all === '' ? '' : `(${all})`;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** 1 to 89. */
export function roman(number: number): string {
  let left = number;
  let text = '';
  for (const [value, letters] of ROMAN) for (; left >= value; left -= value) text += letters;
  return text;
}

/** "12,5 %": share of `all` with one decimal at most; "0 %" of nothing. */
export function share(count: number, all: number): string {
  const percent = all === 0 ? 0 : (100 * count) / all;
  return `${new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }).format(percent)} %`;
}
