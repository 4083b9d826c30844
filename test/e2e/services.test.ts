/** The same chain on the services: BullMQ on a real Redis and, where it is there, a real Meilisearch. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openReader, openWorks } from '../../app/compose.ts';
import { readConfig } from '../../app/config.ts';
import { search } from '../../app/search.ts';
import { silent } from '../../core/log.ts';
import { startDemoPapers } from '../../demo/server.ts';
import { meiliAvailable, meiliServer } from '../indexer/meili-server.ts';
import { redisIsInstalled, startRedis } from '../queue/redis-server.ts';

const redisHere = redisIsInstalled();
// Only a server of the test's own: the chain writes the index that a real installation uses.
const meiliHere = process.env.MEILI_URL === undefined && meiliAvailable();
if (!redisHere) console.log('not run: the chain on the services (there is no redis-server)');
if (!meiliHere) console.log('not run: the chain on Meilisearch (no program of the test to start)');

describe.skipIf(!redisHere)('the chain on the services', () => {
  it('archives, queues, indexes and finds the demo', { timeout: 120_000 }, async () => {
    const directory = await mkdtemp(join(tmpdir(), 'diembao-services-'));
    const redis = await startRedis();
    const meili = meiliHere ? await meiliServer() : null;
    const papers = await startDemoPapers({ anyPort: true });
    const newspapers = papers.newspapers.map((paper) => ({ ...paper, delayMs: 0 }));
    const config = {
      ...readConfig({
        DIEMBAO_DATA: directory,
        REDIS_URL: redis.url,
        ...(meili ? { MEILI_URL: meili.url, MEILI_KEY: meili.key ?? '' } : {}),
      }),
      allowPrivate: newspapers.flatMap(({ hosts }) => hosts),
      minFreeBytes: 0,
    };
    const works = await openWorks(config, { newspapers, log: silent });
    try {
      await works.work();
      await works.queue.add(
        newspapers.map(({ id }) => ({ name: 'crawl', payload: { newspaper: id } })),
      );
      await works.queue.idle();
      expect(works.queue.driver).toBe('bullmq');
      expect(works.engine.id).toBe(meili ? 'meilisearch' : 'embedded');
      expect(await works.queue.failed(10)).toEqual([]);
      expect(await works.engine.count()).toBe(papers.articles + 2);
      // As the web does it: with an engine that cannot write.
      const reader = await openReader(config, {}, silent);
      const answer = await search(
        { archive: works.archive, engine: reader },
        { text: 'so ket giua nhiem ky', facets: ['newspaper'] },
      );
      expect(answer.total).toBeGreaterThan(5);
      expect(answer.facets.newspaper?.length).toBe(3);
      await expect(reader.clear()).rejects.toThrow();
      await reader.close();
    } finally {
      await works.close();
      await papers.close();
      await redis.close();
      await meili?.stop();
      await rm(directory, { recursive: true, force: true });
    }
  });
});
