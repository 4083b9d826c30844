/** BullMQ's workers, one a queue, and how they stop. */
import { type Job as StoredJob, Worker, type WorkerOptions } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Clock } from '../../../core/clock.ts';
import { messageOf } from '../../../core/errors.ts';
import type { Logger } from '../../../core/log.ts';
import { JOB_NAMES } from '../../jobs.ts';
import { backoffMs, type Policies } from '../../policy.ts';
import type { Handlers } from '../../port.ts';
import { within } from './deadline.ts';
import { openProcessor } from './process.ts';
import { reporter } from './report.ts';
import { FIRINGS, type Stores } from './stores.ts';
import { jobOf, repeatStrategy } from './timetable.ts';

export interface Workers {
  ready(): Promise<unknown>;
  /** Waits for running jobs until the deadline, then puts them back to wait. */
  leave(deadlineMs: number): Promise<void>;
}

export interface WorkersOptions {
  readonly client: Redis;
  readonly prefix: string;
  readonly rules: Policies;
  readonly stores: Stores;
  readonly handlers: Handlers;
  readonly random: () => number;
  readonly clock: Clock;
  readonly log: Logger;
  readonly lockMs: number;
  /** Aborted when the workers shall stop. */
  readonly signal: AbortSignal;
}

/** A process may die this often while a job runs before the job is held to be the cause. */
const MOST_STALLS = 5;
/** What leaving Redis in good order may take beyond the deadline. */
const LEAVE_MS = 500;
const LOOK_MS = 20;

/** A worker whose timers can be stopped though Redis does not answer. */
class StoppableWorker extends Worker {
  stopTimers(): Promise<void> {
    return this.lockManager.close();
  }
}

export function openWorkers(options: WorkersOptions): Workers {
  const { client, prefix, rules, stores, handlers, random, clock, log, lockMs, signal } = options;
  const processor = openProcessor({ handlers, log, add: stores.add, signal });

  const openWorker = (
    name: string,
    concurrency: number,
    run: (stored: StoredJob, token: string | undefined) => Promise<void>,
    settings: NonNullable<WorkerOptions['settings']>,
  ) => {
    const worker = new StoppableWorker(name, (stored, token) => run(stored, token), {
      connection: client,
      prefix,
      concurrency,
      lockDuration: lockMs,
      stalledInterval: lockMs / 2,
      maxStalledCount: MOST_STALLS,
      runRetryDelay: 1_000,
      // A process that lost Redis cannot end before its last blocking call's timer does.
      drainDelay: 2,
      settings,
    });
    worker.on('error', reporter(log, name));
    worker.on('failed', (stored, error) => {
      if (stored?.finishedOn)
        log.warn({ queue: name, id: stored.id, error: messageOf(error) }, 'a job failed');
    });
    worker.on('stalled', (id) =>
      log.warn({ queue: name, id }, 'a job lost its worker and runs again'),
    );
    return worker;
  };

  const workers = [
    ...JOB_NAMES.map((name) =>
      openWorker(
        name,
        rules[name].concurrency,
        (stored, token) => processor.process(name, stored, token),
        { backoffStrategy: (failed) => backoffMs(rules[name], failed, random) },
      ),
    ),
    openWorker(FIRINGS, 1, async (firing) => stores.add([jobOf(firing)]), { repeatStrategy }),
  ];

  /** By force: without waiting for handlers or Redis. */
  const closeWorkers = (force: boolean) =>
    Promise.all(workers.map((worker) => worker.close(force)));
  const leaveRedis = async () => {
    const late = processor.running() > 0;
    if (late) await processor.release();
    await closeWorkers(late);
  };

  return {
    ready: () => Promise.all(workers.map((worker) => worker.waitUntilReady())),
    leave: async (deadlineMs) => {
      await Promise.all(workers.map((worker) => worker.pause(true)));
      for (let left = deadlineMs; left > 0 && processor.running() > 0; left -= LOOK_MS)
        await clock.sleep(Math.min(LOOK_MS, left));
      try {
        await within(clock, LEAVE_MS, 'leaving', leaveRedis());
      } catch (error) {
        log.warn(
          { error: messageOf(error) },
          'left Redis without its answer; jobs are found again',
        );
      }
      await Promise.all(workers.map((worker) => worker.stopTimers()));
    },
  };
}
