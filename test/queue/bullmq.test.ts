import { afterAll, beforeAll, describe } from 'vitest';
import { silent } from '../../core/log.ts';
import { openBullmqQueue } from '../../queue/drivers/bullmq.ts';
import { queueContract } from '../contracts/queue.ts';
import { REDIS_NOT_RUN, type RedisServer, redisIsInstalled, startRedis } from './redis-server.ts';

const installed = redisIsInstalled();
if (!installed) console.log(REDIS_NOT_RUN);

describe.skipIf(!installed)('BullMQ', () => {
  let redis: RedisServer;
  let suites = 0;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis?.close());

  queueContract('the BullMQ driver', (policy) =>
    openBullmqQueue({
      url: redis.url,
      prefix: `test${++suites}`,
      random: () => 0.5,
      log: silent,
      policy,
    }),
  );
});
