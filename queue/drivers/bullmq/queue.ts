/** The Queue on Redis, put together. */
import { DiembaoError } from '../../../core/errors.ts';
import { policies } from '../../policy.ts';
import type { Queue } from '../../port.ts';
import { connect } from './connect.ts';
import { within } from './deadline.ts';
import { listFailed, replayFailed } from './failures.ts';
import type { BullmqQueueOptions } from './options.ts';
import { openStores } from './stores.ts';
import { listSchedules, writeSchedules } from './timetable.ts';
import { openWorkers, type Workers } from './workers.ts';

/** How often `idle` looks. */
const LOOK_MS = 50;
/** Thousands of jobs are put back one by one. */
const REPLAY_MS = 60_000;

type Options = BullmqQueueOptions &
  Required<Pick<BullmqQueueOptions, 'clock' | 'commandMs' | 'lockMs'>>;

export async function openQueue(options: Options): Promise<Queue> {
  const { prefix, clock, commandMs, log } = options;
  const connection = await connect(options);
  const shared = { client: connection.client, prefix, log, rules: policies(options.policy) };
  const stores = openStores(shared);
  /** Running jobs shall stop. */
  const stop = new AbortController();
  /** The connection is no more. */
  const ended = new AbortController();
  let workers: Workers | null = null;

  const closed = (what: string) =>
    new DiembaoError('queue-closed', `The queue is closed (${what})`);
  const inTime = <T>(what: string, call: () => Promise<T>, ms = commandMs): Promise<T> => {
    if (stop.signal.aborted) return Promise.reject(closed(what));
    return within(clock, ms, what, call(), ended.signal);
  };

  return {
    driver: 'bullmq',
    add: (jobs) => inTime('adding jobs', () => stores.add(jobs)),
    work: (handlers) =>
      inTime('starting to work', async () => {
        if (workers) throw new DiembaoError('queue-working', 'The queue works already');
        workers = openWorkers({ ...options, ...shared, stores, handlers, signal: stop.signal });
        await workers.ready();
      }),
    counts: () =>
      inTime('counting jobs', async () => {
        const [crawl, backfill, parse, index] = await Promise.all([
          stores.counts('crawl'),
          stores.counts('backfill'),
          stores.counts('parse'),
          stores.counts('index'),
        ]);
        return { crawl, backfill, parse, index };
      }),
    idle: async () => {
      // Without a deadline: it may take hours, and Redis may be away meanwhile.
      const gone = new Promise<true>((resolve) => {
        if (stop.signal.aborted) resolve(true);
        stop.signal.addEventListener('abort', () => resolve(true), { once: true });
      });
      while (!stop.signal.aborted && !(await Promise.race([gone, stores.empty()])))
        await clock.sleep(LOOK_MS, stop.signal);
      if (stop.signal.aborted) throw closed('waiting for idleness');
    },
    failed: (limit) => inTime('listing failed jobs', () => listFailed(stores.of, limit)),
    replay: (ids) => inTime('replaying jobs', () => replayFailed(stores, ids), REPLAY_MS),
    setSchedules: (schedules) =>
      inTime('writing schedules', () => writeSchedules(stores.firings, schedules, clock.now())),
    board: async (base) => {
      const { openBoard } = await import('./board.ts');
      return openBoard(Object.values(stores.of), base);
    },
    schedules: () => inTime('listing schedules', () => listSchedules(stores.firings)),
    close: async (deadlineMs) => {
      if (stop.signal.aborted) return;
      stop.abort();
      await workers?.leave(deadlineMs);
      ended.abort();
      connection.end();
    },
  };
}
