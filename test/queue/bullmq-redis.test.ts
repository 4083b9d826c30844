/** What only the queue on Redis can do wrong: Redis away, too old, evicting; processes that die. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { Queue as Store } from 'bullmq';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { DiembaoError, GiveUp } from '../../core/errors.ts';
import { silent } from '../../core/log.ts';
import type { BullmqQueueOptions } from '../../queue/drivers/bullmq/options.ts';
import { openBullmqQueue } from '../../queue/drivers/bullmq.ts';
import type { Queue } from '../../queue/port.ts';
import { crawl, gate, handlers, index, parse } from '../contracts/queue.ts';
import {
  DURABLE,
  freePort,
  type RedisServer,
  redisIsInstalled,
  startFalseRedis,
  startRedis,
} from './redis-server.ts';

const see = (check: () => void | Promise<void>) =>
  vi.waitFor(check, { timeout: 10_000, interval: 20 });

describe.skipIf(!redisIsInstalled())('the BullMQ driver', () => {
  let redis: RedisServer;
  let prefix = '';
  let suites = 0;
  const opened: Queue[] = [];
  const children: ChildProcess[] = [];
  const servers: RedisServer[] = [];
  const startOwn = async (settings: readonly string[] = DURABLE) => {
    const server = await startRedis(settings);
    servers.push(server);
    return server;
  };
  const open = async (options: Partial<BullmqQueueOptions> = {}) => {
    const queue = await openBullmqQueue({
      url: redis.url,
      prefix,
      random: () => 0.5,
      log: silent,
      ...options,
    });
    opened.push(queue);
    return queue;
  };
  const refusal = (url: string, commandMs = 2_000) =>
    openBullmqQueue({ url, prefix, random: () => 0.5, log: silent, commandMs }).then(
      () => new DiembaoError('resolved', ''),
      (error: unknown) => (error instanceof DiembaoError ? error : Promise.reject(error)),
    );
  const startWorker = async (lockMs: number) => {
    const file = new URL('./hanging-worker.ts', import.meta.url).pathname;
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', file, redis.url, prefix, String(lockMs)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    children.push(child);
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
    await see(() => expect(output).toMatch(/ready/));
    await see(() => expect(output).toMatch(/began/));
    return { child, exited, output: () => output };
  };

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterEach(async () => {
    for (const queue of opened.splice(0)) await queue.close(500);
    for (const child of children.splice(0)) child.kill('SIGKILL');
    for (const server of servers.splice(0)) await server.close();
    prefix = `test${++suites}`;
  });
  afterAll(() => redis?.close());

  describe('says at open what is wrong and what to do', () => {
    it('no Redis', async () => {
      const error = await refusal(`redis://user:secret@127.0.0.1:${await freePort()}`);
      expect(error.code).toBe('redis-unreachable');
      expect(error.message).toMatch(/No Redis at 127\.0\.0\.1:\d+: .*ECONNREFUSED/);
      expect(`${error.message}${error.hint}`).not.toContain('secret');
      expect(error.hint).toMatch(/REDIS_URL/);
    });

    it('an address that is none', async () => {
      for (const url of ['', 'localhost:6379', 'http://127.0.0.1:6379'])
        expect((await refusal(url)).code, url).toBe('redis-url-invalid');
    });

    it('something that takes the connection and never answers', async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = server.address();
      const port = address && typeof address === 'object' ? address.port : 0;
      const error = await refusal(`redis://127.0.0.1:${port}`, 200);
      server.close();
      expect(error.code).toBe('redis-unreachable');
      expect(error.message).toContain(`127.0.0.1:${port}`);
    });

    it('an old Redis', async () => {
      const old = await startFalseRedis('redis_version:6.0.16\r\nmaxmemory_policy:noeviction\r\n');
      const error = await refusal(old.url);
      await old.close();
      expect(error.code).toBe('redis-too-old');
      expect(error.message).toContain('6.0.16');
      expect(error.hint).toContain('6.2');
    });

    it('a Redis that evicts, and a password that is missing or wrong', async () => {
      const other = await startOwn(['--maxmemory-policy', 'allkeys-lru']);
      const evicting = await refusal(other.url);
      expect(evicting.code).toBe('redis-evicting');
      expect(evicting.message).toContain('allkeys-lru');
      expect(evicting.hint).toContain('noeviction');
      const admin = new Redis(other.url);
      await admin.config('SET', 'maxmemory-policy', 'noeviction');
      await admin.config('SET', 'requirepass', 'right');
      admin.disconnect();
      const missing = await refusal(other.url);
      expect([missing.code, missing.hint]).toEqual([
        'redis-refused',
        expect.stringContaining('PASSWORD'),
      ]);
      const wrong = await refusal(other.url.replace('//', '//:wrong@'));
      expect(wrong.code).toBe('redis-refused');
      expect(wrong.message).not.toContain('wrong@');
      const queue = await open({ url: other.url.replace('//', '//:right@') });
      await queue.add([parse(1)]);
      expect((await queue.counts()).parse.waiting).toBe(1);
      await queue.close(500);
    });
  });

  it('loses nothing when Redis is killed while jobs run, and goes on when it is back', async () => {
    const own = await startOwn();
    const warnings: string[] = [];
    const queue = await open({
      url: own.url,
      policy: { parse: { concurrency: 5, backoffMs: 50 } },
      log: { ...silent, warn: (_, message) => warnings.push(message) },
    });
    const runs = new Map<string, number>();
    const { open: go, opened: mayEnd } = gate();
    let begun = 0;
    await queue.work(
      handlers({
        parse: async ({ page }) => {
          begun++;
          await mayEnd;
          return [index(`a${page}`)];
        },
        index: async ({ article }) => {
          runs.set(article, (runs.get(article) ?? 0) + 1);
          return [];
        },
      }),
    );
    const pages = Array.from({ length: 40 }, (_, i) => i);
    await queue.add(pages.map(parse));
    await see(() => expect(begun).toBe(5));
    await own.kill();
    // The five end while Redis is away: what follows from them waits for it.
    go();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(runs.size).toBe(0);
    await own.start();
    await queue.add([parse(40)]);
    await queue.idle();
    expect([...runs.keys()].toSorted()).toEqual([...pages, 40].map((i) => `a${i}`).toSorted());
    expect(await queue.failed(10)).toEqual([]);
    // Said once, however many connections tried however often.
    expect(warnings).toEqual(['the connection to Redis is lost; jobs wait until it is back']);
    await queue.close(500);
  });

  it('answers with an error in time while Redis is away, and closes all the same', async () => {
    const own = await startOwn();
    const queue = await open({ url: own.url, commandMs: 1_000 });
    await queue.work(handlers({}));
    await own.kill();
    for (const call of [
      () => queue.add([parse(1)]),
      () => queue.counts(),
      () => queue.failed(1),
      () => queue.schedules(),
    ]) {
      const error: unknown = await call().catch((caught: unknown) => caught);
      expect(error).toMatchObject({ code: 'redis-unreachable', hint: expect.any(String) });
    }
    await queue.close(100);
  });

  it('a process whose Redis is gone and whose handler hangs still ends by itself', async () => {
    const own = await startOwn();
    const before = redis;
    redis = own;
    const queue = await open();
    await queue.add([crawl('mot')]);
    const worker = await startWorker(60_000).finally(() => {
      redis = before;
    });
    await own.kill();
    worker.child.kill('SIGTERM');
    expect(await worker.exited).toBe(0);
    expect(worker.output()).toContain('closed');
  });

  it('a job whose process was killed runs again', async () => {
    const queue = await open({ lockMs: 400 });
    await queue.add([crawl('mot')]);
    const worker = await startWorker(400);
    worker.child.kill('SIGKILL');
    await worker.exited;
    const attempts: number[] = [];
    await queue.work(
      handlers({
        crawl: async (_, { attempt }) => {
          attempts.push(attempt);
          return [];
        },
      }),
    );
    await queue.idle();
    expect(attempts).toEqual([1]);
  });

  it('a job that was stopped by close waits again at once and has cost no attempt', async () => {
    const first = await open();
    const { open: began, opened: hasBegun } = gate();
    let begun = 0;
    await first.work(
      handlers({
        crawl: (_, { signal }) =>
          new Promise((_resolve, reject) => {
            if (++begun === 2) began();
            signal.addEventListener('abort', () => reject(new Error('stopped')));
          }),
        index: () => new Promise(() => undefined),
        parse: () => {
          if (++begun === 2) began();
          return new Promise(() => undefined);
        },
      }),
    );
    await first.add([crawl('obeys'), parse(1)]);
    await hasBegun;
    await first.close(50);
    const second = await open();
    expect(await second.counts()).toMatchObject({
      crawl: { waiting: 1, active: 0, delayed: 0, failed: 0 },
      parse: { waiting: 1, active: 0, delayed: 0, failed: 0 },
    });
    const attempts: number[] = [];
    const note = async (_: unknown, { attempt }: { attempt: number }) => {
      attempts.push(attempt);
      return [];
    };
    await second.work(handlers({ crawl: note, parse: note }));
    await second.idle();
    expect(attempts).toEqual([1, 1]);
  });

  it('a stored payload that is wrong is a failed job with a code, and stays one', async () => {
    const client = new Redis(redis.url, { maxRetriesPerRequest: null });
    const store = new Store('parse', { connection: client, prefix });
    await store.add('parse', { page: 'one' }, { attempts: 3 });
    const queue = await open();
    await queue.work(handlers({}));
    await queue.add([parse(2)]);
    await queue.idle();
    const expected = [
      { code: 'payload-invalid', job: { name: 'parse', payload: { page: 'one' } }, attempts: 1 },
    ];
    expect(await queue.failed(10)).toMatchObject(expected);
    expect(await queue.replay()).toBe(0);
    expect(await queue.failed(10)).toMatchObject(expected);
    await store.close();
    client.disconnect();
  });

  it('leaves no job, result or log in Redis, and few events', async () => {
    const queue = await open();
    await queue.work(handlers({ parse: async ({ page }) => [index(`a${page}`)] }));
    await queue.add(Array.from({ length: 300 }, (_, i) => parse(i)));
    await queue.idle();
    const client = new Redis(redis.url);
    const keys = await client.keys(`${prefix}:*`);
    const events = await client.xlen(`${prefix}:parse:events`);
    client.disconnect();
    const kinds = new Set(keys.map((key) => key.slice(prefix.length).replace(/^:\w+:/, '')));
    expect(
      [...kinds].filter((kind) => !/^(id|meta|events|marker|stalled-check)$/.test(kind)),
    ).toEqual([]);
    expect(events).toBeLessThan(500);
  });

  it('two queues on one Redis share the work: each job runs once', async () => {
    const runs: number[] = [];
    const work = async (queue: Queue) =>
      queue.work(
        handlers({
          parse: async ({ page }) => {
            runs.push(page);
            return [];
          },
        }),
      );
    const [one, two] = [await open(), await open()];
    await Promise.all([work(one), work(two)]);
    await Promise.all([one.add([1, 2, 3, 4].map(parse)), two.add([3, 4, 5, 6].map(parse))]);
    await one.idle();
    expect(new Set(runs)).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  });

  it('makes up a firing that fell into a time without workers, once', async () => {
    const schedule = { id: 'mot', cron: '* * * * * *', job: crawl('mot') };
    const first = await open();
    await first.setSchedules([schedule]);
    const [due] = await first.schedules();
    await first.close(500);
    await see(() => expect(Date.now()).toBeGreaterThan(Date.parse(due?.next ?? '') + 1_100));
    const second = await open();
    await second.setSchedules([schedule]);
    // Set again as it was, it is still due: written anew it would be forgotten.
    expect(await second.schedules()).toEqual([due]);
    const papers: string[] = [];
    await second.work(
      handlers({
        crawl: async ({ newspaper }) => {
          papers.push(newspaper);
          return [];
        },
      }),
    );
    await see(() => expect(papers.length).toBeGreaterThan(0));
    await second.setSchedules([{ ...schedule, cron: '30 0 * * *' }]);
    await second.idle();
    expect(papers.length).toBeLessThanOrEqual(2);
    expect((await second.schedules()).map(({ next }) => next.slice(11))).toEqual(['17:30:00.000Z']);
  });

  it('a firing is one with an equal job that waits', async () => {
    const queue = await open({ policy: { crawl: { concurrency: 1 } } });
    const { open: go, opened: mayEnd } = gate();
    const papers: string[] = [];
    await queue.work(
      handlers({
        crawl: async ({ newspaper }) => {
          papers.push(newspaper);
          await mayEnd;
          return [];
        },
      }),
    );
    await queue.add([crawl('first')]);
    await see(() => expect(papers).toEqual(['first']));
    await queue.add([crawl('mot')]);
    await queue.setSchedules([{ id: 'mot', cron: '* * * * * *', job: crawl('mot') }]);
    const [due] = await queue.schedules();
    // The next run moves on when the scheduler has fired.
    await see(async () => expect((await queue.schedules())[0]?.next).not.toBe(due?.next));
    await queue.setSchedules([]);
    expect((await queue.counts()).crawl).toMatchObject({ waiting: 1, active: 1 });
    go();
    await queue.idle();
    expect(papers).toEqual(['first', 'mot']);
  });

  it('keeps the reason of a failure that has no code of ours', async () => {
    const queue = await open();
    await queue.work(
      handlers({
        parse: async () => {
          throw new GiveUp('mã lạ', 'line one\nline: two');
        },
      }),
    );
    await queue.add([parse(1)]);
    await queue.idle();
    expect(await queue.failed(1)).toMatchObject([
      { code: 'unknown', message: 'line one\nline: two' },
    ]);
  });
});
