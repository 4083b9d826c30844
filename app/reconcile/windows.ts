/** Windows of days, and what the index has on each day of each newspaper in one. */
import type { Archive, DayTally } from '../../archive/port.ts';
import type { Facet, SearchFilters, SearchRequest } from '../../core/search.ts';
import type { SearchEngine } from '../../indexer/engine.ts';

const WINDOW_DAYS = 62;

export type Group = Pick<DayTally, 'newspaper' | 'day'>;
export interface Window {
  /** Null: of what has no date. */
  readonly days: { readonly from: string; readonly to: string } | null;
}

export const keyOf = ({ newspaper, day }: Group) => JSON.stringify([newspaper, day]);

export function asked(filters: SearchFilters, facets: readonly Facet[] = []): SearchRequest {
  return {
    units: [],
    whole: [],
    without: [],
    match: 'units',
    exactOnly: false,
    filters: [filters],
    facets,
    sort: 'newest',
    offset: 0,
    limit: 0,
  };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

/** The days of the archive in windows that leave no day out, so that a day that only the index has is seen too. */
export async function* windowsOf(
  archive: Pick<Archive, 'index'>,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
): AsyncGenerator<Window> {
  let begin = from ?? '0001-01-01';
  const end = to ?? '9999-12-31';
  for (let after = begin; ; ) {
    const days = await archive.index.days(after, WINDOW_DAYS);
    const last = days.at(-1);
    if (last === undefined || last >= end) break;
    yield { days: { from: begin, to: last } };
    begin = dayAfter(last);
    after = last;
  }
  yield { days: { from: begin, to: end } };
  if (from === undefined && to === undefined) yield { days: null };
}

export const paperFilter = (newspaper: string | null): SearchFilters =>
  newspaper === null ? {} : { newspaper: [newspaper] };
export const filterOf = ({ days }: Window): SearchFilters =>
  days === null ? { undated: true } : { from: days.from, to: days.to };

export interface Counted {
  readonly group: Group;
  readonly count: number;
}

/** How many documents lie on each day of each newspaper. */
export async function documentsOf(
  engine: SearchEngine,
  window: Window,
  only: string | undefined,
): Promise<Map<string, Counted>> {
  const found = new Map<string, Counted>();
  const add = (group: Group, count: number) => {
    if (count > 0) found.set(keyOf(group), { group, count });
  };
  const byDay = async (filters: SearchFilters) => {
    const answer = await engine.search(asked({ ...filterOf(window), ...filters }, ['day']));
    return window.days === null
      ? [{ value: null, count: answer.total }]
      : (answer.facets.day ?? []);
  };
  const papers =
    only === undefined
      ? (await engine.search(asked(filterOf(window), ['newspaper']))).facets.newspaper
      : [{ value: only }];
  const named = new Map<string | null, number>();
  for (const { value: newspaper } of papers ?? [])
    for (const { value: day, count } of await byDay({ newspaper: [newspaper] })) {
      add({ newspaper, day }, count);
      named.set(day, (named.get(day) ?? 0) + count);
    }
  // What no newspaper has is what is left.
  if (only === undefined)
    for (const { value: day, count } of await byDay({}))
      add({ newspaper: null, day }, count - (named.get(day) ?? 0));
  return found;
}
