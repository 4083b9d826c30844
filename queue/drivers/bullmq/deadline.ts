/** A command to a Redis that is down neither resolves nor rejects: nothing waits for one without a deadline. */
import type { Clock } from '../../../core/clock.ts';
import { DiembaoError } from '../../../core/errors.ts';

const LATE = Symbol('late');

/**
 * The promise's value; what comes later is ignored.
 * @param ended aborted when the connection is no more, and with it every answer
 * @throws DiembaoError `redis-unreachable` after `ms` milliseconds, `queue-closed`
 */
export async function within<T>(
  clock: Clock,
  ms: number,
  what: string,
  promise: Promise<T>,
  ended?: AbortSignal,
): Promise<T> {
  const done = new AbortController();
  const stop = () => done.abort();
  ended?.addEventListener('abort', stop);
  try {
    const first = await Promise.race([promise, clock.sleep(ms, done.signal).then(() => LATE)]);
    if (first !== LATE) return await promise;
  } finally {
    ended?.removeEventListener('abort', stop);
    done.abort();
  }
  if (ended?.aborted) throw new DiembaoError('queue-closed', `The queue was closed (${what})`);
  throw new DiembaoError('redis-unreachable', `Redis gave no answer in ${ms} ms (${what})`, {
    hint: 'Look whether Redis runs and can be reached at REDIS_URL.',
  });
}
