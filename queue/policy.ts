/** How each kind of job is retried, how many run at once, and how large a payload may be. */
import { JOBS, type JobName } from './jobs.ts';

export interface Policy {
  /** Runs in all; RetryLater costs none. */
  readonly attempts: number;
  /** Milliseconds before the second run; doubles with every further one. */
  readonly backoffMs: number;
  /** Runs at once, a process. */
  readonly concurrency: number;
}

export type Policies = Readonly<Record<JobName, Policy>>;
export type PolicyChanges = { readonly [N in JobName]?: Partial<Policy> };

/** UTF-8 bytes of a payload as JSON. Payloads are ids: more than this is text that belongs in the archive. */
export const PAYLOAD_LIMIT = 8_192;

/** Failed jobs of one name that are kept for `failed` and `replay`; the oldest go first. */
export const FAILED_KEPT = 10_000;

const LONGEST_BACKOFF_MS = 3_600_000;

/** JOBS with some figures changed (tests, a small machine). */
export function policies(changes: PolicyChanges = {}): Policies {
  const of = (name: JobName): Policy => {
    const { attempts, backoffMs, concurrency } = JOBS[name];
    return { attempts, backoffMs, concurrency, ...changes[name] };
  };
  return {
    crawl: of('crawl'),
    backfill: of('backfill'),
    parse: of('parse'),
    index: of('index'),
  };
}

/**
 * Milliseconds to wait after a failed run: exponential, at most an hour, of which the later half is
 * random so that jobs that failed together do not come back together.
 * @param failed runs that failed so far, at least 1
 * @param random number in [0, 1)
 */
export function backoffMs(policy: Policy, failed: number, random: () => number): number {
  const whole = Math.min(policy.backoffMs * 2 ** (failed - 1), LONGEST_BACKOFF_MS);
  return Math.round((whole / 2) * (1 + random()));
}
