/** Figures for Prometheus, read when they are asked for. */
import { Gauge, Registry } from 'prom-client';
import { codeOf } from '../core/errors.ts';
import { JOB_NAMES } from '../queue/jobs.ts';
import type { Works } from './compose.ts';
import { freeBytes } from './disk.ts';
import { undelivered } from './night/deliver.ts';
import { MorningReport } from './night/report.ts';
import { channelsOf } from './night/senders.ts';

type Parts = Pick<Works, 'archive' | 'config' | 'queue'>;

/** Text and its content type. A queue that is away leaves its figures out and says so by `diembao_queue_up` 0. */
export async function metrics(
  parts: Parts,
): Promise<{ readonly type: string; readonly text: string }> {
  const registry = new Registry();
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Gauge({
      name: `diembao_${name}`,
      help,
      labelNames: [...labelNames],
      registers: [registry],
    });
  await addQueue(parts, gauge);
  await addArchive(parts, gauge);
  await addNight(parts, gauge);
  return { type: registry.contentType, text: await registry.metrics() };
}

type MakeGauge = <L extends string>(
  name: string,
  help: string,
  labelNames?: readonly L[],
) => Gauge<L>;

async function addQueue({ queue }: Parts, gauge: MakeGauge): Promise<void> {
  const up = gauge('queue_up', 'Whether the queue answers', ['error']);
  try {
    const counts = await queue.counts();
    const jobs = gauge('jobs', 'Jobs by name and state; failed ones are dead letters', [
      'name',
      'state',
    ]);
    for (const name of JOB_NAMES) {
      const { waiting, active, delayed, failed } = counts[name];
      for (const [state, count] of Object.entries({ waiting, active, delayed, failed }))
        jobs.set({ name, state }, count);
    }
    up.set({ error: '' }, 1);
  } catch (error) {
    up.set({ error: codeOf(error) }, 0);
  }
}

async function addArchive({ archive, config }: Parts, gauge: MakeGauge): Promise<void> {
  const { bytes, ...rows } = await archive.counts();
  const kept = gauge('archive_rows', 'Rows of the archive by kind', ['kind']);
  for (const [kind, count] of Object.entries(rows)) kept.set({ kind }, count);
  gauge('archive_bytes', 'Bytes of the database').set(bytes);
  gauge('disk_free_bytes', 'Bytes that are free where the data lie').set(
    await freeBytes(config.data),
  );
}

async function addNight({ archive, config }: Parts, gauge: MakeGauge): Promise<void> {
  const waiting = await undelivered(archive, channelsOf(config.night));
  gauge('reports_undelivered', 'Morning reports that could not be sent yet').set(waiting.length);
  const [kept] = await archive.nights.reports(1);
  if (!kept) return;
  const { papers, findings } = MorningReport.parse(kept.report);
  gauge('night_closed_seconds', 'When the last night was reported, in seconds since 1970').set(
    Date.parse(kept.closedAt) / 1_000,
  );
  const articles = gauge('night_articles', 'Articles of the last night', ['newspaper', 'change']);
  const requests = gauge('night_requests', 'Requests of the last night', ['newspaper']);
  const complete = gauge('night_complete', 'Whether the paper was done', ['newspaper']);
  for (const { newspaper, created, changed, withdrawn, state, ...paper } of papers) {
    for (const [change, count] of Object.entries({ created, changed, withdrawn }))
      articles.set({ newspaper, change }, count);
    requests.set({ newspaper }, paper.requests);
    complete.set({ newspaper }, state === 'complete' ? 1 : 0);
  }
  const wrong = gauge('night_findings', 'Findings of the last report', ['kind']);
  for (const { kind } of findings) wrong.inc({ kind });
}
