/** How many requests a token or a person may make: a bucket that fills evenly. */
import type { Clock } from '../../core/clock.ts';

/** Takes one request; answers the seconds to wait where there is none left, else 0. */
export type RateLimit = (key: string) => number;

/** @param perMinute 0: no limit */
export function openRateLimit(clock: Pick<Clock, 'now'>, perMinute: number): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>();
  return (key) => {
    if (perMinute === 0) return 0;
    const now = clock.now().getTime();
    const known = buckets.get(key) ?? { left: perMinute, at: now };
    const filled = Math.min(perMinute, known.left + ((now - known.at) / 60_000) * perMinute);
    const enough = filled >= 1;
    buckets.set(key, { left: enough ? filled - 1 : filled, at: now });
    return enough ? 0 : Math.max(1, Math.ceil(((1 - filled) / perMinute) * 60));
  };
}
