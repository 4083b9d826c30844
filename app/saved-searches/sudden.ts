/**
 * When a saved search is unusual against its own last runs. The rule (docs/alerts.md says the same):
 *
 * - `more`: today it has found 10 new articles or more, and more than three times as many as on the best of its
 *   last 14 days with a run, of which there are at least 3. Said once a day.
 * - `nothing`, of a day: on the last day with a run it found no new article, and on each of the 7 days with a run
 *   before it at least one. Said at the first run of the next day.
 * - `nothing`, of everything: its last run found something and this one finds nothing in the whole archive.
 */
import type { SavedDay } from '../../archive/saved-searches-port.ts';

export const MORE_AT_LEAST = 10;
export const MORE_TIMES = 3;
export const MORE_DAYS = 14;
export const MORE_NEEDS_DAYS = 3;
export const NOTHING_DAYS = 7;
/** How many days a judgement looks at, today's included. */
export const JUDGED_DAYS = Math.max(MORE_DAYS, NOTHING_DAYS + 1) + 1;

export type Unusual =
  | { readonly kind: 'more'; readonly day: string; readonly found: number; readonly best: number }
  | { readonly kind: 'nothing'; readonly day: string; readonly before: number }
  | { readonly kind: 'nothing'; readonly day: null; readonly before: number };

export interface RunToJudge {
  /** `YYYY-MM-DD` of the run. */
  readonly day: string;
  /** Before the run and with it, the newest first. */
  readonly before: readonly SavedDay[];
  readonly after: readonly SavedDay[];
  /** Everything that was found at the last run; null for the first. */
  readonly lastTotal: number | null;
  readonly total: number;
}

function more(day: string, days: readonly SavedDay[]): Unusual | null {
  const today = days.find((one) => one.day === day);
  const earlier = days.filter((one) => one.day < day).slice(0, MORE_DAYS);
  if (!today || earlier.length < MORE_NEEDS_DAYS || today.found < MORE_AT_LEAST) return null;
  const best = Math.max(...earlier.map(({ found }) => found));
  return today.found > MORE_TIMES * best ? { kind: 'more', day, found: today.found, best } : null;
}

function quietDay(day: string, days: readonly SavedDay[]): Unusual | null {
  const [last, ...before] = days.filter((one) => one.day < day);
  const usual = before.slice(0, NOTHING_DAYS);
  if (!last || last.found > 0 || usual.length < NOTHING_DAYS) return null;
  if (usual.some(({ found }) => found === 0)) return null;
  return { kind: 'nothing', day: last.day, before: usual.reduce((sum, one) => sum + one.found, 0) };
}

/** What is to be said of a run. Pure; the same run judged again says the same. */
export function unusual({ day, before, after, lastTotal, total }: RunToJudge): readonly Unusual[] {
  const said: Unusual[] = [];
  const much = more(day, after);
  // Before this run it was so already: then it has been said.
  if (much && !more(day, before)) said.push(much);
  const firstOfDay = !before.some((one) => one.day === day);
  const quiet = firstOfDay ? quietDay(day, before) : null;
  if (quiet) said.push(quiet);
  if (lastTotal !== null && lastTotal > 0 && total === 0)
    said.push({ kind: 'nothing', day: null, before: lastTotal });
  return said;
}
