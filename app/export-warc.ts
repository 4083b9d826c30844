/** Raw pages as a WARC file. */
import { existsSync } from 'node:fs';
import { unreadable } from '../archive/index.ts';
import type { Archive, PageFilter } from '../archive/port.ts';
import { openWarcWriter } from '../archive/warc/write.ts';
import type { Clock } from '../core/clock.ts';
import { UsageError } from '../core/errors.ts';

export interface WarcExport {
  readonly pages: number;
  readonly bytes: number;
  /** Pages that could not be read any more and are not in the file. */
  readonly left: { readonly forgotten: number; readonly lost: number };
  /** Ended before the last page: there is no file. */
  readonly stopped: boolean;
}

export interface WarcExportOptions {
  readonly filter: PageFilter;
  readonly software: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly onProgress?: (pages: number) => void;
}

const SLICE = 200;

/**
 * Writes every page of the filter, in the order in which they were stored, also those that lie in WARC files.
 * The file has its name only when it is whole and on the disk.
 * @throws UsageError `file-exists`
 */
export async function exportWarc(
  archive: Pick<Archive, 'pages'>,
  file: string,
  { filter, software, clock, signal, onProgress }: WarcExportOptions,
): Promise<WarcExport> {
  if (existsSync(file))
    throw new UsageError('file-exists', `${file} is there already; name another file.`);
  const writer = await openWarcWriter(file, software, clock.now().toISOString());
  const left = { forgotten: 0, lost: 0 };
  let pages = 0;
  try {
    for (let after = 0; !signal.aborted; ) {
      const ids = await archive.pages.ids(filter, after, SLICE);
      if (ids.length === 0) break;
      for (const id of ids) {
        if (signal.aborted) break;
        after = id;
        const page = await archive.pages.get(id).catch((error: unknown) => {
          const code = unreadable(error);
          if (code === null) throw error;
          left[code === 'page-forgotten' ? 'forgotten' : 'lost'] += 1;
          return null;
        });
        if (!page) continue;
        await writer.add(page.newspaper, page);
        pages += 1;
      }
      onProgress?.(pages);
    }
    if (!signal.aborted) {
      await writer.finish();
      await writer.keep();
    }
  } finally {
    await writer.discard();
  }
  return { pages, bytes: writer.bytes(), left, stopped: signal.aborted };
}
