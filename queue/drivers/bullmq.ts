/**
 * The queue on Redis, by BullMQ. Each name of jobs has its own BullMQ queue, so that many jobs of one
 * name never stand before those of another. Loaded when it is opened: who runs without Redis pays nothing.
 */
import { type Clock, systemClock } from '../../core/clock.ts';
import type { Logger } from '../../core/log.ts';
import type { PolicyChanges } from '../policy.ts';
import type { Queue } from '../port.ts';

export interface BullmqQueueOptions {
  /** `redis://[user:password@]host:port[/db]`, or `rediss://` for TLS. */
  readonly url: string;
  /** What all keys in Redis begin with; an installation's own. */
  readonly prefix: string;
  /** Number in [0, 1). */
  readonly random: () => number;
  readonly log: Logger;
  /** For deadlines and polling. Redis lives in real time, so a simulated clock does not fit. */
  readonly clock?: Clock;
  readonly policy?: PolicyChanges;
  /** Milliseconds until a command without an answer is given up; 10 s. */
  readonly commandMs?: number;
  /** Milliseconds after which a running job whose process gave no sign of life is run again; 60 s. */
  readonly lockMs?: number;
}

/**
 * @throws DiembaoError `redis-url-invalid`, `redis-unreachable`, `redis-refused` (password, rights),
 * `redis-too-old`, `redis-evicting`, each with a hint
 */
export async function openBullmqQueue(options: BullmqQueueOptions): Promise<Queue> {
  const { openQueue } = await import('./bullmq/queue.ts');
  return openQueue({ clock: systemClock, commandMs: 10_000, lockMs: 60_000, ...options });
}
