/** Days counted as whole numbers (0 = 1 January 1970, proleptic Gregorian), so that no clock or zone is needed. */

/** First and last day, both inside; null = open. */
export interface Days {
  readonly from: number | null;
  readonly to: number | null;
}

/** Number of a day. Months run from 1; a month of 13 is the next January. */
export function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / 86_400_000);
}

export function partsOf(day: number): { year: number; month: number; day: number } {
  const date = new Date(day * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function isDay(year: number, month: number, day: number): boolean {
  return day >= 1 && day <= daysIn(year, month);
}

export function daysIn(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

/** 1 Monday … 7 Sunday */
export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** `YYYY-MM-DD`; null for days outside the years 1–9999. */
export function iso(day: number): string | null {
  const { year, month, day: date } = partsOf(day);
  if (!(year >= 1 && year <= 9999)) return null;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}

/** The day of a moment `YYYY-MM-DDT…` as printed; null if it holds none. */
export function dayOf(moment: string | null): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)/u.exec(moment ?? '');
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isDay(year, month, day) ? dayNumber(year, month, day) : null;
}

export const monthDays = (year: number, month: number): Days => ({
  from: dayNumber(year, month, 1),
  to: dayNumber(year, month + 1, 0),
});

export const yearDays = (from: number, to = from): Days => ({
  from: dayNumber(from, 1, 1),
  to: dayNumber(to, 12, 31),
});
