/**
 * Runs the saved searches after each crawl and sweep, and sends what is due. All state is the archive's; a tick may
 * come at any time and any number of times.
 */
import { randomBytes } from 'node:crypto';
import type { Archive } from '../../archive/port.ts';
import { messageOf } from '../../core/errors.ts';
import type { Logger } from '../../core/log.ts';
import { isAway } from '../../indexer/away.ts';
import { type DeliverParts, deliverNews, nextDelivery } from './deliver.ts';
import { type RunParts, runSaved, type SavedRunResult } from './run.ts';
import { listSaved, type OpenedSearch } from './saved.ts';

export interface NewsWatchOptions extends RunParts, DeliverParts {
  readonly archive: Pick<Archive, 'savedSearches' | 'articles' | 'runs'>;
  readonly log: Logger;
}

export interface RoundResult {
  readonly search: OpenedSearch;
  readonly result: SavedRunResult;
}

const ROUND_MS = 60_000;

/** Random bytes for secrets, where the program begins. */
export const systemRandomBytes = (size: number): Uint8Array => randomBytes(size);

/** Runs every saved search once. */
export async function runAll(
  parts: RunParts & { readonly archive: Pick<Archive, 'savedSearches'> },
  signal?: AbortSignal,
): Promise<readonly RoundResult[]> {
  const done: RoundResult[] = [];
  for (const search of await listSaved(parts)) {
    if (signal?.aborted) break;
    done.push({ search, result: await runSaved(parts, search) });
  }
  return done;
}

export interface NewsWatch {
  /** Does what is due; answers when it is next to be called. */
  tick(signal?: AbortSignal): Promise<Date>;
  /** Ticks by the clock until the signal. Never throws for a tick that fails: the next one comes. */
  run(signal: AbortSignal): Promise<void>;
}

export function openNewsWatch(options: NewsWatchOptions): NewsWatch {
  const { archive, clock, log } = options;
  /** Runs that had ended at the last round; null before the first, which a start always makes. */
  let seen: string | null = null;
  let waiting = false;

  /** Runs over newspapers that have ended, as something that changes with each. */
  const ended = async () => {
    const runs = await archive.runs.list(200);
    return runs
      .filter(({ finishedAt }) => finishedAt !== null)
      .map(({ id }) => id)
      .sort((a, b) => a - b)
      .join(' ');
  };

  const round = async (signal?: AbortSignal) => {
    const now = await ended();
    if (now === seen && !waiting) return;
    try {
      const results = await runAll(options, signal);
      waiting = results.some(({ result }) => result.waiting > 0);
      seen = now;
    } catch (error) {
      if (!isAway(error)) throw error;
      log.warn({ error: messageOf(error) }, 'saved searches wait for the search engine');
    }
  };

  const tick = async (signal?: AbortSignal): Promise<Date> => {
    await round(signal);
    await deliverNews(options, signal);
    const next = await nextDelivery(options);
    const soon = clock.now().getTime() + ROUND_MS;
    return new Date(Math.min(soon, next?.getTime() ?? soon));
  };

  return {
    tick,
    async run(signal) {
      while (!signal.aborted) {
        const next = await tick(signal).catch((error: unknown) => {
          // What is being closed beneath it is no failure.
          if (!signal.aborted) log.error({ error: messageOf(error) }, 'saved searches failed');
          return new Date(clock.now().getTime() + ROUND_MS);
        });
        // Never at once again: what is due now has just been tried.
        await clock.sleep(Math.max(1_000, next.getTime() - clock.now().getTime()), signal);
      }
    },
  };
}
