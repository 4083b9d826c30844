/**
 * What the running process does by the clock: makes up a missed night, queues second looks, closes the night and
 * sends its report, plans the next one. All state is the archive's; a tick may come at any time and any number of
 * times.
 */
import type { Archive } from '../../archive/port.ts';
import type { Clock } from '../../core/clock.ts';
import { messageOf } from '../../core/errors.ts';
import type { Logger } from '../../core/log.ts';
import type { Newspaper } from '../../newspapers/define.ts';
import type { Job } from '../../queue/jobs.ts';
import type { Queue } from '../../queue/port.ts';
import type { Config } from '../config.ts';
import { dueLooks } from '../second-looks.ts';
import { closeNight } from './close.ts';
import { deliverReports } from './deliver.ts';
import { MEASURED_DAYS } from './health.ts';
import { durations, papersOfTheNight, schedules, starts } from './plan.ts';
import { type Crawl, inItsNight } from './runs.ts';
import type { Sender } from './senders.ts';
import { daysBefore, isOpen, latestNight, type Night, nightOf, reportTime } from './window.ts';

export interface NightWatchOptions {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly config: Config;
  readonly queue: Pick<Queue, 'add' | 'setSchedules'>;
  readonly newspapers: readonly Newspaper[];
  readonly log: Logger;
  readonly senders: readonly Sender[];
  /** Called whenever a night was closed. */
  readonly closed?: () => Promise<void>;
}

export interface NightWatch {
  /** Every night's run goes through it. */
  readonly around: (crawl: Crawl) => Crawl;
  /** Sets the schedules and queues what a missed or broken night left; answers those papers. Call it once, first. */
  begin(): Promise<readonly string[]>;
  /** Does what is due; answers when it is next to be called. */
  tick(): Promise<Date>;
  /** Ticks by the clock until the signal. Never throws for a tick that fails: the next one comes. */
  run(signal: AbortSignal): Promise<void>;
}

/** How often second looks are asked for. */
const ROUND_MS = 10 * 60_000;
const AFTER_FAILURE_MS = 60_000;

export function openNightWatch(options: NightWatchOptions): NightWatch {
  const { archive, clock, config, queue, newspapers, log, senders } = options;
  const { window, report: reportAt, sweeps } = config.night;
  const makingUp = new Set<string>();
  const openedAt = clock.now();
  const name = (id: string) => newspapers.find((paper) => paper.id === id)?.name ?? id;

  const papers = async () => {
    const checks = await archive.newspaperChecks.list();
    return papersOfTheNight(newspapers, config, checks).map(({ id }) => id);
  };
  /** By nights that are over: tonight's plan stays as it is, also for a process that begins in its midst. */
  const known = async () => {
    const { day } = latestNight(clock.now(), window);
    const last = (await archive.nights.report(day)) ? day : daysBefore(day, 1);
    return durations(await archive.nights.list(daysBefore(last, MEASURED_DAYS), last));
  };
  const plan = async () =>
    queue.setSchedules(schedules(await papers(), { window, sweeps }, await known()));

  /** Papers whose start has gone by, and whose night nobody worked off. */
  const leftOver = async (): Promise<readonly string[]> => {
    const now = clock.now();
    const night = latestNight(now, window);
    if (await archive.nights.report(night.day)) return [];
    const ids = await papers();
    const before = await archive.nights.list(daysBefore(night.day, MEASURED_DAYS), night.day);
    // The first night of an installation was not missed.
    if (before.length === 0) return [];
    const rows = new Map(
      before.filter(({ day }) => day === night.day).map((row) => [row.newspaper, row]),
    );
    const begin = starts(ids, window, await known());
    return ids.filter((id) => {
      const row = rows.get(id);
      if (!row) return night.start.getTime() + (begin.get(id) ?? 0) * 60_000 < now.getTime();
      // Stopped by the window's end is the end; stopped with the program is not.
      if (row.state === 'stopped') return (row.finishedAt ?? '') < night.end.toISOString();
      return row.state === 'running';
    });
  };

  const looks = async (): Promise<readonly Job[]> => {
    const jobs = await dueLooks({ archive, clock, config, newspapers });
    const night = latestNight(clock.now(), window);
    if (!isOpen(night, clock.now())) return jobs;
    // Its night's run looks itself.
    const done = (await archive.nights.list(night.day, night.day)).filter(
      ({ state }) => state === 'complete',
    );
    return jobs.filter(
      (job) =>
        job.name !== 'crawl' || done.some(({ newspaper }) => newspaper === job.payload.newspaper),
    );
  };

  /** Whether this process or one before it has had to do with the night. */
  const isOurs = async ({ day, end }: Night) =>
    openedAt < end || (await archive.nights.list(day, day)).length > 0;

  const closeWhatIsDue = async (): Promise<boolean> => {
    const now = clock.now();
    const latest = latestNight(now, window);
    const before = nightOf(daysBefore(latest.day, 1), window);
    let closed = false;
    for (const night of [before, latest]) {
      if (reportTime(night, reportAt) > now || (night === latest && makingUp.size > 0)) continue;
      if ((await archive.nights.report(night.day)) || !(await isOurs(night))) continue;
      const report = await closeNight(archive, night, now, await papers());
      log.info({ day: night.day, totals: report.totals }, 'the night is closed');
      closed = true;
    }
    return closed;
  };

  const nextReport = () => {
    const latest = latestNight(clock.now(), window);
    const next = nightOf(daysBefore(latest.day, -1), window);
    const due = [latest, next].map((night) => reportTime(night, reportAt));
    return due.find((at) => at > clock.now()) ?? new Date(clock.now().getTime() + ROUND_MS);
  };

  const tick = async (): Promise<Date> => {
    await queue.add(await looks());
    const closed = await closeWhatIsDue();
    if (closed) await plan();
    const retry = await deliverReports({ archive, clock, senders, name });
    // Last: the report does not wait for it.
    if (closed) await options.closed?.();
    const soonest = Math.min(
      clock.now().getTime() + ROUND_MS,
      nextReport().getTime(),
      retry?.getTime() ?? Number.POSITIVE_INFINITY,
    );
    return new Date(soonest);
  };

  return {
    around: inItsNight({ archive, clock, window, makingUp }),
    async begin() {
      const missed = await leftOver();
      for (const id of missed) makingUp.add(id);
      await plan();
      await queue.add(missed.map((newspaper) => ({ name: 'crawl', payload: { newspaper } })));
      return missed;
    },
    tick,
    async run(signal) {
      while (!signal.aborted) {
        const next = await tick().catch((error: unknown) => {
          // What is being closed beneath it is no failure.
          if (!signal.aborted) log.error({ error: messageOf(error) }, 'the night watch failed');
          return new Date(clock.now().getTime() + AFTER_FAILURE_MS);
        });
        await clock.sleep(Math.max(0, next.getTime() - clock.now().getTime()), signal);
      }
    },
  };
}
