/**
 * The queue on Redis, by BullMQ. Each name of jobs has its own BullMQ queue, so that many jobs of one
 * name never stand before those of another. Loaded when it is opened: who runs without Redis pays nothing.
 */
import { systemClock } from '../../core/clock.ts';
import type { Queue } from '../port.ts';
import type { BullmqQueueOptions } from './bullmq/options.ts';

export type { BullmqQueueOptions };

/**
 * @throws DiembaoError `redis-url-invalid`, `redis-unreachable`, `redis-refused` (password, rights),
 * `redis-too-old`, `redis-evicting`, each with a hint
 */
export async function openBullmqQueue(options: BullmqQueueOptions): Promise<Queue> {
  const { openQueue } = await import('./bullmq/queue.ts');
  return openQueue({ clock: systemClock, commandMs: 10_000, lockMs: 60_000, ...options });
}
