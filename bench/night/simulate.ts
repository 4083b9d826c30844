/** Nights on the simulated web, by the program's own schedule, queue, crawl, reader and index, in this process. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as realTime } from 'node:timers/promises';
import { openWorks } from '../../app/compose.ts';
import { readConfig } from '../../app/config.ts';
import { MorningReport } from '../../app/night/report.ts';
import { openNightWatch } from '../../app/night/watch.ts';
import { silent } from '../../core/log.ts';
import { loadNewspapers } from '../../newspapers/index.ts';
import { BEGIN, dayOfNight } from './calendar.ts';
import { type ArchiveCheck, checkArchive } from './check-archive.ts';
import { openSimulatedClock } from './clock.ts';
import { expectedFindings, findingLine } from './expect.ts';
import { newsOf } from './news.ts';
import { openPapers } from './papers.ts';
import { startWeb } from './server.ts';
import { seeded } from './words.ts';

export interface SimulationOptions {
  readonly papers: number;
  /** Which of the forty is the first; 0 where it is left out. */
  readonly first?: number;
  readonly nights: number;
  /** A night and paper, on average. */
  readonly articles: number;
  /** Real milliseconds after which a server that does not answer is given up. */
  readonly timeoutMs: number;
  readonly onNight?: (night: NightFigures) => void;
}

export interface Overdrawn {
  readonly paper: string;
  readonly requests: number;
  readonly budget: number;
  /** Answers that were none by the server's own fault, which is no part of the budget. */
  readonly failed: number;
  /** Where it went: sources asked and allowed, and articles asked for out of turn. */
  readonly sources: string;
  readonly extra: readonly string[];
}

export interface NightFigures {
  readonly night: number;
  readonly day: string;
  readonly created: number;
  readonly requests: number;
  readonly budget: number;
  /** Papers that were asked for more than their budget and 5 %. */
  readonly overdrawn: readonly Overdrawn[];
  /** Findings that the plan asks for and the report lacks; and those that it does not ask for. */
  readonly missing: readonly string[];
  readonly unasked: readonly string[];
  /** How many were asked for. */
  readonly planted: number;
  readonly rssBytes: number;
  readonly seconds: number;
}

export interface SimulationResult {
  readonly nights: readonly NightFigures[];
  readonly archive: ArchiveCheck;
  readonly indexed: number;
  readonly offences: readonly string[];
  readonly unchanged: { readonly asked: number; readonly largest: number };
  readonly requests: number;
}

const SLACK = 1.05;
/** Reading may lag behind fetching by so many pages while the clock goes on in small steps. */
const LAG = 6;
const SMALL_STEP_MS = 5_000;

export async function simulate(options: SimulationOptions): Promise<SimulationResult> {
  const { families } = await loadNewspapers();
  const state: { mayLeap: (ms: number) => Promise<boolean> } = { mayLeap: async () => true };
  const clock = openSimulatedClock({ start: BEGIN, mayLeap: (ms) => state.mayLeap(ms) });
  const web = await startWeb(
    () => clock.now().getTime(),
    (port) =>
      openPapers(options.papers, port, families, options.first).map((paper) => ({
        paper,
        pieces: newsOf(paper, options.nights, options.articles),
      })),
  );
  const directory = await mkdtemp(join(tmpdir(), 'diembao-night-'));
  const newspapers = web.sites.map(({ paper }) => paper.newspaper);
  const config = {
    ...readConfig({ DIEMBAO_DATA: directory, DIEMBAO_CONTACT: 'mailto:bench@example.org' }),
    allowPrivate: newspapers.flatMap(({ hosts }) => hosts),
    minFreeBytes: 0,
  };
  const works = await openWorks(config, {
    clock,
    newspapers,
    log: silent,
    random: seeded(1),
    network: {
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      timeoutMs: options.timeoutMs,
    },
  });
  const stop = new AbortController();
  try {
    state.mayLeap = async (ms) => {
      const { parse, index } = await works.queue.counts();
      const behind = parse.waiting + parse.active;
      const settled =
        ms < SMALL_STEP_MS ? behind <= LAG : behind + index.waiting + index.active === 0;
      if (!settled) await realTime(1);
      return settled;
    };
    const watch = openNightWatch({ ...works, senders: [] });
    await watch.begin();
    await works.work(undefined, (crawl) =>
      watch.around((run) => {
        // Jobs that follow from a page run by themselves.
        const { onPage = async () => undefined } = run;
        return clock.busy(() => crawl({ ...run, onPage: (id) => clock.apart(() => onPage(id)) }));
      }),
    );
    void watch.run(stop.signal);
    const nights: NightFigures[] = [];
    for (let night = 1; night <= options.nights; night += 1) {
      const started = performance.now();
      const day = dayOfNight(night);
      await clock.advanceTo(new Date(`${day}T06:00:01+07:00`));
      const kept = await works.archive.nights.report(day);
      if (!kept) throw new Error(`there is no report of ${day}`);
      const report = MorningReport.parse(kept.report);
      const accounts = web.settle();
      const said = report.findings.map(findingLine).sort();
      const planned = expectedFindings(web.sites, accounts, night, {
        midnight: Date.parse(`${day}T00:00:00+07:00`),
        end: Date.parse(`${day}T05:30:00+07:00`),
      });
      const budgets = accounts.map((one) => ({
        paper: one.paper,
        requests: one.requests,
        budget: 1 + one.sources + one.fresh + one.looks,
        failed: one.failed,
        sources: `${one.sourcesAsked} of ${one.sources}`,
        extra: one.extra,
      }));
      const sum = (of: (one: Overdrawn) => number) =>
        budgets.reduce((all, one) => all + of(one), 0);
      const figures: NightFigures = {
        night,
        day,
        created: report.totals.created,
        requests: sum((one) => one.requests),
        budget: sum((one) => one.budget),
        overdrawn: budgets.filter(({ requests, budget }) => requests > budget * SLACK),
        missing: planned.filter((line) => !said.includes(line)),
        unasked: said.filter((line) => !planned.includes(line)),
        planted: planned.length,
        rssBytes: process.memoryUsage().rss,
        seconds: (performance.now() - started) / 1_000,
      };
      nights.push(figures);
      options.onNight?.(figures);
    }
    // One night more, on which nothing is published: what faults of the last ones have delayed comes in.
    const last = dayOfNight(options.nights + 1);
    await clock.advanceTo(new Date(`${last}T06:00:01+07:00`));
    return {
      nights,
      archive: await checkArchive(works.archive, web.sites, clock.now().getTime()),
      indexed: await works.engine.count(),
      offences: web.offences,
      unchanged: web.unchanged,
      requests: web.requests(),
    };
  } finally {
    stop.abort();
    await works.close();
    await web.close();
    await rm(directory, { recursive: true, force: true });
  }
}
