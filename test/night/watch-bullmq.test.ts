/** The night on Redis: the same plan, the same night made up, once. */
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../app/config.ts';
import { openNightWatch } from '../../app/night/watch.ts';
import { openArchive } from '../../archive/index.ts';
import type { Archive } from '../../archive/port.ts';
import { vietnamTime } from '../../core/clock.ts';
import { silent } from '../../core/log.ts';
import { openBullmqQueue } from '../../queue/drivers/bullmq.ts';
import type { Queue } from '../../queue/port.ts';
import { fakeClock, paper } from '../crawlers/fixtures.ts';
import {
  REDIS_NOT_RUN,
  type RedisServer,
  redisIsInstalled,
  startRedis,
} from '../queue/redis-server.ts';

const installed = redisIsInstalled();
if (!installed) console.log(REDIS_NOT_RUN);

describe.skipIf(!installed)('a process that begins, with BullMQ', () => {
  let redis: RedisServer;
  let queue: Queue;
  let archive: Archive;
  beforeAll(async () => {
    redis = await startRedis();
    queue = await openBullmqQueue({
      url: redis.url,
      prefix: 'night',
      random: () => 0.5,
      log: silent,
    });
    archive = await openArchive({ file: ':memory:' });
  });
  afterAll(async () => {
    await queue?.close(1_000);
    await archive?.close();
    await redis?.close();
  });

  const begin = (ids: readonly string[]) =>
    openNightWatch({
      archive,
      clock: fakeClock('2026-11-26T08:00:00+07:00'),
      config: readConfig({ DIEMBAO_DATA: tmpdir() }),
      queue,
      newspapers: ids.map((id) => paper('http://127.0.0.1:1', { id })),
      log: silent,
      senders: [],
    }).begin();
  const planned = async () =>
    (await queue.schedules()).map(
      ({ id, next }) => `${id} ${vietnamTime(new Date(next)).slice(11, 16)}`,
    );

  it('queues a missed night once and plans the next one; papers that are gone go', async () => {
    await archive.nights.begin('2026-11-25', 'a', '2026-11-24T17:30:00.000Z');
    expect(await begin(['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
    expect((await planned()).sort()).toEqual(['a 00:30', 'b 01:45', 'c 03:00']);
    expect(await begin(['a', 'c'])).toEqual(['a', 'c']);
    expect((await planned()).sort()).toEqual(['a 00:30', 'c 02:22']);
    expect((await queue.counts()).crawl.waiting).toBe(3);
  });
});
