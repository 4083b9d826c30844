/** How the queue on Redis is opened. */
import type { Clock } from '../../../core/clock.ts';
import type { Logger } from '../../../core/log.ts';
import type { PolicyChanges } from '../../policy.ts';

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
