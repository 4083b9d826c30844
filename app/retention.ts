/** Moving raw pages out of the archive and forgetting them, with the room given back at the end. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Compacted, compactArchive, openArchive, WARC_DIRECTORY } from '../archive/index.ts';
import type { Archive, ForgetReport, MoveReport } from '../archive/port.ts';
import { type Clock, vietnamDay } from '../core/clock.ts';
import { UsageError } from '../core/errors.ts';
import type { Config } from './config.ts';
import { requireFree } from './disk.ts';

const DAY_MS = 86_400_000;

/**
 * The instant before which pages are old, ISO in UTC.
 * @param text a number of days (`365`), or a day `YYYY-MM-DD`; both are days in Vietnam
 * @throws UsageError `bad-age`
 */
export function ageLimit(text: string, now: Date): string {
  const days = /^(\d{1,5})d?$/u.exec(text)?.[1];
  const day =
    days === undefined ? text : vietnamDay(new Date(now.getTime() - Number(days) * DAY_MS));
  const instant = new Date(`${day}T00:00:00+07:00`);
  if (Number.isNaN(instant.getTime()) || vietnamDay(instant) !== day)
    throw new UsageError('bad-age', `"${text}" is neither a number of days nor YYYY-MM-DD.`);
  return instant.toISOString();
}

export interface RetentionJob {
  readonly config: Config;
  readonly clock: Clock;
  readonly before: string;
  readonly signal: AbortSignal;
  readonly onProgress?: (pages: number) => void;
}

/** `room`: null where nothing was taken out. */
export type Moved = MoveReport & { readonly room: Compacted | null };
export type Forgotten = ForgetReport & { readonly room: Compacted | null };

/** Opens the archive alone: nothing else is needed, and no other process may write meanwhile. */
async function withArchive<T extends { readonly bodies: number }>(
  config: Config,
  work: (archive: Archive) => Promise<T>,
): Promise<T & { readonly room: Compacted | null }> {
  const archive = await openArchive({ directory: config.data });
  const done = await work(archive).finally(() => archive.close());
  return { ...done, room: done.bodies === 0 ? null : await compactArchive(config.data) };
}

/**
 * @param to where the WARC files go; left out: `warc` in the data directory
 * @throws DiembaoError `disk-low`, `archive-locked`, what `Retention.move` throws
 */
export function movePages(job: RetentionJob, to?: string): Promise<Moved> {
  const { config, clock, before, signal, onProgress } = job;
  return withArchive(config, async (archive) => {
    const directory = to ?? join(config.data, WARC_DIRECTORY);
    await mkdir(directory, { recursive: true });
    await requireFree(directory, config.minFreeBytes);
    return archive.retention.move(before, {
      directory,
      software: `DiemBao/${config.version}`,
      now: () => clock.now(),
      signal,
      ...(onProgress ? { onProgress } : {}),
    });
  });
}

/**
 * @param confirm asked with what will be forgotten; false: nothing is
 * @returns null where it was not confirmed
 */
export async function forgetPages(
  job: RetentionJob,
  confirm: (plan: ForgetReport) => Promise<boolean>,
): Promise<Forgotten | null> {
  const { config, before, signal, onProgress } = job;
  const asked = { no: false };
  const done = await withArchive(config, async (archive) => {
    const plan = await archive.retention.forgettable(before);
    if (plan.bodies > 0 && !(await confirm(plan))) {
      asked.no = true;
      return { pages: 0, articles: 0, bodies: 0, files: [] };
    }
    return archive.retention.forget(before, { signal, ...(onProgress ? { onProgress } : {}) });
  });
  return asked.no ? null : done;
}
