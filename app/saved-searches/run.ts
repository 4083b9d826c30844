/**
 * One run of a saved search: what is new in the archive since its last run and is found by it becomes news.
 *
 * An article is news once, whatever becomes of it. It is looked for only when the index has it: what the index
 * has not taken yet is looked at again by the next run.
 */
import type { Archive } from '../../archive/port.ts';
import type { SavedCandidate, SavedDay } from '../../archive/saved-searches-port.ts';
import { type Clock, vietnamDay } from '../../core/clock.ts';
import type { SearchRequest } from '../../core/search.ts';
import { type AskParts, ask } from '../search/ask.ts';
import { filtersOf } from './question.ts';
import type { OpenedSearch } from './saved.ts';
import { JUDGED_DAYS, type Unusual, unusual } from './sudden.ts';

export interface RunParts extends AskParts {
  readonly archive: Pick<Archive, 'savedSearches'>;
  readonly clock: Clock;
}

export interface SavedRunResult {
  /** Ids of the articles that are news. */
  readonly news: readonly string[];
  /** Everything that it finds. */
  readonly total: number;
  readonly unusual: readonly Unusual[];
  /** Articles that the index has not taken yet: another run is to come. */
  readonly waiting: number;
}

/** A revision is written a moment after its time was read: so much is looked at twice. */
const OVERLAP_MS = 10 * 60_000;
/** What the index has not taken for so long it has refused. */
const REFUSED_MS = 3 * 86_400_000;
/** More days of publication than that, and the whole answer is gone through instead. */
const MOST_DAYS = 400;

/** The request narrowed to where the candidates can be. */
function narrowed(request: SearchRequest, candidates: readonly SavedCandidate[]): SearchRequest[] {
  const days = [...new Set(candidates.flatMap(({ day }) => day ?? []))];
  const dated =
    days.length > MOST_DAYS
      ? [request]
      : [{ ...request, filters: [...request.filters, { day: days }] }];
  const undated = { ...request, filters: [...request.filters, { undated: true }] };
  return [
    ...(days.length > 0 ? dated : []),
    ...(candidates.some(({ day }) => day === null) ? [undated] : []),
  ];
}

/** Never loosened: what only holds some of the words is no news. */
async function found(
  parts: RunParts,
  { question }: OpenedSearch,
  candidates: readonly SavedCandidate[],
): Promise<{ readonly total: number; readonly ids: readonly string[] }> {
  const asked = await ask(parts, {
    text: question.text,
    filters: filtersOf(question),
    exactOnly: question.exactOnly,
    sort: 'newest',
    facets: [],
    facetLimit: 0,
    offset: 0,
    limit: 0,
  });
  if (asked.match !== 'units') return { total: 0, ids: [] };
  const wanted = new Set(candidates.map(({ id }) => id));
  const ids = new Set<string>();
  for (const request of narrowed(asked.request, candidates))
    for await (const batch of parts.engine.every(request))
      for (const id of batch) if (wanted.has(id)) ids.add(id);
  return { total: asked.answer.total, ids: [...ids] };
}

/** @throws what the search engine throws; then nothing is noted, and the next run looks at the same again */
export async function runSaved(parts: RunParts, search: OpenedSearch): Promise<SavedRunResult> {
  const { savedSearches } = parts.archive;
  const now = parts.clock.now();
  const at = now.toISOString();
  const day = vietnamDay(now);
  const all = await savedSearches.candidates(parts.engine.id, search.madeAt, search.checkedTo, at);
  const held = all.filter((one) => one.held);
  const waiting = all.filter(
    (one) => !one.held && now.getTime() - Date.parse(one.revisedAt) < REFUSED_MS,
  );
  const { total, ids } = await found(parts, search, held);
  const before = await savedSearches.days(search.id, JUDGED_DAYS);
  const overlapping = new Date(now.getTime() - OVERLAP_MS).toISOString();
  const first = waiting[0] && new Date(Date.parse(waiting[0].revisedAt) - 1).toISOString();
  const earliest = first !== undefined && first < overlapping ? first : overlapping;
  // Never behind where it stands: what was made a minute ago begins with its making.
  const [checkedTo = at] = [earliest, search.checkedTo].sort().slice(-1);
  const said: Unusual[] = [];
  const news = await savedSearches.ran(search.id, {
    ...{ at, day, total, checkedTo, articles: ids },
    notices: (count) => {
      const after = withRun(before, day, count, total);
      said.push(...unusual({ day, before, after, lastTotal: search.total, total }));
      return said.map(({ kind, ...figures }) => ({ kind, detail: JSON.stringify(figures) }));
    },
  });
  return { news, total, unusual: said, waiting: waiting.length };
}

/** The days with a run of `day` that found so many. */
function withRun(
  days: readonly SavedDay[],
  day: string,
  found: number,
  total: number,
): readonly SavedDay[] {
  const today = days.find((one) => one.day === day) ?? { runs: 0, found: 0 };
  const added = { day, runs: today.runs + 1, found: today.found + found, total };
  return [added, ...days.filter((one) => one.day !== day)];
}
