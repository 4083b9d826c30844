/** The night's window, Vietnam's time. A night is named by the day in whose morning it ends. */
import { vietnamDay } from '../../core/clock.ts';

/** Minutes after midnight; a window that ends before it begins spans midnight. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

export interface Night {
  /** `YYYY-MM-DD`, the day in Vietnam on which the window ends. */
  readonly day: string;
  readonly start: Date;
  /** Papers still running are stopped then. */
  readonly end: Date;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const midnight = (day: string) => Date.parse(`${day}T00:00:00+07:00`);

/** `HH:mm` -> minutes after midnight; null where it is no time of day. */
export function minutesOf(time: string): number | null {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** Minutes that a window lasts; 1..1440. */
export function lengthOf({ start, end }: Window): number {
  return end > start ? end - start : end - start + 1440;
}

export function nightOf(day: string, window: Window): Night {
  const end = midnight(day) + window.end * MINUTE_MS;
  return { day, start: new Date(end - lengthOf(window) * MINUTE_MS), end: new Date(end) };
}

/** The night that began last; its window may be over. */
export function latestNight(now: Date, window: Window): Night {
  const tomorrow = nightOf(vietnamDay(new Date(now.getTime() + DAY_MS)), window);
  if (tomorrow.start <= now) return tomorrow;
  const today = nightOf(vietnamDay(now), window);
  if (today.start <= now) return today;
  return nightOf(vietnamDay(new Date(now.getTime() - DAY_MS)), window);
}

export function isOpen({ start, end }: Night, now: Date): boolean {
  return start <= now && now < end;
}

/** When a night's report is due: at this time of day, the first after the window's end. */
export function reportTime({ day, end }: Night, reportMinutes: number): Date {
  const due = midnight(day) + reportMinutes * MINUTE_MS;
  return new Date(due < end.getTime() ? due + DAY_MS : due);
}

/** `YYYY-MM-DD` so many days before (or after, where negative). */
export function daysBefore(day: string, days: number): string {
  return vietnamDay(new Date(midnight(day) - days * DAY_MS));
}

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
