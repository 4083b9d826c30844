/** Archives in directories that are thrown away. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive } from '../../archive/index.ts';
import type { Archive } from '../../archive/port.ts';
import type { ArchiveWorld } from '../contracts/archive-case.ts';
import { byNameAndPlace, joinedByOrganiser } from '../contracts/archive-samples.ts';

const derived = { rejoin: joinedByOrganiser, officialsOf: byNameAndPlace };

export const newDirectory = () => mkdtempSync(join(tmpdir(), 'diembao-archive-'));

/** @param wrap what stands between the test and the archive */
export async function newWorld(wrap = (archive: Archive) => archive): Promise<ArchiveWorld> {
  const directory = newDirectory();
  let open = await openArchive({ directory, ...derived });
  return {
    archive: wrap(open),
    async reopen() {
      await open.close();
      open = await openArchive({ directory, ...derived });
      return wrap(open);
    },
    async end() {
      await open.close();
      rmSync(directory, { recursive: true });
    },
  };
}
