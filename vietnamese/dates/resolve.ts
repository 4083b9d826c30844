/** From what is printed to first and last day: missing years, months and weeks are found from the day of publication. */
import { type Days, dayNumber, isDay, monthDays, partsOf, weekday, yearDays } from './calendar.ts';
import { shortest } from './edtf.ts';
import { lunarDay, lunarMonth } from './lunar.ts';
import type { Part, Reference, Value } from './value.ts';

export interface Resolved {
  readonly days: Days;
  readonly edtf: string;
  readonly approximate: boolean;
}

export type Lean = 'past' | 'future' | null;

/** What the words say of time beside the date itself. */
export interface Setting extends Reference {
  readonly lean: Lean;
  readonly part: Part | null;
  /** Last single day spoken of before. */
  readonly lastDay: number | null;
  /** The date mustn't end before this day: the right end of a range. */
  readonly notBefore?: number | null;
}

/** Days of a date whose year is known; null if there is no such day. */
function daysIn(value: Value, year: number): Days | null {
  switch (value.kind) {
    case 'day': {
      if (value.month === null) return null;
      if (value.lunar) {
        const at = lunarDay(year, value.month, value.day, value.leap);
        return at === null ? null : { from: at, to: at };
      }
      if (!isDay(year, value.month, value.day)) return null;
      const at = dayNumber(year, value.month, value.day);
      return { from: at, to: at };
    }
    case 'month': {
      if (!value.lunar) return monthDays(year, value.month);
      const month = lunarMonth(year, value.month, value.leap);
      return month === null ? null : { from: month.first, to: month.last };
    }
    case 'quarter':
      return {
        from: dayNumber(year, value.quarter * 3 - 2, 1),
        to: dayNumber(year, value.quarter * 3 + 1, 0),
      };
    case 'season':
      return {
        from: dayNumber(year, value.season * 3, 1),
        to: dayNumber(year, value.season * 3 + 3, 0),
      };
    case 'months':
      return { from: dayNumber(year, value.first, 1), to: dayNumber(year, value.last + 1, 0) };
    default:
      return null;
  }
}

/** đầu, giữa, cuối: days 1–10, 11–20, 21–end of a month; thirds of a year or anything longer. */
function narrow(days: Days, part: Part | null, value: Value): Days {
  if (part === null || days.from === null || days.to === null) return days;
  const third = part === 'early' ? 0 : part === 'middle' ? 1 : 2;
  if (value.kind === 'month') {
    return { from: days.from + third * 10, to: third === 2 ? days.to : days.from + third * 10 + 9 };
  }
  if (value.kind === 'year') {
    return {
      from: dayNumber(value.year, third * 4 + 1, 1),
      to: dayNumber(value.year, third * 4 + 5, 0),
    };
  }
  const length = (days.to - days.from + 1) / 3;
  return {
    from: days.from + Math.round(third * length),
    to: days.from + Math.round((third + 1) * length) - 1,
  };
}

/** How far days lie from today, the side that the words don't speak of counted as farther. */
function cost(days: Days, today: number, lean: Lean): number {
  const { from, to } = days;
  if (from === null || to === null) return Number.POSITIVE_INFINITY;
  if (from > today) return (from - today) * (lean === 'future' ? 1 : lean === 'past' ? 12 : 3);
  if (to < today) return (today - to) * (lean === 'future' ? 4 : 1);
  return 0;
}

function cheapest(candidates: readonly (Days | null)[], setting: Setting): Days | null {
  const { today, lean, notBefore } = setting;
  let best: Days | null = null;
  for (const days of candidates) {
    if (days === null || today === null) continue;
    if (typeof notBefore === 'number') {
      if ((days.to ?? 0) >= notBefore) return days;
    } else if (best === null || cost(days, today, lean) < cost(best, today, lean)) best = days;
  }
  return best;
}

function yearless(value: Value, setting: Setting): Days | null {
  const { today } = setting;
  const around = typeof setting.notBefore === 'number' ? setting.notBefore : today;
  if (today === null || around === null) return null;
  const { year, month } = partsOf(around);
  if (value.kind === 'weekday') {
    const at = today - weekday(today) + value.weekday;
    const days = [at - 7, at, at + 7].map((day) => ({ from: day, to: day }));
    return cheapest(days, setting);
  }
  if (value.kind === 'day' && value.month === null) {
    const days = [-1, 0, 1].map((shift) => {
      const at = partsOf(dayNumber(year, month + shift, 1));
      return daysIn({ ...value, month: at.month }, at.year);
    });
    return cheapest(days, setting);
  }
  return cheapest(
    [year - 1, year, year + 1].map((at) => {
      const days = daysIn(value, at);
      return days === null ? null : narrow(days, setting.part, value);
    }),
    setting,
  );
}

/** Days and EDTF of one date; null if they can't be known. */
export function resolve(value: Value, setting: Setting): Resolved | null {
  const approximate = setting.part !== null || value.kind === 'season';
  if (value.kind === 'unknown') return null;
  if (value.kind === 'same') {
    const at = setting.lastDay;
    return at === null
      ? null
      : {
          days: { from: at, to: at },
          edtf: shortest({ from: at, to: at }, false),
          approximate: false,
        };
  }
  if (value.kind === 'fixed') {
    if (setting.part === null) return value;
    const days = narrow(value.days, setting.part, value);
    return { days, edtf: shortest(days, true), approximate: true };
  }
  const known = value.kind === 'weekday' ? null : value.year;
  const days =
    known === null
      ? yearless(value, setting)
      : narrowed(
          value.kind === 'year' ? yearDays(value.year) : daysIn(value, known),
          setting.part,
          value,
        );
  if (days === null) return null;
  const plain = setting.part === null && days.from !== null ? short(value, days.from) : null;
  return { days, edtf: plain ?? shortest(days, approximate), approximate };
}

function narrowed(days: Days | null, part: Part | null, value: Value): Days | null {
  return days === null ? null : narrow(days, part, value);
}

/** Quarters and seasons have their own EDTF: "2023-33" is the first quarter, "2023-22" summer. */
function short(value: Value, from: number): string | null {
  const { year } = partsOf(from);
  const name = String(year).padStart(4, '0');
  if (value.kind === 'quarter') return `${name}-${32 + value.quarter}`;
  return value.kind === 'season' ? `${name}-${20 + value.season}~` : null;
}
