/** A command to a Redis that is down neither resolves nor rejects: nothing waits for one without a deadline. */
import type { Clock } from '../../../core/clock.ts';
import { DiembaoError } from '../../../core/errors.ts';

const LATE = Symbol('late');

/** The promise's value, or `redis-unreachable` after `ms` milliseconds; what comes later is ignored. */
export async function within<T>(clock: Clock, ms: number, what: string, promise: Promise<T>) {
  const done = new AbortController();
  try {
    const first = await Promise.race([promise, clock.sleep(ms, done.signal).then(() => LATE)]);
    if (first !== LATE) return await promise;
  } finally {
    done.abort();
  }
  throw new DiembaoError('redis-unreachable', `Redis gave no answer in ${ms} ms (${what})`, {
    hint: 'Look whether Redis runs and can be reached at REDIS_URL.',
  });
}
