/** A page that is read makes jobs for every article that the index must take again, on both queues. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openArchive } from '../../archive/index.ts';
import type { Archive } from '../../archive/port.ts';
import { systemClock } from '../../core/clock.ts';
import { silent } from '../../core/log.ts';
import type { ParsePage } from '../../parsers/port.ts';
import { openBullmqQueue } from '../../queue/drivers/bullmq.ts';
import { openMemoryQueue } from '../../queue/drivers/memory.ts';
import { parseHandler } from '../../queue/handlers/parse.ts';
import type { Queue } from '../../queue/port.ts';
import { input, rawPage, record, signature } from '../contracts/archive-samples.ts';
import { redisIsInstalled, startRedis } from './redis-server.ts';

/** Reads "HOUR" as an article of that hour; all have the same text. */
const parse: ParsePage = (page) => {
  const hour = new TextDecoder().decode(page.body);
  const path = new URL(page.url).pathname.slice(1);
  const article = record(path, {
    newspaper: path,
    publishedAt: `2026-01-01T${hour}:00:00+07:00`,
  });
  const { aliases, conferenceKeys } = input(article);
  return {
    outcome: { code: 'article', message: '' },
    article,
    aliases,
    signature: signature(),
    conferenceKeys,
    conferencePlaces: [],
  };
};

let directory: string;
let archive: Archive;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'diembao-parse-'));
  archive = await openArchive({ directory });
});
afterEach(async () => {
  await archive.close();
  rmSync(directory, { recursive: true });
});

async function check(queue: Queue): Promise<void> {
  const indexed: string[] = [];
  await queue.work({
    crawl: async () => [],
    backfill: async () => [],
    parse: parseHandler({
      archive,
      clock: systemClock,
      families: [],
      newspaper: () => null,
      parse,
      stamp: () => 's1',
    }),
    index: async ({ article, revision }) => {
      indexed.push(article);
      await archive.index.done('main', 'v1', [{ id: article, revision }]);
      return [];
    },
  });
  const read = async (path: string, hour: string) => {
    const { id } = await archive.pages.put(path, rawPage(path, hour));
    indexed.length = 0;
    await queue.add([{ name: 'parse', payload: { page: id } }]);
    await queue.idle();
    return [...indexed].sort();
  };
  const idOf = (path: string) => record(path).id;
  expect(await read('b', '09')).toEqual([idOf('b')]);
  // A copy that comes later changes nothing in the original's mark.
  expect(await read('c', '10')).toEqual([idOf('c')]);
  // An earlier one: the former original is a reprint now, and so is the copy of another.
  expect(await read('a', '08')).toEqual([idOf('a'), idOf('b'), idOf('c')].sort());
  expect((await archive.articles.get(idOf('b')))?.original).toBe(idOf('a'));
  expect(await archive.index.pending('main', 'v1', 10)).toEqual([]);
}

describe('reading a page that changes a group of reprints', () => {
  it('queues all of the group in memory', async () => {
    const queue = openMemoryQueue({ clock: systemClock, random: () => 0, log: silent });
    await check(queue);
    await queue.close(1_000);
  });

  it.skipIf(!redisIsInstalled())('queues all of the group on BullMQ', async () => {
    const redis = await startRedis();
    try {
      const queue = await openBullmqQueue({
        url: redis.url,
        prefix: 'parse',
        random: () => 0,
        log: silent,
      });
      await check(queue);
      await queue.close(1_000);
    } finally {
      await redis.close();
    }
  });
});
