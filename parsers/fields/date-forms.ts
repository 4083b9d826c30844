/**
 * Printed dates to an instant in Vietnam's time, one function a form. `new Date` never sees page text:
 * it reads 08/01/2026 as 1 August and takes the process's time zone.
 */
import { vietnamTime } from '../../core/clock.ts';
import type { DateForm } from '../../newspapers/define.ts';

export type DateReading =
  | { readonly kind: 'moment'; readonly at: string; readonly precision: 'minute' | 'day' | 'month' }
  /** Written like a date, but no such day or hour exists. */
  | { readonly kind: 'impossible' };

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number | undefined;
  readonly minute?: number | undefined;
  readonly second?: number | undefined;
}

const VIETNAM_MS = 7 * 3_600_000;

/**
 * @param fetchedAt ISO in UTC; "55 phút trước" counts back from it
 * @returns null where the text holds nothing that looks like a date of this form
 */
export function readDate(text: string, form: DateForm, fetchedAt: string): DateReading | null {
  switch (form) {
    case 'iso':
      return iso(text);
    case 'day-first':
      return iso(text) ?? dayFirst(text) ?? inWords(text) ?? ago(text, fetchedAt);
    case 'month-first-ampm':
      return monthFirst(text);
    case 'epoch':
      return epoch(text);
    case 'year-month':
      return yearMonth(text);
    default:
      return form satisfies never;
  }
}

/** 2026-09-05T09:18:48+0700 · 2026-09-09T07:27:00 · 2018-05-27 06:34:00 · 2009-01-21 */
const ISO =
  /^\s*(\d{4})-(\d\d?)-(\d\d?)(?:[T ]+(\d\d?):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?(?![\d/])/u;

function iso(text: string): DateReading | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, zone] = match;
  return moment(
    {
      year: Number(year),
      month: Number(month),
      day: Number(day),
      hour: number(hour),
      minute: number(minute),
      second: number(second),
    },
    zone === undefined ? VIETNAM_MS : offset(zone),
  );
}

