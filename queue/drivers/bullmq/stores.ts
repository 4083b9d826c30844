/** BullMQ's queues, one a name of jobs and one for the firings of schedules: what is added and counted. */
import { Queue as Store } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from '../../../core/log.ts';
import { checkJob } from '../../check-job.ts';
import { JOB_NAMES, type Job, type JobName, jobKey } from '../../jobs.ts';
import { FAILED_KEPT, PAYLOAD_LIMIT, type Policies } from '../../policy.ts';
import type { JobCounts } from '../../port.ts';
import { reporter } from './report.ts';
import { repeatStrategy } from './timetable.ts';

export interface Stores {
  readonly of: Readonly<Record<JobName, Store>>;
  readonly firings: Store;
  /** Waits for Redis as long as it takes. Checks all jobs before it adds any. */
  add(jobs: readonly Job[]): Promise<void>;
  counts(name: JobName): Promise<JobCounts>;
  /** Nothing waits, runs or is delayed, in all queues at one instant. */
  empty(): Promise<boolean>;
}

export interface StoresOptions {
  readonly client: Redis;
  readonly prefix: string;
  readonly rules: Policies;
  readonly log: Logger;
}

/** The name of the queue of firings; the others have their jobs' names. */
export const FIRINGS = 'schedule';

const EVENTS_KEPT = 100;
const CHUNK = 1_000;

export function openStores({ client, prefix, rules, log }: StoresOptions): Stores {
  const openStore = (name: string) => {
    const store = new Store(name, {
      connection: client,
      prefix,
      streams: { events: { maxLen: EVENTS_KEPT } },
      settings: { repeatStrategy },
    });
    store.on('error', reporter(log, name));
    return store;
  };
  const of = {
    crawl: openStore('crawl'),
    backfill: openStore('backfill'),
    parse: openStore('parse'),
    index: openStore('index'),
  };
  const firings = openStore(FIRINGS);

  const optionsOf = (job: Job) => ({
    attempts: rules[job.name].attempts,
    // The workers' own strategy (workers.ts).
    backoff: { type: 'jitter' },
    removeOnComplete: true,
    removeOnFail: { count: FAILED_KEPT },
    stackTraceLimit: 1,
    keepLogs: 0,
    sizeLimit: PAYLOAD_LIMIT,
    // By key and not by job id: an id blocks the next of its key while a failed one is kept.
    deduplication: { id: jobKey(job), keepLastIfActive: true },
  });

  return {
    of,
    firings,
    add: async (jobs) => {
      const checked = jobs.map(checkJob);
      for (const name of JOB_NAMES) {
        const own = checked
          .filter((job) => job.name === name)
          .map((job) => ({ name, data: job.payload, opts: optionsOf(job) }));
        for (let at = 0; at < own.length; at += CHUNK)
          await of[name].addBulk(own.slice(at, at + CHUNK));
      }
    },
    counts: async (name) => {
      const counts = await of[name].getJobCounts('wait', 'active', 'delayed', 'failed');
      const size = (state: string) => counts[state] ?? 0;
      return {
        waiting: size('wait'),
        active: size('active'),
        delayed: size('delayed'),
        failed: size('failed'),
      };
    },
    empty: async () => {
      // One transaction: a job that hands over to another queue is seen in one of the two.
      const look = client.multi();
      for (const store of [...Object.values(of), firings])
        look.llen(store.toKey('wait')).llen(store.toKey('active'));
      // The next firing of a schedule is always delayed and does not count.
      for (const store of Object.values(of)) look.zcard(store.toKey('delayed'));
      const answers = (await look.exec()) ?? [];
      for (const [error] of answers) if (error) throw error;
      return answers.length > 0 && answers.every(([, size]) => size === 0);
    },
  };
}
