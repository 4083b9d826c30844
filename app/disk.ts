/** Free space of the disk that holds the data. */
import { statfs } from 'node:fs/promises';
import { DiembaoError } from '../core/errors.ts';

/** Bytes that this process may still write under `directory` (which must exist). */
export async function freeBytes(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
}

/**
 * @param minimum bytes; 0: nothing is required, and the disk is not asked
 * @throws DiembaoError `disk-low`
 */
export async function requireFree(directory: string, minimum: number): Promise<void> {
  if (minimum <= 0) return;
  const free = await freeBytes(directory);
  if (free >= minimum) return;
  throw new DiembaoError(
    'disk-low',
    `Only ${(free / 1e9).toFixed(1)} GB are free under ${directory}; ${(minimum / 1e9).toFixed(1)} GB are required.`,
    { hint: 'Free some space, or set DIEMBAO_MIN_FREE_GB lower.' },
  );
}
