/**
 * One run over one newspaper: its sources are asked what is new, then the articles that are due are
 * fetched into the archive. The frontier is the only queue, so a run can be stopped or killed at any
 * moment and the next one goes on from what the archive holds.
 */
import { articleTasks, newFetching } from './articles.ts';
import { openLedger } from './ledger.ts';
import { openPoliteness } from './politeness.ts';
import type { CrawlOptions, CrawlProgress, CrawlSummary } from './port.ts';
import type { RunContext, Task } from './run-context.ts';
import { newDiscovery, sourceTasks } from './sources.ts';
import { openVisitor } from './visitor.ts';

/**
 * Crawls a newspaper once. What servers do ends in the summary's outcomes and the archive's incidents;
 * `failed` is a paper that could not be asked (robots.txt unreadable, or it failed again and again).
 * @throws what the archive or `onPage` throws; the run is noted as failed then
 */
export async function crawlNewspaper(options: CrawlOptions): Promise<CrawlSummary> {
  const { newspaper, archive, clock, signal, log } = options;
  const now = () => clock.now().toISOString();
  const run = await archive.runs.start(newspaper.id, now());
  try {
    const summary = await crawl(options);
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

async function crawl(options: CrawlOptions): Promise<CrawlSummary> {
  const { newspaper, archive, clock, signal, random, http } = options;
  const ledger = openLedger(archive, newspaper.id, () => clock.now());
  const politeness = openPoliteness(clock, random);
  const visitor = openVisitor({
    newspaper,
    http,
    clock,
    signal,
    politeness,
    onRobots: (url, problem) =>
      problem === null ? ledger.clear(url) : ledger.bad(url, 'robots-unreachable', problem),
  });
  const context: RunContext = { newspaper, archive, clock, visitor, ledger };
  const discovery = newDiscovery();
  const fetching = newFetching();
  const progress: { phase: CrawlProgress['phase'] } = { phase: 'discover' };
  const tell = () =>
    options.onProgress?.({
      newspaper: newspaper.id,
      phase: progress.phase,
      done: progress.phase === 'discover' ? discovery.done : fetching.done,
      total: progress.phase === 'discover' ? discovery.total : fetching.total,
      outcomes: { ...ledger.outcomes },
    });

  async function* steps(): AsyncGenerator<Task> {
    yield* sourceTasks(context, discovery);
    await noteDryness(context, discovery);
    progress.phase = 'fetch';
    yield* articleTasks(context, fetching, {
      limit: options.limit ?? Number.POSITIVE_INFINITY,
      onPage: options.onPage ?? (async () => undefined),
    });
    progress.phase = 'done';
  }

  // Loaded here: Crawlee takes most of a second and 90 MB, which no other command should pay for.
  const { runTasks } = await import('./crawlee.ts');
  await runTasks(stoppable(steps(), signal, tell));
  tell();

  const ended = progress.phase === 'done';
  const problem = ended ? visitor.problem(newspaper.origin) : null;
  return {
    state: !ended ? 'stopped' : problem === null ? 'complete' : 'failed',
    outcomes: ledger.outcomes,
    stored: fetching.stored,
    message: problem,
  };
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

/** All sources could be read and none names an article: their layout has changed. */
async function noteDryness(
  { ledger, newspaper }: RunContext,
  discovery: { readonly read: number; readonly fruitful: boolean },
): Promise<void> {
  if (discovery.fruitful) return ledger.clear(newspaper.origin);
  if (discovery.read === 0) return;
  await ledger.bad(newspaper.origin, 'discovery-dry', 'no source names an article');
}
