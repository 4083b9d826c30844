/** Numbers and days as each language writes them. */
import { language } from './language.ts';

const NUMBERS = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') } as const;
const ENGLISH_DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const ENGLISH_MONTH = new Intl.DateTimeFormat('en-GB', {
  year: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});

/** 12345 -> "12.345", "12,345" */
export const number = (value: number, spoken = language()): string => NUMBERS[spoken].format(value);

/** "2023-05-06" -> "6/5/2023", "6 May 2023" */
export function day(iso: string): string {
  return language() === 'en' ? ENGLISH_DAY.format(new Date(`${iso}T00:00:00Z`)) : slashes(iso);
}

/** "2023-05" -> "5/2023", "May 2023" */
export function month(iso: string): string {
  return language() === 'en' ? ENGLISH_MONTH.format(new Date(`${iso}-01T00:00:00Z`)) : slashes(iso);
}

/** "2023-05-06T08:00:00+07:00" -> "6/5/2023 08:00", "6 May 2023 08:00" */
export const minute = (local: string): string =>
  `${day(local.slice(0, 10))} ${local.slice(11, 16)}`;

const slashes = (iso: string) => iso.split('-').reverse().map(Number).join('/');
