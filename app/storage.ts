/** What the data takes up on the disk, how fast it grows, and when the disk will be full. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archive, Unreadable } from '../archive/port.ts';
import { type Clock, vietnamDay } from '../core/clock.ts';
import { codeOf } from '../core/errors.ts';
import type { Counted } from './kept-for.ts';

export interface Storage {
  /** Bytes of everything in the data directory: archive, index, suggestions, WARC files. */
  readonly data: number;
  /** Of the archive's file. */
  readonly database: number;
  /** WARC files that raw pages were moved to, here and elsewhere. */
  readonly warc: { readonly files: number; readonly bytes: number; readonly missing: number };
  /** Bytes a night, the median of the last 28; null until three nights are known. */
  readonly growth: number | null;
  /** `YYYY-MM-DD` on which the disk will be full at this rate; null where that is unknown or ten years off. */
  readonly fullOn: string | null;
  /** Articles that cannot be read again. */
  readonly unreadable: Unreadable;
  /** When these were counted, ISO in UTC. */
  readonly unreadableAt: string;
}

const NIGHTS = 28;
const KNOWN_NIGHTS = 3;
const DAY_MS = 86_400_000;
const TEN_YEARS = 3_653;

/** Of all files below; 0 where there is no such directory. A file that goes meanwhile weighs nothing. */
export async function weightOf(directory: string): Promise<number> {
  const gone = (error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
    return null;
  };
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(gone);
  let bytes = 0;
  for (const entry of entries ?? [])
    if (entry.isFile())
      bytes += (await stat(join(entry.parentPath, entry.name)).catch(gone))?.size ?? 0;
  return bytes;
}

/** Notes what the data weighs today, so that its growth is known. */
export async function weigh(parts: {
  readonly archive: Pick<Archive, 'retention'>;
  readonly clock: Clock;
  readonly config: { readonly data: string };
}): Promise<void> {
  const bytes = await weightOf(parts.config.data);
  if (bytes > 0) await parts.archive.retention.weighed(vietnamDay(parts.clock.now()), bytes);
}

/**
 * Bytes a night. A night on which the data became less (pages were moved or forgotten) tells nothing.
 * @param weights the newest first
 */
export function growthOf(
  weights: readonly { readonly day: string; readonly bytes: number }[],
): number | null {
  const grown = weights
    .flatMap(({ day, bytes }, i) => {
      const before = weights[i + 1];
      if (before === undefined || bytes < before.bytes) return [];
      const nights = Math.round((Date.parse(day) - Date.parse(before.day)) / DAY_MS);
      return [(bytes - before.bytes) / Math.max(nights, 1)];
    })
    .sort((a, b) => a - b);
  return grown.length < KNOWN_NIGHTS - 1
    ? null
    : Math.round(grown[Math.floor(grown.length / 2)] ?? 0);
}

/** @param free bytes */
export function fullOn(free: number, growth: number | null, today: Date): string | null {
  if (growth === null || growth <= 0) return null;
  const days = Math.floor(free / growth);
  return days > TEN_YEARS ? null : vietnamDay(new Date(today.getTime() + days * DAY_MS));
}

/**
 * @param free bytes
 * @param countUnreadable goes through all articles whose pages were forgotten; left out: it is done
 */
export async function storage(
  archive: Pick<Archive, 'retention' | 'counts'>,
  data: string,
  free: number,
  now: Date,
  countUnreadable?: () => Promise<Counted<Unreadable>>,
): Promise<Storage> {
  const { retention } = archive;
  const unreadable = (await countUnreadable?.()) ?? {
    value: await retention.unreadable(),
    at: now.toISOString(),
  };
  const growth = growthOf(await retention.weights(NIGHTS + 1));
  const files = await retention.files();
  return {
    data: await weightOf(data),
    database: (await archive.counts()).bytes,
    warc: {
      files: files.length,
      bytes: files.reduce((sum, file) => sum + file.bytes, 0),
      missing: files.filter(({ missing }) => missing).length,
    },
    growth,
    fullOn: fullOn(free, growth, now),
    unreadable: unreadable.value,
    unreadableAt: unreadable.at,
  };
}
