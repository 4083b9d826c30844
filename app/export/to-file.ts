/** An export as a file that is there whole or not at all. */
import { open, rename, rm, writeFile } from 'node:fs/promises';
import { messageOf, UsageError } from '../../core/errors.ts';
import type { Export } from './open-export.ts';

/** What `FILE.source.json` says of FILE. */
export interface Written {
  readonly file: string;
  readonly bytes: number;
  readonly written: number;
  readonly complete: boolean;
}

/**
 * Writes to `FILE.part` and renames it at the end; beside it `FILE.source.json` says what it is. Where it fails or
 * is stopped, what was at FILE stays and nothing is left over.
 * @throws UsageError `cannot-write`
 * @throws what the export throws
 */
export async function exportToFile(made: Export, file: string): Promise<Written> {
  const part = `${file}.part`;
  const handle = await open(part, 'w').catch((cause: unknown) => {
    throw new UsageError('cannot-write', `${file} cannot be written: ${messageOf(cause)}`, {
      cause,
    });
  });
  let bytes = 0;
  try {
    try {
      for await (const chunk of made.bytes) {
        await handle.writeFile(chunk);
        bytes += chunk.length;
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  const done = { file, bytes, written: made.written, complete: made.complete };
  await writeFile(
    `${file}.source.json`,
    `${JSON.stringify({ ...made.source, ...done }, null, 2)}\n`,
  );
  return done;
}
