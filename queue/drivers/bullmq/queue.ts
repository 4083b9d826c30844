/** The Queue on Redis, put together: stores to add to, workers that run, and an orderly end. */
import {
  type QueueOptions,
  Queue as Store,
  type Job as StoredJob,
  Worker,
  type WorkerOptions,
} from 'bullmq';
import { DiembaoError, messageOf } from '../../../core/errors.ts';
import { checkJob } from '../../check-job.ts';
import { JOB_NAMES, type Job, type JobName, jobKey } from '../../jobs.ts';
import { backoffMs, FAILED_KEPT, PAYLOAD_LIMIT, policies } from '../../policy.ts';
import type { JobCounts, Queue } from '../../port.ts';
import { connect } from './connect.ts';
import { within } from './deadline.ts';
import { listFailed, replayFailed, type Stores } from './failures.ts';
import type { BullmqQueueOptions } from './options.ts';
import { openProcessor, type Processor } from './process.ts';
import { jobOf, listSchedules, repeatStrategy, writeSchedules } from './timetable.ts';

/** How often `idle` looks. */
const LOOK_MS = 50;
/** What leaving Redis in good order may take beyond the deadline. */
const LEAVE_MS = 500;
const REPLAY_MS = 60_000;
const CHUNK = 1_000;
/** A process may die this often while a job runs before the job is held to be the cause. */
const MOST_STALLS = 5;

/** A worker whose timers can be stopped though Redis does not answer. */
class StoppableWorker extends Worker {
  stopTimers(): Promise<void> {
    return this.lockManager.close();
  }
}

type Options = BullmqQueueOptions &
  Required<Pick<BullmqQueueOptions, 'clock' | 'commandMs' | 'lockMs'>>;

