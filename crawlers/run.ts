/** What every run has, a night's or a back-fill's: its parts, its loop, its end, and its place in the archive. */
import { type Fetching, newFetching } from './articles.ts';
import { honestyOf } from './honesty.ts';
import { openLedger } from './ledger.ts';
import { type Politeness, politenessOf } from './politeness.ts';
import type { CrawlOptions, CrawlProgress, CrawlSummary } from './port.ts';
import type { RunContext, Task } from './run-context.ts';
import { openTrust } from './trust.ts';
import { openVisitor } from './visitor.ts';

/**
 * Notes the run's begin and end in the archive.
 * @throws what the archive or `onPage` throws; the run is noted as failed then
 */
export async function noted(
  { newspaper, archive, clock, signal, log }: CrawlOptions,
  work: () => Promise<CrawlSummary>,
): Promise<CrawlSummary> {
  const now = () => clock.now().toISOString();
  const run = await archive.runs.start(newspaper.id, now());
  try {
    const summary = await work();
    const { state, outcomes, message } = summary;
    await archive.runs.finish(run, now(), state, outcomes, message ?? undefined);
    log.info({ newspaper: newspaper.id, ...summary }, 'crawl ended');
    return summary;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    log.error({ newspaper: newspaper.id, err: error, stopped: signal.aborted }, 'crawl failed');
    await archive.runs.finish(run, now(), 'failed', {}, message).catch((second: unknown) => {
      // The archive itself is what failed: the next writer marks the run as interrupted.
      log.error({ newspaper: newspaper.id, err: second }, 'the run could not be noted');
    });
    throw error;
  }
}

/** A paper none of whose sources could be read is asked again so much later: feeds forget what was in them. */
const UNREAD_AGAIN_MS = 3_600_000;

type Steps = () => AsyncGenerator<Task>;
/** How far the phase is that goes on. */
type HowFar = () => { readonly done: number; readonly total: number };

export interface CrawlRun {
  readonly context: RunContext;
  readonly fetching: Fetching;
  readonly politeness: Politeness;
  phase: CrawlProgress['phase'];
  /** Why the paper may not be crawled. */
  refused: string | null;
  /** Why nothing of what it has published could be learnt: the run failed, whatever else was fetched. */
  unread: string | null;
  /** Does the steps one after another and sums them up. */
  through(steps: Steps, howFar: HowFar): Promise<CrawlSummary>;
}

export interface RunOptions {
  /** A back-fill: gives way to night's runs. */
  readonly low?: boolean;
  /** Under which name progress is told; left out: the newspaper's id. */
  readonly label?: string;
}

export function openRun(
  options: CrawlOptions,
  { low = false, label = options.newspaper.id }: RunOptions = {},
): CrawlRun {
  const { newspaper, archive, clock, signal, random, http } = options;
  const ledger = openLedger(archive, newspaper.id, () => clock.now());
  const politeness = politenessOf(http, clock, random);
  const visitor = openVisitor({
    newspaper,
    http,
    clock,
    signal,
    politeness,
    low,
    onRobots: (url, problem) =>
      problem === null ? ledger.clear(url) : ledger.bad(url, 'robots-unreachable', problem),
  });
  const trust = openTrust({ archive, clock, ledger, visitor, honesty: honestyOf(http, clock) });
  const context: RunContext = { newspaper, archive, clock, visitor, ledger, trust };
  const fetching = newFetching();

  /** A host that is left alone is shown until it answers again. */
  const noteStopped = async () => {
    const { protocol } = new URL(newspaper.origin);
    for (const host of newspaper.hosts) {
      const why = politeness.stopped(host);
      if (why !== null) await ledger.bad(`${protocol}//${host}/`, 'host-stopped', why);
      else if (visitor.asked(host)) await ledger.clear(`${protocol}//${host}/`);
    }
  };
  const retryAt = () => {
    const times = newspaper.hosts.flatMap((host) => politeness.stoppedUntil(host) ?? []);
    const last = times.sort((a, b) => a.getTime() - b.getTime()).at(-1);
    return last?.toISOString() ?? null;
  };

  const run: CrawlRun = {
    context,
    fetching,
    politeness,
    phase: 'discover',
    refused: null,
    unread: null,
    async through(steps, howFar) {
      const tell = () => {
        const { done, total } = howFar();
        const outcomes = { ...ledger.outcomes };
        options.onProgress?.({ newspaper: label, phase: run.phase, done, total, outcomes });
      };
      async function* toTheEnd(): AsyncGenerator<Task> {
        yield* steps();
        run.phase = 'done';
      }
      // Loaded here: Crawlee takes most of a second and 90 MB, which no other command should pay for.
      const { runTasks } = await import('./crawlee.ts');
      await runTasks(stoppable(toTheEnd(), signal, tell));
      tell();
      const ended = run.phase === 'done';
      const problem = ended ? (visitor.problem(newspaper.origin) ?? run.unread) : null;
      await noteStopped();
      return {
        state: !ended ? 'stopped' : problem === null ? 'complete' : 'failed',
        outcomes: ledger.outcomes,
        stored: fetching.stored,
        requests: visitor.requests(),
        repeated: trust.repeated(),
        retryAt:
          retryAt() ??
          (ended && run.unread !== null
            ? new Date(clock.now().getTime() + UNREAD_AGAIN_MS).toISOString()
            : null),
        message: problem ?? (ended ? run.refused : null),
      };
    },
  };
  return run;
}

/** Ends the stream where the signal is aborted, and says after each task how far we are. */
async function* stoppable(
  tasks: AsyncGenerator<Task>,
  signal: AbortSignal,
  tell: () => void,
): AsyncGenerator<Task> {
  // A request that was given up rejects with the signal's reason; its URL stays due.
  const unlessStopped = (error: unknown) => {
    if (!signal.aborted || error !== signal.reason) throw error;
  };
  try {
    for await (const task of tasks) {
      if (signal.aborted) return;
      yield { url: task.url, run: () => task.run().catch(unlessStopped).then(tell) };
      if (signal.aborted) return;
    }
  } catch (error) {
    unlessStopped(error);
  }
}
