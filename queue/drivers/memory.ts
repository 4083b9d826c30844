/**
 * The queue in this process. Nothing of it outlives the process: what is undone then stands in the
 * archive as unread pages and unindexed articles, and is queued from there at the next start.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../../core/clock.ts';
import { codeOf, DiembaoError, GiveUp, messageOf, RetryLater } from '../../core/errors.ts';
import type { Logger } from '../../core/log.ts';
import { callHandler } from '../call-handler.ts';
import { checkJob } from '../check-job.ts';
import { JOB_NAMES, type Job, type JobName } from '../jobs.ts';
import { backoffMs, FAILED_KEPT, type PolicyChanges, policies } from '../policy.ts';
import type { FailedJob, Handlers, JobCounts, Queue } from '../port.ts';
import { type Entry, type Lane, openLane } from './memory/lane.ts';
import { openTimetable } from './memory/timetable.ts';

export interface MemoryQueueOptions {
  readonly clock: Clock;
  /** Number in [0, 1). */
  readonly random: () => number;
  readonly log: Logger;
  readonly policy?: PolicyChanges;
}

export function openMemoryQueue({ clock, random, log, policy }: MemoryQueueOptions): Queue {
  const rules = policies(policy);
  let lastId = 0;
  const nextId = () => String(++lastId);
  const openOne = (name: JobName) => openLane(rules[name].concurrency, nextId);
  const lanes: Readonly<Record<JobName, Lane>> = {
    crawl: openOne('crawl'),
    backfill: openOne('backfill'),
    parse: openOne('parse'),
    index: openOne('index'),
  };
  const failures = new Map<string, FailedJob & { readonly job: Job }>();
  const stop = new AbortController();
  let handlers: Handlers | null = null;
  let closed = false;
  /** Told after every change: those who wait for idleness or for the end of running jobs. */
  const watchers = new Set<() => void>();

  const add = (jobs: readonly Job[]) => {
    const checked = jobs.map(checkJob);
    for (const job of checked) lanes[job.name].add(job);
    moveOn();
  };

  const moveOn = () => {
    if (handlers && !stop.signal.aborted)
      for (const name of JOB_NAMES) {
        for (let entry = lanes[name].take(); entry; entry = lanes[name].take())
          void run(name, entry, handlers);
      }
    for (const watcher of watchers) watcher();
  };

  const run = async (name: JobName, entry: Entry, by: Handlers) => {
    // Handlers that never wait (parsing) must let the web page answer between two of them.
    await nextTurn();
    try {
      if (!stop.signal.aborted)
        add(await callHandler(by, entry.job, { signal: stop.signal, attempt: entry.failed + 1 }));
      lanes[name].finish(entry);
    } catch (error) {
      if (stop.signal.aborted) lanes[name].finish(entry);
      else settle(name, entry, error);
    }
    moveOn();
  };

  const settle = (name: JobName, entry: Entry, error: unknown) => {
    if (error instanceof RetryLater) return postpone(name, entry, entry.failed, error.delayMs);
    const failed = entry.failed + 1;
    const code = codeOf(error);
    const fields = { job: entry.job, code, attempt: failed, error: messageOf(error) };
    if (!(error instanceof GiveUp) && failed < rules[name].attempts) {
      log.debug(fields, 'a job failed and will run again');
      return postpone(name, entry, failed, backoffMs(rules[name], failed, random));
    }
    log.warn(fields, 'a job failed');
    const failedAt = clock.now().toISOString();
    failures.set(entry.id, {
      id: entry.id,
      job: entry.job,
      attempts: failed,
      code,
      message: messageOf(error),
      failedAt,
    });
    for (const id of failures.keys()) {
      if (failures.size <= FAILED_KEPT) break;
      failures.delete(id);
    }
    lanes[name].finish(entry);
  };

  const postpone = (name: JobName, entry: Entry, failed: number, delayMs: number) => {
    const later = lanes[name].delay(entry, failed);
    void clock.sleep(delayMs, stop.signal).then(() => {
      lanes[name].resume(later);
      moveOn();
    });
  };

  const timetable = openTimetable(clock, (job) => add([job]));

  const mustBeOpen = () => {
    if (closed) throw new DiembaoError('queue-closed', 'The queue is closed');
  };

  const countsOf = (name: JobName): JobCounts => {
    const failed = [...failures.values()].filter(({ job }) => job.name === name).length;
    return { ...lanes[name].sizes(), failed };
  };

  const until = (test: () => boolean) =>
    new Promise<void>((resolve) => {
      const watcher = () => {
        if (!test()) return;
        watchers.delete(watcher);
        resolve();
      };
      watchers.add(watcher);
      watcher();
    });
  const sizes = () => JOB_NAMES.map((name) => lanes[name].sizes());

  return {
    driver: 'memory',
    add: async (jobs) => {
      mustBeOpen();
      add(jobs);
    },
    work: async (given) => {
      mustBeOpen();
      if (handlers) throw new DiembaoError('queue-working', 'The queue works already');
      handlers = given;
      timetable.start();
      moveOn();
    },
    counts: async () => ({
      crawl: countsOf('crawl'),
      backfill: countsOf('backfill'),
      parse: countsOf('parse'),
      index: countsOf('index'),
    }),
    idle: async () => {
      await until(() => closed || sizes().every((s) => s.waiting + s.active + s.delayed === 0));
      mustBeOpen();
    },
    failed: async (limit) => [...failures.values()].reverse().slice(0, limit),
    replay: async (ids) => {
      mustBeOpen();
      const chosen = [...new Set(ids ?? failures.keys())].flatMap((id) => failures.get(id) ?? []);
      for (const { id } of chosen) failures.delete(id);
      add(chosen.map(({ job }) => job));
      return chosen.length;
    },
    setSchedules: async (schedules) => {
      mustBeOpen();
      timetable.set(schedules);
    },
    schedules: async () => timetable.list(),
    close: async (deadlineMs) => {
      if (closed) return;
      timetable.stop();
      stop.abort();
      const deadline = new AbortController();
      await Promise.race([
        until(() => sizes().every((s) => s.active === 0)),
        clock.sleep(deadlineMs, deadline.signal),
      ]);
      deadline.abort();
      closed = true;
      moveOn();
    },
  };
}
