/** Schedules in process: sleeps by the clock until the soonest run. */
import type { Clock } from '../../../core/clock.ts';
import { checkSchedules, nextRun } from '../../cron.ts';
import type { Job } from '../../jobs.ts';
import type { Schedule } from '../../port.ts';

/** A longer sleep would come late after the machine slept, and overflow a timer after 24 days. */
const LONGEST_NAP_MS = 600_000;

export interface Timetable {
  set(schedules: readonly Schedule[]): void;
  list(): readonly { readonly id: string; readonly next: string }[];
  start(): void;
  stop(): void;
}

interface Line extends Schedule {
  readonly next: Date;
}

export function openTimetable(clock: Clock, fire: (job: Job) => void): Timetable {
  let lines: readonly Line[] = [];
  let wake = new AbortController();
  let stopped = false;

  const round = async () => {
    while (!stopped) {
      wake = new AbortController();
      const now = clock.now();
      lines = lines.map((line) => {
        if (line.next > now) return line;
        fire(line.job);
        return { ...line, next: nextRun(line.cron, now) };
      });
      const soonest = Math.min(...lines.map((line) => line.next.getTime() - now.getTime()));
      await clock.sleep(Math.min(soonest, LONGEST_NAP_MS), wake.signal);
    }
  };

  return {
    set: (schedules) => {
      const now = clock.now();
      const standing = new Map(lines.map((line) => [line.id, line]));
      lines = checkSchedules(schedules, now).map((schedule) => {
        const old = standing.get(schedule.id);
        const next = old?.cron === schedule.cron ? old.next : nextRun(schedule.cron, now);
        return { ...schedule, next };
      });
      wake.abort();
    },
    list: () =>
      lines
        .toSorted((a, b) => a.next.getTime() - b.next.getTime())
        .map(({ id, next }) => ({ id, next: next.toISOString() })),
    start: () => void round(),
    stop: () => {
      stopped = true;
      wake.abort();
    },
  };
}
