/** The archive for changes of accounts: as its writer, or beside the process that writes, so that `serve` need not stop. */
import { openArchive } from '../../archive/index.ts';
import type { Archive } from '../../archive/port.ts';
import { codeOf } from '../../core/errors.ts';

export async function openForAccounts(directory: string): Promise<Archive> {
  try {
    return await openArchive({ directory });
  } catch (error) {
    if (codeOf(error) !== 'archive-locked') throw error;
    return openArchive({ directory, beside: true });
  }
}
