/** Provinces, districts and communes on both maps: what each was and became, and what is written on it. */
import type { Archive, StoredConference } from '../../archive/port.ts';
import { DiembaoError } from '../../core/errors.ts';
import type { SearchFilters } from '../../core/search.ts';
import { told } from '../../i18n/text.ts';
import { placesAbove, placeValue, readPlaceValue, TODAY } from '../../indexer/place-codes.ts';
import {
  children,
  predecessors,
  today,
  type Unit,
  unitsAt,
  viCompare,
} from '../../vietnamese/index.ts';
import { ask } from '../search/ask.ts';
import type { SearchParts } from '../search.ts';
import { search } from '../search.ts';
import type { FacetValue, FoundArticle } from '../search-answer.ts';
import { resolutionOf } from './resolution.ts';

export interface Listed {
  /** Value of the filter `places`. */
  readonly value: string;
  readonly name: string;
  readonly count: number;
}

export interface Change {
  readonly value: string;
  readonly name: string;
  /** Its land was divided: others hold a part of it too. */
  readonly partial: boolean;
}

export interface Locality {
  readonly value: string;
  /** On today's map, or on that of its own days. */
  readonly onToday: boolean;
  readonly unit: Pick<Unit, 'code' | 'name' | 'level' | 'from' | 'to'>;
  /** Lowest first. */
  readonly above: readonly Listed[];
  readonly children: readonly Listed[];
  /** What held its land before, newest first. */
  readonly was: readonly (Change & { readonly to: string | null })[];
  /** What holds its land today; [] where it still is, or where the data do not tell. */
  readonly became: readonly Change[];
  /** Number of the resolution that ended it, or made it; null where the data name none. */
  readonly resolution: { readonly day: string; readonly number: string | null } | null;
  readonly total: number;
  readonly months: readonly FacetValue[];
  readonly newspapers: readonly FacetValue[];
  readonly officials: readonly FacetValue[];
  readonly latest: readonly FoundArticle[];
  readonly conferences: readonly StoredConference[];
}

type Parts = SearchParts & {
  readonly archive: Pick<Archive, 'conferences'> & SearchParts['archive'];
};

const LATEST = 5;
const CONFERENCES = 10;
const OFFICIALS = 20;
const ALL_MONTHS = 1_000;

const byName = (a: Unit, b: Unit) => viCompare(a.bare, b.bare) || (a.code < b.code ? -1 : 1);

/** Articles by value of `places`, of all that a question finds; complete. */
export async function placeCounts(
  parts: SearchParts,
  text: string,
  filters: SearchFilters,
): Promise<ReadonlyMap<string, number>> {
  const asked = await ask(parts, {
    text,
    filters,
    exactOnly: false,
    sort: 'newest',
    facets: [],
    facetLimit: 0,
    offset: 0,
    limit: 0,
  });
  const { facetLimit: _, ...request } = asked.request;
  const { facets } = await parts.engine.search({ ...request, facets: ['places'] });
  return new Map((facets.places ?? []).map(({ value, count }) => [value, count]));
}

function listed(
  units: readonly Unit[],
  onToday: boolean,
  counts: ReadonlyMap<string, number>,
): Listed[] {
  return [...units].sort(byName).map((one) => {
    const value = onToday ? `${TODAY}${one.code}` : placeValue(one);
    return { value, name: one.name, count: counts.get(value) ?? 0 };
  });
}

/** The provinces. @param day of the map, YYYY-MM-DD; null for today's */
export async function provinces(parts: SearchParts, day: string | null): Promise<Listed[]> {
  const counts = await placeCounts(parts, '', {});
  const units = unitsAt(day ?? '9999-12-31', 'province');
  return listed(units, day === null, counts);
}

function changes(value: string, found: Unit, onToday: boolean) {
  if (onToday || found.to === null)
    return {
      became: [],
      was: predecessors(found.code).map((old) => ({
        value: placeValue(old),
        name: old.name,
        partial: old.partial,
        to: old.to,
      })),
    };
  const became = today(found.code, found.to).map(({ code, partial, path }) => ({
    value: `${TODAY}${code}`,
    name: path[2] ?? path[1] ?? path[0] ?? code,
    partial,
  }));
  return { became: became.filter((one) => one.value !== value), was: [] };
}

