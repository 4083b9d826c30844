/** The quarantine: stored pages that could not be read well, and jobs that failed for good; both can be tried again. */
import type { Archive, Incident, StoredPage } from '../archive/port.ts';
import { DiembaoError } from '../core/errors.ts';
import type { OutcomeCode } from '../core/outcomes.ts';
import type { FailedJob, Queue } from '../queue/port.ts';
import type { Works } from './compose.ts';

export interface QuarantineFilter {
  readonly newspaper?: string;
  readonly code?: OutcomeCode;
}

/** A page and why it is here. */
export interface Quarantined extends Omit<Incident, 'pageId'> {
  readonly page: number;
}

const ALL = 10_000_000;
const SLICE = 500;

/** The newest first. */
export async function quarantined(
  archive: Pick<Archive, 'incidents'>,
  filter: QuarantineFilter,
  limit: number = ALL,
): Promise<readonly Quarantined[]> {
  const found = await archive.incidents.list({ ...filter, stored: true }, limit);
  return found.flatMap(({ pageId, ...one }) => (pageId === null ? [] : [{ ...one, page: pageId }]));
}

/** Jobs that failed with all their attempts; null where the jobs are those of a process that is over. */
export async function deadLetters(
  queue: Queue | null,
  limit: number,
): Promise<readonly FailedJob[]> {
  return queue ? queue.failed(limit) : [];
}

/** @throws DiembaoError `unknown-page` */
export async function quarantinedPage(
  archive: Pick<Archive, 'pages'>,
  id: number,
): Promise<StoredPage> {
  const page = await archive.pages.get(id);
  if (!page) throw new DiembaoError('unknown-page', `The archive has no page ${id}.`);
  return page;
}

export interface Replayed {
  readonly pages: number;
  /** Of them those that are well now. */
  readonly well: number;
  readonly still: Readonly<Partial<Record<OutcomeCode, number>>>;
  /** Dead letters that were put back. */
  readonly jobs: number;
}

/**
 * Reads the chosen pages again by the rules of today, and puts every dead letter of theirs back (all where no
 * page is named). Needs running workers. Ended by `signal` after a slice; what was read stays read.
 */
export async function replay(
  works: Pick<Works, 'archive' | 'queue'>,
  filter: QuarantineFilter & { readonly pages?: readonly number[] },
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Replayed> {
  const { archive, queue } = works;
  const { pages: only, ...which } = filter;
  const chosen = only ?? (await quarantined(archive, which)).map(({ page }) => page);
  // Dead letters name no outcome: they go back where nothing narrower was asked for.
  const all = only === undefined && which.newspaper === undefined && which.code === undefined;
  const jobs = all ? await queue.replay() : 0;
  let done = 0;
  while (done < chosen.length && !signal.aborted) {
    const slice = chosen.slice(done, done + SLICE);
    await queue.add(slice.map((page) => ({ name: 'parse', payload: { page } })));
    await queue.idle();
    done += slice.length;
    onProgress(done, chosen.length);
  }
  if (jobs > 0) await queue.idle();
  const read = new Set(chosen.slice(0, done));
  const still: Partial<Record<OutcomeCode, number>> = {};
  let ill = 0;
  for (const { page, code } of await quarantined(archive, {})) {
    if (!read.has(page)) continue;
    still[code] = (still[code] ?? 0) + 1;
    ill += 1;
  }
  return { pages: done, well: done - ill, still, jobs };
}
