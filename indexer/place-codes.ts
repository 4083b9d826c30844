/**
 * The values by which an article is found under a place: units of all levels, of its day and of today.
 *
 * A code of the statistics office is no identity: "91" was Kiên Giang and is An Giang since 1 July 2025. So a
 * unit of the day is its code where it is the first that bore it ("91"), else the code and its first day
 * ("91@2025-07-01"); a unit of today's map is "t:" and its code.
 */
import type { PlaceMention } from '../core/article.ts';
import { codesAbove, type Unit, unit } from '../vietnamese/index.ts';

/** Prefix of codes of today's units. */
export const TODAY = 't:';
const SINCE = '@';

/** The value of a unit of the day. */
export function placeValue({ code, from }: Pick<Unit, 'code' | 'from'>): string {
  return from === null ? code : `${code}${SINCE}${from}`;
}

/**
 * The value that a code has on a day; a code without a unit on that day stands for its latest one.
 * @param day `YYYY-MM-DD`; null = the first known state of the map
 */
export function placeValueOn(code: string, day: string | null): string {
  const found = unit(code, day) ?? unit(code);
  return found === undefined ? code : placeValue(found);
}

/** What a value means. */
export interface PlaceValue {
  readonly code: string;
  /** Of today's map. */
  readonly today: boolean;
  /** undefined for a value that no unit has. */
  readonly unit: Unit | undefined;
}

export function readPlaceValue(value: string): PlaceValue {
  if (value.startsWith(TODAY)) {
    const code = value.slice(TODAY.length);
    return { code, today: true, unit: unit(code) };
  }
  const [code = '', from = null] = value.split(SINCE);
  const found = unit(code, from);
  return { code, today: false, unit: found?.from === from ? found : undefined };
}

/**
 * The values of the units above, lowest first; [] for a value that no unit has. A unit of the day lies in
 * what was above it on its first day.
 */
export function placesAbove(value: string): string[] {
  const read = readPlaceValue(value);
  if (!read.unit) return [];
  if (read.today)
    return codesAbove(read.code)
      .slice(1)
      .map((code) => `${TODAY}${code}`);
  const { from } = read.unit;
  return codesAbove(read.code, from)
    .slice(1)
    .map((code) => placeValueOn(code, from));
}

/**
 * Values of the units mentioned and of those above them.
 * @param day day of publication, `YYYY-MM-DD`; null = the first known state of the map
 */
export function placeCodes(places: readonly PlaceMention[], day: string | null): string[] {
  const values = new Set<string>();
  for (const place of places) {
    for (const code of place.code === null ? [] : codesAbove(place.code, day))
      values.add(placeValueOn(code, day));
    for (const today of place.today) {
      for (const code of today.code === null ? [] : codesAbove(today.code))
        values.add(`${TODAY}${code}`);
    }
  }
  return [...values].sort();
}
