/**
 * A process that works until it is told to stop, for tests that kill it: every crawl hangs and ignores
 * its signal. Prints "ready", and "began" for each; at SIGTERM it closes the queue and must then end by itself.
 * Arguments: URL, prefix, lock in milliseconds.
 */
import { silent } from '../../core/log.ts';
import { openBullmqQueue } from '../../queue/drivers/bullmq.ts';

const [url = '', prefix = '', lockMs = '60000'] = process.argv.slice(2);
const queue = await openBullmqQueue({
  url,
  prefix,
  random: () => 0.5,
  log: silent,
  lockMs: Number(lockMs),
});
process.on('SIGTERM', () => {
  void queue.close(100).then(() => console.log('closed'));
});
await queue.work({
  crawl: () => {
    console.log('began');
    return new Promise(() => undefined);
  },
  backfill: async () => [],
  parse: async () => [],
  index: async () => [],
});
console.log('ready');
