/** Drivers that are wrong on purpose, each in one way: the case that is there for it must fail. */
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../core/clock.ts';
import { GiveUp, messageOf, RetryLater } from '../../core/errors.ts';
import { silent } from '../../core/log.ts';
import { openMemoryQueue } from '../../queue/drivers/memory.ts';
import { type Job, jobKey } from '../../queue/jobs.ts';
import type { PolicyChanges } from '../../queue/policy.ts';
import type { Handlers, JobContext, Queue, Schedule } from '../../queue/port.ts';
import { queueCases } from '../contracts/queue.ts';

type Run = (
  job: Job,
  context: JobContext,
  right: () => Promise<readonly Job[]>,
) => Promise<readonly Job[]>;
type Wrong = (right: Queue) => Partial<Queue>;

/** A driver whose handlers are called by `run`. */
const handling =
  (run: Run): Wrong =>
  (right) => ({
    work: ({ crawl, backfill, parse, index }: Handlers) =>
      right.work({
        crawl: (payload, context) =>
          run({ name: 'crawl', payload }, context, () => crawl(payload, context)),
        backfill: (payload, context) =>
          run({ name: 'backfill', payload }, context, () => backfill(payload, context)),
        parse: (payload, context) =>
          run({ name: 'parse', payload }, context, () => parse(payload, context)),
        index: (payload, context) =>
          run({ name: 'index', payload }, context, () => index(payload, context)),
      }),
  });

const forgetsRunningTwins: Wrong = (right) => {
  const running = new Set<string>();
  const { work } = handling(async (job, _, handle) => {
    running.add(jobKey(job));
    return handle().finally(() => running.delete(jobKey(job)));
  })(right);
  return {
    ...(work ? { work } : {}),
    add: (jobs) => right.add(jobs.filter((job) => !running.has(jobKey(job)))),
  };
};

const onlyAddsSchedules: Wrong = (right) => {
  const all = new Map<string, Schedule>();
  return {
    setSchedules: (schedules) => {
      for (const schedule of schedules) all.set(schedule.id, schedule);
      return right.setSchedules([...all.values()]);
    },
  };
};

const inUtc: Wrong = (right) => ({
  schedules: async () =>
    (await right.schedules()).map(({ id, next }) => ({
      id,
      next: new Date(Date.parse(next) + 7 * 3_600_000).toISOString(),
    })),
});

const rethrows = (change: (error: unknown) => unknown): Wrong =>
  handling(async (_job, _context, handle) =>
    handle().catch((error: unknown) => Promise.reject(change(error))),
  );

const WRONG: readonly (readonly [fault: string, caught: string, wrong: Wrong])[] = [
  [
    'runs every job twice',
    'equal waiting jobs are one, unequal ones are not',
    handling(async (_job, _context, handle) => {
      await handle();
      return handle();
    }),
  ],
  [
    'drops a job whose twin runs',
    'a job added while its twin runs is run once more, after it',
    forgetsRunningTwins,
  ],
  [
    'retries what was given up',
    'GiveUp is not retried',
    rethrows((error) => (error instanceof GiveUp ? new Error(error.message) : error)),
  ],
  [
    'gives up at the first failure',
    'a retry that succeeds leaves nothing behind',
    rethrows((error) => new GiveUp('unknown', messageOf(error))),
  ],
  [
    'counts RetryLater as an attempt',
    'RetryLater costs no attempt',
    rethrows((error) => (error instanceof RetryLater ? new Error(error.message) : error)),
  ],
  [
    'loses the codes of errors',
    'retries a job, then keeps it as failed with code and message',
    rethrows((error) => new Error(messageOf(error))),
  ],
  [
    'loses following jobs',
    'jobs that a handler answers are added before its job counts as done',
    handling(async (_job, _context, handle) => {
      await handle();
      return [];
    }),
  ],
  [
    'adds the good part of a batch',
    'refuses a payload over the limit and one that fits no schema, and then adds none',
    (right) => ({
      add: async (jobs) => {
        for (const job of jobs) await right.add([job]);
      },
    }),
  ],
  [
    'is idle at once',
    'a delayed job is counted, keeps idle() waiting and is one with its twin',
    () => ({ idle: async () => undefined }),
  ],
  [
    'replays nothing',
    'replays failed jobs, chosen or all, with all their attempts',
    () => ({ replay: async () => 0 }),
  ],
  [
    'keeps old schedules',
    'schedules are exactly those set, in the time of Vietnam, the soonest first',
    onlyAddsSchedules,
  ],
  [
    'schedules in UTC',
    'schedules are exactly those set, in the time of Vietnam, the soonest first',
    inUtc,
  ],
  [
    'does not wait for running jobs at its end',
    'close aborts the signal and waits for the job',
    (right) => ({ close: () => right.close(0) }),
  ],
  [
    'takes jobs after its end',
    'may work once; refuses jobs when closed',
    (right) => ({ add: (jobs) => right.add(jobs).catch(() => undefined) }),
  ],
];

describe('a wrong driver fails the contract of the queue', () => {
  const opened: Queue[] = [];
  afterEach(async () => {
    for (const queue of opened.splice(0)) await queue.close(0);
  });

  it.for(WRONG)('one that %s', async ([, caught, wrong]) => {
    const found = queueCases.find(({ name }) => name === caught);
    const open = async (policy: PolicyChanges) => {
      const right = openMemoryQueue({ clock: systemClock, random: () => 0.5, log: silent, policy });
      opened.push(right);
      return { ...right, ...wrong(right) };
    };
    expect(found).toBeDefined();
    await expect(found?.run(open)).rejects.toThrow();
  });
});