const nextDay = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

function resolution(found: Unit): Locality['resolution'] {
  if (found.to !== null) {
    const day = nextDay(found.to);
    return { day, number: resolutionOf({ ...found, level: found.level }, day) };
  }
  return found.from === null ? null : { day: found.from, number: resolutionOf(found, found.from) };
}

/** @throws DiembaoError `locality-not-found` */
export async function locality(parts: Parts, value: string): Promise<Locality> {
  const { unit: found, today: onToday } = readPlaceValue(value);
  // Today's map has no unit that has ended.
  if (!found || (onToday && found.to !== null))
    throw new DiembaoError(
      'locality-not-found',
      told('Không có địa phương mang mã "{value}".', { value: value.slice(0, 40) }),
    );
  const filters = { places: [value] };
  const counts = await placeCounts(parts, '', filters);
  const answer = await search(parts, {
    text: '',
    filters,
    pageSize: LATEST,
    facets: ['month', 'newspaper', 'officials'],
    facetSize: ALL_MONTHS,
  });
  const conferences = await parts.archive.conferences.list({ place: value }, null, CONFERENCES);
  const { code, name, level, from, to } = found;
  return {
    value,
    onToday,
    unit: { code, name, level, from, to },
    above: placesAbove(value).map((one) => ({
      value: one,
      name: readPlaceValue(one).unit?.name ?? one,
      count: counts.get(one) ?? 0,
    })),
    children: listed(onToday ? children(code) : children(code, to ?? undefined), onToday, counts),
    ...changes(value, found, onToday),
    resolution: resolution(found),
    total: answer.total,
    months: [...(answer.facets.month ?? [])].sort((a, b) => (a.value < b.value ? -1 : 1)),
    newspapers: answer.facets.newspaper ?? [],
    officials: (answer.facets.officials ?? []).slice(0, OFFICIALS),
    latest: answer.hits,
    conferences: conferences.items,
  };
}

/** So many units at most are compared. */
export const MOST_COMPARED = 4;

export interface Comparison {
  readonly units: readonly {
    readonly value: string;
    readonly name: string;
    readonly total: number;
  }[];
  /** Months in order, all between the first and the last; a count for each unit. */
  readonly rows: readonly { readonly month: string; readonly counts: readonly number[] }[];
}

function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  let [year = 0, month = 0] = first.split('-').map(Number);
  for (;;) {
    const name = `${year}-${String(month).padStart(2, '0')}`;
    if (name > last) return months;
    months.push(name);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
}

/**
 * Articles by month of up to four units, of those that a question finds ('' for all).
 * @throws DiembaoError `locality-not-found`, `question-bad-filter` (none, or more than four)
 */
export async function compare(
  parts: SearchParts,
  values: readonly string[],
  text: string,
): Promise<Comparison> {
  const wanted = [...new Set(values)];
  if (wanted.length === 0 || wanted.length > MOST_COMPARED)
    throw new DiembaoError(
      'question-bad-filter',
      told('So sánh từ 1 đến {n} địa phương.', { n: MOST_COMPARED }),
    );
  const found = await Promise.all(
    wanted.map(async (value) => {
      const { unit: one, today: onToday } = readPlaceValue(value);
      if (!one)
        throw new DiembaoError(
          'locality-not-found',
          told('Không có địa phương "{value}".', { value: value.slice(0, 40) }),
        );
      const { total, facets } = await search(parts, {
        text,
        filters: { places: [value] },
        pageSize: 1,
        facets: ['month'],
        facetSize: ALL_MONTHS,
      });
      const months = new Map((facets.month ?? []).map((month) => [month.value, month.count]));
      return { value, name: onToday ? `${one.name} (nay)` : one.name, total, months };
    }),
  );
  const all = found.flatMap(({ months }) => [...months.keys()]).sort();
  const [first, last] = [all[0], all.at(-1)];
  return {
    units: found.map(({ value, name, total }) => ({ value, name, total })),
    rows: (first && last ? monthsBetween(first, last) : []).map((month) => ({
      month,
      counts: found.map(({ months }) => months.get(month) ?? 0),
    })),
  };
}
