/** Who is crawled when: every paper has its start inside the window, the slowest first; sweeps by day. */
import type { NightRow } from '../../archive/nights-port.ts';
import type { NewspaperCheck } from '../../archive/port.ts';
import type { Newspaper } from '../../newspapers/define.ts';
import type { Schedule } from '../../queue/port.ts';
import type { Config } from '../config.ts';
import { LOOPBACK } from '../may-crawl.ts';
import { lengthOf, type Window } from './window.ts';

/** The last part of the window begins nobody: it is for those that take longer than they used to. */
const BEGIN_WITHIN = 0.75;
const SWEEP_MINUTES = 60;
/** Nights by which a paper's duration is told. */
const REMEMBERED = 7;

/** More than named somewhere: seen, or its spec as it is now has passed its check on this installation. */
export function isSure(
  { id, hash, confidence }: Pick<Newspaper, 'id' | 'hash' | 'confidence'>,
  checks: readonly NewspaperCheck[],
): boolean {
  if (confidence !== 'listed') return true;
  return checks.some(({ newspaper, spec, passed }) => newspaper === id && spec === hash && passed);
}

/** Papers of the night: sure, and somebody answers for the crawl of real ones. */
export function papersOfTheNight(
  newspapers: readonly Newspaper[],
  { contact }: Pick<Config, 'contact'>,
  checks: readonly NewspaperCheck[],
): readonly Newspaper[] {
  return newspapers.filter(
    (paper) =>
      isSure(paper, checks) &&
      (contact !== null || paper.hosts.every((host) => LOOPBACK.test(host))),
  );
}

/**
 * Minutes that each paper took, the mean of its last nights.
 * @param rows of any night, in ascending order
 */
export function durations(rows: readonly NightRow[]): ReadonlyMap<string, number> {
  const of = new Map<string, number[]>();
  for (const { newspaper, startedAt, finishedAt, state } of rows)
    if (startedAt !== null && finishedAt !== null && state !== 'failed')
      of.set(newspaper, [
        ...(of.get(newspaper) ?? []),
        (Date.parse(finishedAt) - Date.parse(startedAt)) / 60_000,
      ]);
  return new Map(
    [...of].map(([newspaper, all]) => {
      const last = all.slice(-REMEMBERED);
      return [newspaper, last.reduce((sum, one) => sum + one, 0) / last.length];
    }),
  );
}

/**
 * Minutes after the window's start at which each paper begins. The slowest first; those of which nothing is known
 * before them; equal ones by id.
 */
export function starts(
  papers: readonly string[],
  window: Window,
  minutes: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const length = lengthOf(window);
  const takes = (id: string) => minutes.get(id) ?? Number.POSITIVE_INFINITY;
  const sorted = papers.toSorted((a, b) => {
    const [one, other] = [takes(a), takes(b)];
    if (one !== other) return one > other ? -1 : 1;
    return a < b ? -1 : 1;
  });
  return new Map(
    sorted.map((id, i) => {
      const spread = (i * length * BEGIN_WITHIN) / sorted.length;
      // Early enough to take twice as long as it used to.
      const latest = minutes.has(id) ? length - 2 * takes(id) : spread;
      return [id, Math.floor(Math.max(0, Math.min(spread, latest)))];
    }),
  );
}

const daily = (minutes: number) => `${minutes % 60} ${Math.floor(minutes / 60) % 24} * * *`;

const clockTime = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** All schedules: setting them removes those of papers that are gone. */
export function schedules(
  papers: readonly string[],
  { window, sweeps }: { readonly window: Window; readonly sweeps: readonly number[] },
  minutes: ReadonlyMap<string, number>,
): readonly Schedule[] {
  const begin = starts(papers, window, minutes);
  const nights = [...begin].map(
    ([id, offset]): Schedule => ({
      id,
      cron: daily(window.start + offset),
      job: { name: 'crawl', payload: { newspaper: id } },
    }),
  );
  const days = sweeps.flatMap((at) =>
    papers.map(
      (id, i): Schedule => ({
        id: `${id}@${clockTime(at)}`,
        cron: daily(at + Math.floor((i * SWEEP_MINUTES) / papers.length)),
        job: { name: 'crawl', payload: { newspaper: id, mode: 'sweep' } },
      }),
    ),
  );
  return [...nights, ...days];
}