function offset(zone: string): number {
  if (zone === 'Z') return 0;
  const digits = zone.replace(/\D/gu, '');
  const ms = (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 60_000;
  return zone.startsWith('-') ? -ms : ms;
}

/** 05/09/2026 · 15-01-2024 · 2/11/2023 · 21.7.2022; not the tail of a longer number. */
const DAY_FIRST = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/u;

function dayFirst(text: string): DateReading | null {
  const match = DAY_FIRST.exec(text);
  if (!match) return null;
  const [whole, day, , month, year] = match;
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + whole.length)}`;
  return moment(
    { year: Number(year), month: Number(month), day: Number(day), ...clock(rest) },
    VIETNAM_MS,
  );
}

/** Thứ Bảy, ngày 01 tháng 3 năm 2025 */
const IN_WORDS = /(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm|\s*,)?\s+(\d{4})(?!\d)/iu;

function inWords(text: string): DateReading | null {
  const match = IN_WORDS.exec(text.normalize('NFC'));
  if (!match) return null;
  const [whole, day, month, year] = match;
  const rest = text.normalize('NFC').replace(whole, ' ');
  return moment(
    { year: Number(year), month: Number(month), day: Number(day), ...clock(rest) },
    VIETNAM_MS,
  );
}

/** 09:18 · 9:18:48 · 13h04 · 01:02 PM; "17:09 PM" is 17:09. A zone "(GMT+7)" is no clock. */
const CLOCK =
  /(?<![\d:+])(\d{1,2})\s*(?::|h|g|giờ)\s*(\d{2})(?::(\d{2}))?(?!\d)(?:\s*(AM|PM|SA|CH)(?!\p{L}))?/iu;

function clock(text: string): Pick<Parts, 'hour' | 'minute' | 'second'> {
  const match = CLOCK.exec(text);
  if (!match) return {};
  const [, hour, minute, second, half] = match;
  return {
    hour: half12(Number(hour), half),
    minute: Number(minute),
    second: number(second),
  };
}

function half12(hour: number, half: string | undefined): number {
  const mark = half?.toUpperCase();
  if ((mark === 'PM' || mark === 'CH') && hour < 12) return hour + 12;
  if ((mark === 'AM' || mark === 'SA') && hour === 12) return 0;
  return hour;
}

/** 9/11/2021 3:29:47 PM = 11 September; without AM or PM it may be day first and is refused. */
const MONTH_FIRST =
  /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s*(AM|PM)\s*$/iu;

function monthFirst(text: string): DateReading | null {
  const match = MONTH_FIRST.exec(text);
  if (!match) return null;
  const [, month, day, year, hour, minute, second, half] = match;
  return moment(
    {
      year: Number(year),
      month: Number(month),
      day: Number(day),
      hour: half12(Number(hour), half),
      minute: number(minute),
      second: number(second),
    },
    VIETNAM_MS,
  );
}

function epoch(text: string): DateReading | null {
  const match = /^\s*(\d{9,10}|\d{12,13})\s*$/u.exec(text);
  if (!match?.[1]) return null;
  const seconds = match[1].length > 10 ? Number(match[1]) / 1000 : Number(match[1]);
  return { kind: 'moment', at: vietnamTime(new Date(seconds * 1000)), precision: 'minute' };
}

/** 202309: the first of the month stands for it. */
function yearMonth(text: string): DateReading | null {
  const match = /^\s*(\d{4})(\d\d)\s*$/u.exec(text);
  if (!match) return null;
  const reading = moment({ year: Number(match[1]), month: Number(match[2]), day: 1 }, VIETNAM_MS);
  return reading.kind === 'moment' ? { ...reading, precision: 'month' } : reading;
}

/** 55 phút trước · 3 tiếng trước · Cập nhật 30 giây trước · 2 ngày trước */
const AGO = /(?<![\d/:.])(\d{1,3})\s+(giây|phút|giờ|tiếng|ngày)\s+trước(?!\p{L})/iu;
const UNIT_MS: Readonly<Record<string, number>> = {
  giây: 1_000,
  phút: 60_000,
  giờ: 3_600_000,
  tiếng: 3_600_000,
  ngày: 86_400_000,
};

function ago(text: string, fetchedAt: string): DateReading | null {
  const match = AGO.exec(text.normalize('NFC'));
  const unit = UNIT_MS[match?.[2]?.toLowerCase() ?? ''];
  const now = Date.parse(fetchedAt);
  if (!match || unit === undefined || Number.isNaN(now)) return null;
  const at = vietnamTime(new Date(now - Number(match[1]) * unit));
  // An hour or a day ago is rounded by the paper: the minute would be invented.
  return unit < 3_600_000
    ? { kind: 'moment', at, precision: 'minute' }
    : { kind: 'moment', at: `${at.slice(0, 10)}T00:00:00+07:00`, precision: 'day' };
}

function number(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

/** The calendar is checked by making the day and reading it back: 31/02 comes back as 3 March. */
function moment(parts: Parts, offsetMs: number): DateReading {
  const { year, month, day, hour, minute = 0, second = 0 } = parts;
  const utc = Date.UTC(year, month - 1, day, hour ?? 0, minute, second);
  const back = new Date(utc);
  const exists =
    back.getUTCFullYear() === year &&
    back.getUTCMonth() === month - 1 &&
    back.getUTCDate() === day &&
    (hour ?? 0) < 24 &&
    minute < 60 &&
    second < 60 &&
    year >= 1900 &&
    year <= 2200;
  if (!exists) return { kind: 'impossible' };
  return hour === undefined
    ? { kind: 'moment', at: `${back.toISOString().slice(0, 10)}T00:00:00+07:00`, precision: 'day' }
    : { kind: 'moment', at: vietnamTime(new Date(utc - offsetMs)), precision: 'minute' };
}