export async function openQueue(options: Options): Promise<Queue> {
  const { url, prefix, random, log, clock, commandMs, lockMs } = options;
  const rules = policies(options.policy);
  const connection = await connect({ url, clock, commandMs, log });
  const stop = new AbortController();
  let closed = false;

  const report = (error: Error) =>
    log.warn({ error: messageOf(error) }, 'BullMQ reported an error');
  const base: QueueOptions & WorkerOptions = { connection: connection.client, prefix };
  const openStore = (name: string) => {
    const store = new Store(name, {
      ...base,
      streams: { events: { maxLen: 100 } },
      settings: { repeatStrategy },
    });
    store.on('error', report);
    return store;
  };
  const stores: Stores = {
    crawl: openStore('crawl'),
    parse: openStore('parse'),
    index: openStore('index'),
  };
  const firings = openStore('schedule');
  const everyStore = [...JOB_NAMES.map((name) => stores[name]), firings];

  const inTime = <T>(what: string, promise: Promise<T>) => within(clock, commandMs, what, promise);
  const mustBeOpen = () => {
    if (closed) throw new DiembaoError('queue-closed', 'The queue is closed');
  };

  const optionsOf = (job: Job) => ({
    attempts: rules[job.name].attempts,
    backoff: { type: 'jitter' },
    // A finished job leaves nothing: a kept id would block the next job of its key.
    removeOnComplete: true,
    removeOnFail: { count: FAILED_KEPT },
    stackTraceLimit: 1,
    keepLogs: 0,
    sizeLimit: PAYLOAD_LIMIT,
    deduplication: { id: jobKey(job), keepLastIfActive: true },
  });

  const add = async (jobs: readonly Job[]) => {
    const checked = jobs.map(checkJob);
    for (const name of JOB_NAMES) {
      const own = checked.filter((job) => job.name === name);
      for (let at = 0; at < own.length; at += CHUNK)
        await stores[name].addBulk(
          own
            .slice(at, at + CHUNK)
            .map((job) => ({ name, data: job.payload, opts: optionsOf(job) })),
        );
    }
  };

  let workers: readonly StoppableWorker[] | null = null;
  let processor: Processor | null = null;

  const openWorker = (
    name: string,
    concurrency: number,
    run: (stored: StoredJob, token: string | undefined) => Promise<void>,
    settings: NonNullable<WorkerOptions['settings']>,
  ) => {
    const worker = new StoppableWorker(name, (stored, token) => run(stored, token), {
      ...base,
      concurrency,
      lockDuration: lockMs,
      stalledInterval: lockMs / 2,
      maxStalledCount: MOST_STALLS,
      runRetryDelay: 1_000,
      settings,
    });
    worker.on('error', report);
    worker.on('failed', (stored, error) => {
      if (stored?.finishedOn)
        log.warn({ queue: name, id: stored.id, error: error.message }, 'a job failed');
    });
    worker.on('stalled', (id) =>
      log.warn({ queue: name, id }, 'a job lost its worker and runs again'),
    );
    return worker;
  };

  const countsOf = async (name: JobName): Promise<JobCounts> => {
    const counts = await stores[name].getJobCounts('wait', 'active', 'delayed', 'failed');
    const of = (state: string) => counts[state] ?? 0;
    return {
      waiting: of('wait'),
      active: of('active'),
      delayed: of('delayed'),
      failed: of('failed'),
    };
  };

  /** All queues at one instant: a job that moves from one to the other is seen in one of them. */
  const nothingLeft = async () => {
    const look = connection.client.multi();
    for (const store of everyStore) look.llen(store.toKey('wait')).llen(store.toKey('active'));
    for (const name of JOB_NAMES) look.zcard(stores[name].toKey('delayed'));
    const answers = (await look.exec()) ?? [];
    for (const [error] of answers) if (error) throw error;
    return answers.length > 0 && answers.every(([, size]) => size === 0);
  };

  return {
    driver: 'bullmq',
    add: async (jobs) => {
      mustBeOpen();
      await inTime('adding jobs', add(jobs));
    },
    work: async (handlers) => {
      mustBeOpen();
      if (workers) throw new DiembaoError('queue-working', 'The queue works already');
      const own = openProcessor({ handlers, log, add, signal: stop.signal });
      processor = own;
      workers = [
        ...JOB_NAMES.map((name) =>
          openWorker(
            name,
            rules[name].concurrency,
            (stored, token) => own.process(name, stored, token),
            {
              backoffStrategy: (failed) => backoffMs(rules[name], failed, random),
            },
          ),
        ),
        openWorker('schedule', 1, async (firing) => add([jobOf(firing)]), { repeatStrategy }),
      ];
      await inTime('starting', Promise.all(workers.map((worker) => worker.waitUntilReady())));
    },
    counts: async () => {
      mustBeOpen();
      const [crawl, parse, index] = await inTime(
        'counting jobs',
        Promise.all([countsOf('crawl'), countsOf('parse'), countsOf('index')]),
      );
      return { crawl, parse, index };
    },
    idle: async () => {
      const ended = new Promise<true>((resolve) =>
        stop.signal.addEventListener('abort', () => resolve(true), { once: true }),
      );
      mustBeOpen();
      while (!(await Promise.race([nothingLeft(), ended]))) await clock.sleep(LOOK_MS, stop.signal);
      if (stop.signal.aborted) throw new DiembaoError('queue-closed', 'The queue is closed');
    },
    failed: async (limit) => {
      mustBeOpen();
      return inTime('listing failed jobs', listFailed(stores, limit));
    },
    replay: async (ids) => {
      mustBeOpen();
      return within(clock, REPLAY_MS, 'replaying jobs', replayFailed(stores, add, ids));
    },
    setSchedules: async (schedules) => {
      mustBeOpen();
      await inTime('writing schedules', writeSchedules(firings, schedules, clock.now()));
    },
    schedules: async () => {
      mustBeOpen();
      return inTime('listing schedules', listSchedules(firings));
    },
    close: async (deadlineMs) => {
      if (closed) return;
      closed = true;
      stop.abort();
      await leave(deadlineMs);
      connection.end();
    },
  };

  async function leave(deadlineMs: number): Promise<void> {
    const own = workers ?? [];
    await Promise.all(own.map((worker) => worker.pause(true)));
    const deadline = clock.now().getTime() + deadlineMs;
    while ((processor?.running() ?? 0) > 0 && clock.now().getTime() < deadline)
      await clock.sleep(Math.min(20, deadlineMs));
    const late = processor?.running() ?? 0;
    const done = async () => {
      if (late > 0) await processor?.release();
      await Promise.all(own.map((worker) => worker.close(late > 0)));
    };
    try {
      await within(clock, LEAVE_MS, 'leaving', done());
    } catch (error) {
      log.warn(
        { error: messageOf(error) },
        'left Redis without its answer; running jobs are found again',
      );
    }
    await Promise.all(own.map((worker) => worker.stopTimers()));
  }
}
