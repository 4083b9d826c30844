/** What every queue does. Cases are data, so that a test can also show that a wrong driver fails them. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DiembaoError, GiveUp, RetryLater } from '../../core/errors.ts';
import type { Job } from '../../queue/jobs.ts';
import type { PolicyChanges } from '../../queue/policy.ts';
import type { Handlers, JobContext, Queue } from '../../queue/port.ts';

/** Opens a new, empty queue. It must take the policy, so that retries come soon. */
export type OpenQueue = (policy: PolicyChanges) => Promise<Queue>;

export interface QueueCase {
  readonly name: string;
  run(open: OpenQueue): Promise<void>;
}

const SOON: PolicyChanges = {
  crawl: { attempts: 3, backoffMs: 20 },
  parse: { attempts: 3, backoffMs: 20, concurrency: 2 },
  index: { attempts: 3, backoffMs: 20 },
};
/** Long enough that it does not end within a case. */
const LONG_MS = 600_000;

export const crawl = (newspaper: string): Job => ({ name: 'crawl', payload: { newspaper } });
export const parse = (page: number): Job => ({ name: 'parse', payload: { page } });
export const index = (article: string, revision = 1): Job => ({
  name: 'index',
  payload: { article, revision },
});

/** Handlers that do nothing but for those given. */
export function handlers(some: Partial<Handlers>): Handlers {
  const nothing = async () => [];
  return { crawl: nothing, backfill: nothing, parse: nothing, index: nothing, ...some };
}

/** A promise and the function that resolves it. */
export function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

/** A handler that notes its payload and attempt and has no following jobs. */
function noting<P>(note: (payload: P, attempt: number) => void) {
  return async (payload: P, { attempt }: JobContext) => {
    note(payload, attempt);
    return [];
  };
}

const see = (check: () => void | Promise<void>) =>
  vi.waitFor(check, { timeout: 5_000, interval: 10 });
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'resolved',
    (error: unknown) => (error instanceof DiembaoError ? error.code : String(error)),
  );

async function working(open: OpenQueue, some: Partial<Handlers>, policy = SOON) {
  const queue = await open(policy);
  await queue.work(handlers(some));
  return queue;
}

