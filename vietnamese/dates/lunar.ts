/**
 * The Vietnamese lunisolar calendar at UTC+7, after the method that Hồ Ngọc Đức describes: a month begins
 * on the day of the new moon, the month that holds the winter solstice is the 11th, and in a year of
 * thirteen months the first one without a major solar term is the leap month. Formulas for new moon and
 * solar longitude are those of Jean Meeus, Astronomical Algorithms (1998). Good for the years 1800–2199.
 */
import { dayNumber } from './calendar.ts';

const RAD = Math.PI / 180;
const sin = (degrees: number) => Math.sin(degrees * RAD);
/** Julian day of 1 January 1970, 00:00 UTC. */
const EPOCH = 2_440_587.5;
const SYNODIC = 29.530588853;
const ZONE = 7 / 24;

/** Day number, at UTC+7, of the k-th new moon after that of 31 December 1899. */
function newMoon(k: number): number {
  const t = k / 1236.85;
  const mean =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * t * t -
    0.000000155 * t ** 3 +
    0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t * t);
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t * t - 0.00000347 * t ** 3;
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t * t + 0.00001236 * t ** 3;
  const node = 21.2964 + 390.67050646 * k - 0.0016528 * t * t - 0.00000239 * t ** 3;
  const shift =
    (0.1734 - 0.000393 * t) * sin(sun) +
    0.0021 * sin(2 * sun) -
    0.4068 * sin(moon) +
    0.0161 * sin(2 * moon) -
    0.0004 * sin(3 * moon) +
    0.0104 * sin(2 * node) -
    0.0051 * sin(sun + moon) -
    0.0074 * sin(sun - moon) +
    0.0004 * sin(2 * node + sun) -
    0.0004 * sin(2 * node - sun) -
    0.0006 * sin(2 * node + moon) +
    0.001 * sin(2 * node - moon) +
    0.0005 * sin(2 * moon + sun);
  const dynamical =
    t < -11
      ? 0.001 + 0.000839 * t + 0.0002261 * t * t - 0.00000845 * t ** 3 - 0.000000081 * t ** 4
      : -0.000278 + 0.000265 * t + 0.000262 * t * t;
  return Math.floor(mean + shift - dynamical + ZONE - EPOCH);
}

/** Twelfth of the sun's way (0 = from the spring equinox) in which a day begins at UTC+7. */
function solarTwelfth(day: number): number {
  const t = (day + EPOCH - ZONE - 2451545) / 36525;
  const anomaly = 357.5291 + 35999.0503 * t - 0.0001559 * t * t - 0.00000048 * t ** 3;
  const centre =
    (1.9146 - 0.004817 * t - 0.000014 * t * t) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.00029 * sin(3 * anomaly);
  const longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t * t + centre;
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

/** Index of the new moon that begins the 11th lunar month of a year. */
function eleventh(year: number): number {
  const k = Math.floor((dayNumber(year, 12, 31) + EPOCH - 2415021) / SYNODIC);
  return solarTwelfth(newMoon(k)) >= 9 ? k - 1 : k;
}

/** For every lunar year asked for: the first days of its months, leap ones as their number + 0.5. */
const years = new Map<number, ReadonlyMap<number, Days>>();

interface Days {
  readonly first: number;
  readonly last: number;
}

function monthsOf(year: number): ReadonlyMap<number, Days> {
  const known = years.get(year);
  if (known !== undefined) return known;
  const months = new Map<number, Days>();
  // A lunar year takes months 1–10 from one solstice year, 11 and 12 from the next.
  for (const [start, end, wanted] of [
    [eleventh(year - 1), eleventh(year), (n: number) => n <= 10.5],
    [eleventh(year), eleventh(year + 1), (n: number) => n >= 11],
  ] as const) {
    let leap = -1;
    if (end - start > 12) {
      for (let i = 1; leap < 0 && i <= 13; i++) {
        if (solarTwelfth(newMoon(start + i)) === solarTwelfth(newMoon(start + i + 1))) leap = i;
      }
    }
    for (let i = 0; i < end - start; i++) {
      const late = leap > 0 && i >= leap ? i - 1 : i;
      const number = ((late + 10) % 12) + 1 + (i === leap ? 0.5 : 0);
      if (wanted(number))
        months.set(number, { first: newMoon(start + i), last: newMoon(start + i + 1) - 1 });
    }
  }
  if (years.size > 500) years.clear();
  years.set(year, months);
  return months;
}

/** First and last day (see calendar.ts) of a lunar month; null if that year has no such leap month. */
export function lunarMonth(year: number, month: number, leap = false): Days | null {
  if (year < 1800 || year > 2199) return null;
  return monthsOf(year).get(month + (leap ? 0.5 : 0)) ?? null;
}

/** Day number of a lunar date; null if that month is shorter or doesn't exist. */
export function lunarDay(year: number, month: number, day: number, leap = false): number | null {
  const days = lunarMonth(year, month, leap);
  if (days === null || day < 1 || days.first + day - 1 > days.last) return null;
  return days.first + day - 1;
}
