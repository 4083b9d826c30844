/**
 * Schedules in Redis. A firing is a small job of its own queue that adds the real one: the real one is
 * then one with an equal job that waits, and a scheduler itself is never deduplicated, which would stop it.
 */
import type { Job as FiringJob, Queue as Store } from 'bullmq';
import { z } from 'zod';
import { TIME_ZONE } from '../../../core/clock.ts';
import { checkJob } from '../../check-job.ts';
import { checkSchedules, nextRun } from '../../cron.ts';
import { JOB_NAMES, type Job } from '../../jobs.ts';
import type { Schedule } from '../../port.ts';

export const FIRING_OPTIONS = {
  attempts: 10,
  backoff: { type: 'fixed', delay: 5_000 },
  removeOnComplete: true,
  removeOnFail: true,
  stackTraceLimit: 1,
  keepLogs: 0,
};

/** croner for both drivers, so that a pattern means the same in both. */
export const repeatStrategy = (millis: number, { pattern = '' }: { readonly pattern?: string }) =>
  nextRun(pattern, new Date(millis)).getTime();

const Firing = z.strictObject({ name: z.enum(JOB_NAMES), payload: z.unknown() });

/** The job that a firing adds. @throws ZodError, or as checkJob */
export function jobOf(firing: FiringJob): Job {
  return checkJob(Firing.parse(firing.data));
}

export async function listSchedules(store: Store) {
  const standing = await store.getJobSchedulers(0, -1, true);
  return standing.flatMap(({ key, next }) =>
    next === undefined ? [] : [{ id: key, next: new Date(next).toISOString() }],
  );
}

export async function writeSchedules(
  store: Store,
  schedules: readonly Schedule[],
  now: Date,
): Promise<void> {
  const wanted = checkSchedules(schedules, now);
  const ids = new Set(wanted.map(({ id }) => id));
  const standing = new Map(
    (await store.getJobSchedulers(0, -1, true)).map((found) => [found.key, found]),
  );
  for (const id of standing.keys()) if (!ids.has(id)) await store.removeJobScheduler(id);
  for (const { id, cron, job } of wanted) {
    const old = standing.get(id);
    const same =
      old?.pattern === cron &&
      old.tz === TIME_ZONE &&
      JSON.stringify(old.template?.data) === JSON.stringify(job) &&
      // Written anew, a firing that is overdue would be forgotten.
      Boolean(await store.getJob(`repeat:${id}:${old.next}`));
    if (!same)
      await store.upsertJobScheduler(
        id,
        { pattern: cron, tz: TIME_ZONE },
        { name: 'firing', data: job, opts: FIRING_OPTIONS },
      );
  }
}