export const queueCases: readonly QueueCase[] = [
  {
    name: 'works off what was added before and after work()',
    run: async (open) => {
      const seen: unknown[] = [];
      const queue = await open(SOON);
      await queue.add([parse(1), crawl('mot'), index('a', 2)]);
      expect((await queue.counts()).parse).toEqual({
        waiting: 1,
        active: 0,
        delayed: 0,
        failed: 0,
      });
      await queue.work({
        crawl: noting((payload, attempt) => seen.push(['crawl', payload, attempt])),
        backfill: noting((payload, attempt) => seen.push(['backfill', payload, attempt])),
        parse: noting((payload, attempt) => seen.push(['parse', payload, attempt])),
        index: noting((payload, attempt) => seen.push(['index', payload, attempt])),
      });
      await queue.add([parse(2)]);
      await queue.idle();
      expect(seen).toHaveLength(4);
      expect(seen).toEqual(
        expect.arrayContaining([
          ['crawl', { newspaper: 'mot' }, 1],
          ['parse', { page: 1 }, 1],
          ['parse', { page: 2 }, 1],
          ['index', { article: 'a', revision: 2 }, 1],
        ]),
      );
      const none = { waiting: 0, active: 0, delayed: 0, failed: 0 };
      expect(await queue.counts()).toEqual({
        crawl: none,
        backfill: none,
        parse: none,
        index: none,
      });
    },
  },
  {
    name: 'equal waiting jobs are one, unequal ones are not',
    run: async (open) => {
      const pages: number[] = [];
      const queue = await open(SOON);
      await queue.add([parse(1), parse(1), parse(2)]);
      await queue.add([parse(1)]);
      expect((await queue.counts()).parse.waiting).toBe(2);
      await queue.work(handlers({ parse: noting(({ page }) => pages.push(page)) }));
      await queue.idle();
      expect(pages.toSorted()).toEqual([1, 2]);
    },
  },
  {
    name: 'a job that is done can be added again',
    run: async (open) => {
      let runs = 0;
      const queue = await working(open, { parse: noting(() => runs++) });
      for (let round = 1; round <= 3; round++) {
        await queue.add([parse(1)]);
        await queue.idle();
        expect(runs).toBe(round);
      }
    },
  },
  {
    name: 'a job added while its twin runs is run once more, after it',
    run: async (open) => {
      const { open: go, opened } = gate();
      let runs = 0;
      let now = 0;
      let most = 0;
      const queue = await working(open, {
        parse: async () => {
          runs++;
          most = Math.max(most, ++now);
          await opened;
          now--;
          return [];
        },
      });
      await queue.add([parse(1)]);
      await see(() => expect(runs).toBe(1));
      await queue.add([parse(1)]);
      await queue.add([parse(1), parse(1)]);
      go();
      await queue.idle();
      expect({ runs, most }).toEqual({ runs: 2, most: 1 });
    },
  },
  {
    name: 'retries a job, then keeps it as failed with code and message',
    run: async (open) => {
      const attempts: number[] = [];
      const queue = await working(open, {
        parse: async (_, { attempt }) => {
          attempts.push(attempt);
          throw new DiembaoError('tape-torn', 'The tape is torn: twice');
        },
      });
      await queue.add([parse(7)]);
      await queue.idle();
      expect(attempts).toEqual([1, 2, 3]);
      const failed = await queue.failed(10);
      expect(failed).toEqual([
        {
          id: expect.any(String),
          job: parse(7),
          attempts: 3,
          code: 'tape-torn',
          message: 'The tape is torn: twice',
          failedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        },
      ]);
      expect((await queue.counts()).parse.failed).toBe(1);
    },
  },
  {
    name: 'a retry that succeeds leaves nothing behind',
    run: async (open) => {
      let runs = 0;
      const queue = await working(open, {
        index: async () => {
          if (++runs < 3) throw new TypeError('not yet');
          return [];
        },
      });
      await queue.add([index('a')]);
      await queue.idle();
      expect(runs).toBe(3);
      expect(await queue.failed(10)).toEqual([]);
    },
  },
  {
    name: 'GiveUp is not retried',
    run: async (open) => {
      let runs = 0;
      const queue = await working(open, {
        parse: async () => {
          runs++;
          throw new GiveUp('page-unknown', 'No such page');
        },
      });
      await queue.add([parse(1)]);
      await queue.idle();
      expect(runs).toBe(1);
      expect(await queue.failed(10)).toMatchObject([
        { code: 'page-unknown', message: 'No such page', attempts: 1 },
      ]);
    },
  },
  {
    name: 'RetryLater costs no attempt',
    run: async (open) => {
      const attempts: number[] = [];
      const queue = await working(open, {
        crawl: async (_, { attempt }) => {
          attempts.push(attempt);
          if (attempts.length <= 4) throw new RetryLater('host-busy', 'Later', 5);
          if (attempts.length === 5) throw new Error('a real failure');
          return [];
        },
      });
      await queue.add([crawl('mot')]);
      await queue.idle();
      expect(attempts).toEqual([1, 1, 1, 1, 1, 2]);
      expect(await queue.failed(10)).toEqual([]);
    },
  },
  {
    name: 'a delayed job is counted, keeps idle() waiting and is one with its twin',
    run: async (open) => {
      let runs = 0;
      const queue = await working(open, {
        crawl: async () => {
          runs++;
          throw new RetryLater('host-busy', 'Later', LONG_MS);
        },
      });
      await queue.add([crawl('mot')]);
      await see(async () => expect((await queue.counts()).crawl.delayed).toBe(1));
      await queue.add([crawl('mot')]);
      expect((await queue.counts()).crawl).toEqual({
        waiting: 0,
        active: 0,
        delayed: 1,
        failed: 0,
      });
      const first = await Promise.race([
        queue.idle().then(
          () => 'idle',
          () => 'closed',
        ),
        queue
          .add([parse(1)])
          .then(() => new Promise((resolve) => setTimeout(resolve, 150, 'waits'))),
      ]);
      expect(first).toBe('waits');
      expect(runs).toBe(1);
    },
  },
  {
    name: 'jobs that a handler answers are added before its job counts as done',
    run: async (open) => {
      const seen: string[] = [];
      const queue = await working(open, {
        crawl: async () => [parse(1), parse(2)],
        parse: async ({ page }) => [index(`a${page}`)],
        index: noting(({ article }) => seen.push(article)),
      });
      await queue.add([crawl('mot')]);
      await queue.idle();
      expect(seen.toSorted()).toEqual(['a1', 'a2']);
    },
  },
  {
    name: 'refuses a payload over the limit and one that fits no schema, and then adds none',
    run: async (open) => {
      const queue = await open(SOON);
      const long = crawl('x'.repeat(9_000));
      expect(await codeOf(queue.add([parse(1), long]))).toBe('payload-too-large');
      expect(await codeOf(queue.add([crawl('ế'.repeat(3_000))]))).toBe('payload-too-large');
      expect(await codeOf(queue.add([parse(1), parse(1.5)]))).toBe('payload-invalid');
      expect((await queue.counts()).parse.waiting).toBe(0);
      await queue.add([crawl('x'.repeat(8_000))]);
      expect((await queue.counts()).crawl.waiting).toBe(1);
    },
  },
  {
    name: 'a job whose following job is refused fails with that code',
    run: async (open) => {
      const queue = await working(open, { parse: async () => [index('x'.repeat(9_000))] });
      await queue.add([parse(1)]);
      await queue.idle();
      expect(await queue.failed(10)).toMatchObject([{ code: 'payload-too-large', job: parse(1) }]);
    },
  },
  {
    name: 'runs as many jobs of a name at once as its concurrency; names do not hold each other up',
    run: async (open) => {
      const { open: go, opened } = gate();
      let now = 0;
      let most = 0;
      let indexed = 0;
      const queue = await working(open, {
        parse: async () => {
          most = Math.max(most, ++now);
          await opened;
          now--;
          return [];
        },
        index: noting(() => indexed++),
      });
      await queue.add([1, 2, 3, 4, 5].map(parse));
      await queue.add([index('a'), index('b')]);
      await see(() => expect({ now, indexed }).toEqual({ now: 2, indexed: 2 }));
      await see(async () =>
        expect((await queue.counts()).parse).toMatchObject({ waiting: 3, active: 2 }),
      );
      go();
      await queue.idle();
      expect(most).toBe(2);
    },
  },
  {
    name: 'replays failed jobs, chosen or all, with all their attempts',
    run: async (open) => {
      let broken = true;
      const runs: [number, number][] = [];
      const queue = await working(open, {
        parse: async ({ page }, { attempt }) => {
          if (broken) throw new GiveUp('broken', `Page ${page}`);
          runs.push([page, attempt]);
          return [];
        },
      });
      for (const page of [1, 2, 3]) {
        await queue.add([parse(page)]);
        await queue.idle();
        // failedAt has milliseconds, by which the newest is first.
        await new Promise((resolve) => setTimeout(resolve, 3));
      }
      const newest = await queue.failed(2);
      expect(newest.map(({ job }) => job)).toEqual([parse(3), parse(2)]);
      broken = false;
      const second = newest.filter(({ message }) => message === 'Page 2').map(({ id }) => id);
      expect(await queue.replay([...second, ...second, 'no-such', 'parse:no-such'])).toBe(1);
      await queue.idle();
      expect(runs).toEqual([[2, 1]]);
      expect(await queue.replay()).toBe(2);
      await queue.idle();
      expect(runs.map(([page]) => page).toSorted()).toEqual([1, 2, 3]);
      expect(runs.every(([, attempt]) => attempt === 1)).toBe(true);
      expect(await queue.failed(10)).toEqual([]);
      expect(await queue.replay()).toBe(0);
    },
  },
  {
    name: 'a failed job does not block the next of its key',
    run: async (open) => {
      let runs = 0;
      const queue = await working(open, {
        parse: async () => {
          if (++runs === 1) throw new GiveUp('broken', 'once');
          return [];
        },
      });
      await queue.add([parse(1)]);
      await queue.idle();
      await queue.add([parse(1)]);
      await queue.idle();
      expect(runs).toBe(2);
    },
  },
  {
    name: 'may work once; refuses jobs when closed',
    run: async (open) => {
      const queue = await working(open, {});
      expect(await codeOf(queue.work(handlers({})))).toBe('queue-working');
      await queue.add([parse(1)]);
      await queue.idle();
      await queue.close(1_000);
      expect(await codeOf(queue.add([parse(1)]))).toBe('queue-closed');
      expect(await codeOf(queue.idle())).toBe('queue-closed');
      await queue.close(1_000);
    },
  },
  {
    name: 'schedules are exactly those set, in the time of Vietnam, the soonest first',
    run: async (open) => {
      const queue = await open(SOON);
      const clockOf = async () =>
        (await queue.schedules()).map(({ id, next }) => `${id} ${next.slice(11)}`).toSorted();
      await queue.setSchedules([
        { id: 'mot', cron: '30 0 * * *', job: crawl('mot') },
        { id: 'hai.vn', cron: '15 1 * * *', job: crawl('hai.vn') },
      ]);
      expect(await clockOf()).toEqual(['hai.vn 18:15:00.000Z', 'mot 17:30:00.000Z']);
      const list = await queue.schedules();
      expect(list.map(({ next }) => next)).toEqual(list.map(({ next }) => next).toSorted());
      for (const { next } of list) {
        const ahead = Date.parse(next) - Date.now();
        expect(ahead).toBeGreaterThan(-1_000);
        expect(ahead).toBeLessThanOrEqual(86_400_000);
      }
      await queue.setSchedules([
        { id: 'hai.vn', cron: '45 23 * * *', job: crawl('hai.vn') },
        { id: 'ba', cron: '0 0 * * *', job: crawl('ba') },
      ]);
      expect(await clockOf()).toEqual(['ba 17:00:00.000Z', 'hai.vn 16:45:00.000Z']);
      await queue.setSchedules([]);
      expect(await queue.schedules()).toEqual([]);
    },
  },
  {
    name: 'refuses a schedule that is wrong and then changes none',
    run: async (open) => {
      const queue = await open(SOON);
      const good = { id: 'mot', cron: '30 0 * * *', job: crawl('mot') };
      await queue.setSchedules([good]);
      const before = await queue.schedules();
      for (const cron of ['61 0 * * *', 'midnight', '', '0 0 31 2 *', '* * * * * * 2099'])
        expect(
          await codeOf(
            queue.setSchedules([
              { ...good, id: 'hai' },
              { ...good, cron },
            ]),
          ),
          cron,
        ).toBe('schedule-invalid');
      expect(await codeOf(queue.setSchedules([good, good]))).toBe('schedule-invalid');
      expect(await codeOf(queue.setSchedules([{ ...good, job: parse(0.5) }]))).toBe(
        'payload-invalid',
      );
      expect(await queue.schedules()).toEqual(before);
    },
  },
  {
    name: 'a schedule fires again and again until it is removed',
    run: async (open) => {
      const papers: string[] = [];
      const queue = await working(open, {
        crawl: noting(({ newspaper }) => papers.push(newspaper)),
      });
      await queue.setSchedules([{ id: 'mot', cron: '* * * * * *', job: crawl('mot') }]);
      await see(() => expect(papers).toEqual(['mot', 'mot']));
      await queue.setSchedules([]);
      await queue.idle();
      expect(await queue.schedules()).toEqual([]);
    },
  },
  {
    name: 'close aborts the signal and waits for the job',
    run: async (open) => {
      const { open: began, opened } = gate();
      let context: JobContext | null = null;
      let ended = false;
      const queue = await working(open, {
        crawl: async (_, given) => {
          context = given;
          began();
          await new Promise((resolve) => given.signal.addEventListener('abort', resolve));
          await new Promise((resolve) => setTimeout(resolve, 30));
          ended = true;
          return [];
        },
      });
      await queue.add([crawl('mot')]);
      await opened;
      expect(context).toMatchObject({ signal: { aborted: false } });
      await queue.close(10_000);
      expect(context).toMatchObject({ signal: { aborted: true } });
      expect(ended).toBe(true);
    },
  },
  {
    name: 'close leaves at its deadline though a handler ignores the signal',
    run: async (open) => {
      const { open: began, opened } = gate();
      const { open: letGo, opened: atLast } = gate();
      const queue = await working(open, {
        crawl: async () => {
          began();
          await atLast;
          throw new Error('too late to matter');
        },
      });
      await queue.add([crawl('mot')]);
      await opened;
      await queue.close(50);
      letGo();
      expect(await codeOf(queue.add([crawl('hai')]))).toBe('queue-closed');
    },
  },
];

export function queueContract(name: string, open: OpenQueue): void {
  describe(`${name} keeps the contract of the queue`, () => {
    const opened: Queue[] = [];
    afterEach(async () => {
      for (const queue of opened.splice(0)) await queue.close(1_000);
    });
    it.for(queueCases)('$name', async ({ run }) => {
      await run(async (policy) => {
        const queue = await open(policy);
        opened.push(queue);
        return queue;
      });
    });
  });
}
