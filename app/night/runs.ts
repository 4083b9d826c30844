/** A paper's run as part of its night: noted in the night's row, once a night, stopped when the window ends. */
import type { Archive } from '../../archive/port.ts';
import type { Clock } from '../../core/clock.ts';
import { messageOf, RetryLater } from '../../core/errors.ts';
import type { CrawlOptions, CrawlSummary } from '../../crawlers/port.ts';
import { daysBefore, isOpen, latestNight, nightOf, type Window } from './window.ts';

export type Crawl = (options: CrawlOptions) => Promise<CrawlSummary>;

export interface NightRunsOptions {
  readonly archive: Pick<Archive, 'nights' | 'frontier'>;
  readonly clock: Clock;
  readonly window: Window;
  /** Papers of a missed night that are crawled out of its window; each leaves the set when it is done. */
  readonly makingUp: Set<string>;
}

const SKIPPED: CrawlSummary = {
  state: 'complete',
  outcomes: {},
  stored: 0,
  requests: 0,
  repeated: 0,
  retryAt: null,
  message: null,
};
/** Nearer to the window's end nothing begins again. */
const WORTH_MS = 60_000;

export const TURN_NEVER_CAME = 'the window ended before its turn came';
export const WINDOW_ENDED = 'the window ended before it was done';
export const PROGRAM_STOPPED = 'the program was stopped';

/**
 * Sweeps and second looks pass. A night's run that its night has already, or that the window has no time for, asks
 * nobody. One that a host's failure ended begins again when the host may be asked, if the window allows.
 */
export function inItsNight(options: NightRunsOptions): (crawl: Crawl) => Crawl {
  const { archive, clock, window, makingUp } = options;
  const iso = () => clock.now().toISOString();

  return (crawl) => async (run) => {
    if (run.mode !== undefined && run.mode !== 'night') return crawl(run);
    const { id } = run.newspaper;
    const now = clock.now();
    const night = latestNight(now, window);
    const { day } = night;
    const row = await archive.nights.get(day, id);
    if (row?.state === 'complete') return SKIPPED;
    if (!isOpen(night, now) && !makingUp.has(id)) {
      await archive.nights.missed(day, [id], TURN_NEVER_CAME);
      return SKIPPED;
    }
    const stopAt = isOpen(night, now) ? night.end : nightOf(daysBefore(day, -1), window).start;

    await archive.nights.begin(day, id, iso());
    const known = await archive.frontier.count(id);
    const windowOver = new AbortController();
    const done = new AbortController();
    void clock.sleep(stopAt.getTime() - now.getTime(), done.signal).then(() => {
      if (!done.signal.aborted) windowOver.abort();
    });
    const end = async (summary: Omit<CrawlSummary, 'retryAt'>) => {
      const found = (await archive.frontier.count(id)) - known;
      await archive.nights.end(day, id, iso(), { ...summary, found });
    };
    try {
      const summary = await crawl({
        ...run,
        signal: AbortSignal.any([run.signal, windowOver.signal]),
      });
      const stopped = windowOver.signal.aborted ? WINDOW_ENDED : PROGRAM_STOPPED;
      await end(summary.state === 'stopped' ? { ...summary, message: stopped } : summary);
      if (summary.state === 'failed' && summary.retryAt !== null) {
        const again = Date.parse(summary.retryAt);
        if (again < stopAt.getTime() - WORTH_MS)
          throw new RetryLater(
            'host-stopped',
            `${id}: its host may be asked again at ${summary.retryAt}`,
            Math.max(0, again - clock.now().getTime()),
          );
      }
      makingUp.delete(id);
      return summary;
    } catch (error) {
      if (!(error instanceof RetryLater)) {
        makingUp.delete(id);
        await end({ ...SKIPPED, state: 'failed', message: messageOf(error) });
      }
      throw error;
    } finally {
      done.abort();
    }
  };
}
