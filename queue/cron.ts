/** When schedules run: one reading of cron patterns, in Vietnam's time, for every driver. */
import { Cron } from 'croner';
import { TIME_ZONE } from '../core/clock.ts';
import { DiembaoError, messageOf } from '../core/errors.ts';
import { checkJob } from './check-job.ts';
import type { Schedule } from './port.ts';

/**
 * The first run strictly after `from`. `30 0 * * *` is 00:30 in Asia/Ho_Chi_Minh, 17:30 UTC.
 * @param cron five fields, or six with seconds in front
 * @throws DiembaoError `schedule-invalid`, also for a pattern that never comes (31 February)
 */
export function nextRun(cron: string, from: Date): Date {
  let next: Date | null;
  try {
    next = new Cron(cron, { timezone: TIME_ZONE, paused: true, mode: '5-or-6-parts' }).nextRun(
      from,
    );
  } catch (error) {
    throw new DiembaoError('schedule-invalid', `The cron pattern "${cron}": ${messageOf(error)}`, {
      cause: error,
    });
  }
  if (!next) throw new DiembaoError('schedule-invalid', `The cron pattern "${cron}" never comes`);
  return next;
}

/** Checks all of them before any is stored. @throws DiembaoError `schedule-invalid`, or as checkJob */
export function checkSchedules(schedules: readonly Schedule[], now: Date): readonly Schedule[] {
  const seen = new Set<string>();
  return schedules.map(({ id, cron, job }) => {
    if (id === '' || seen.has(id))
      throw new DiembaoError(
        'schedule-invalid',
        `Two schedules have the id "${id}", or it is empty`,
      );
    seen.add(id);
    nextRun(cron, now);
    return { id, cron, job: checkJob(job) };
  });
}
