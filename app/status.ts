/** How the installation does: what `status` prints and the status page shows. */
import type { Delivery } from '../archive/nights-port.ts';
import type { ArchiveCounts, Incident, Run, Unreadable } from '../archive/port.ts';
import type { SavedDelivery } from '../archive/saved-searches-port.ts';
import { codeOf, messageOf } from '../core/errors.ts';
import type { OutcomeCode } from '../core/outcomes.ts';
import { JOB_NAMES, type JobName } from '../queue/jobs.ts';
import type { JobCounts, Queue } from '../queue/port.ts';
import type { Library } from './compose.ts';
import { freeBytes } from './disk.ts';
import type { Counted } from './kept-for.ts';
import { undelivered } from './night/deliver.ts';
import { type LastNight, lastNight } from './night/last-night.ts';
import { channelsOf } from './night/senders.ts';
import { olderDocuments, type RebuildReason, rebuildReason } from './rebuild.ts';
import { undeliveredNews } from './saved-searches/deliver.ts';
import { type Storage, storage } from './storage.ts';

export interface Status {
  /** Morning reports that could not be sent yet, by the ways that are set. */
  readonly undelivered: readonly Delivery[];
  /** Saved searches, and their messages that failed and have not arrived since. */
  readonly savedSearches: {
    readonly count: number;
    readonly undelivered: readonly SavedDelivery[];
  };
  /** The last night as it was reported; null before the first report. */
  readonly night: LastNight | null;
  readonly data: string;
  /** Bytes. */
  readonly free: number;
  readonly archive: ArchiveCounts;
  readonly storage: Storage;
  /** `documents` is null where the index cannot be read; `fault` says why. */
  readonly engine: {
    readonly id: string;
    readonly documents: number | null;
    readonly fault: { readonly code: string; readonly message: string } | null;
    /** Why the index is to be built anew; `serve` and `worker` do it. */
    readonly rebuild: RebuildReason | null;
  };
  readonly newspapers: readonly {
    readonly id: string;
    readonly name: string;
    readonly articles: number;
    readonly run: Run | null;
  }[];
  /** URLs that went wrong and have not come right since. */
  readonly incidentCounts: readonly {
    readonly newspaper: string;
    readonly code: OutcomeCode;
    readonly count: number;
  }[];
  /** Stored pages that could not be read well: `diembao quarantine`. */
  readonly quarantined: number;
  /** Jobs that failed for good, by name; null where jobs are kept in a process that is over. */
  readonly deadLetters: Readonly<Partial<Record<JobName, number>>> | null;
  /** Jobs by name, where they outlive a process; else null. */
  readonly queue: Readonly<Record<JobName, JobCounts>> | null;
  /** The newest of them. */
  readonly incidents: readonly Incident[];
}

/**
 * Reads the state. `incidentLimit` bounds the list, the counts are complete.
 * @param countUnreadable see `storage`
 */
export async function status(
  library: Pick<Library, 'config' | 'archive' | 'engine' | 'newspapers' | 'clock'> & {
    readonly queue?: Pick<Queue, 'counts'> | null;
  },
  incidentLimit = 20,
  countUnreadable?: () => Promise<Counted<Unreadable>>,
): Promise<Status> {
  const { archive, engine, config } = library;
  const free = await freeBytes(config.data);
  const jobs = (await library.queue?.counts()) ?? null;
  return {
    undelivered: await undelivered(archive, channelsOf(config.night)),
    savedSearches: {
      count: (await archive.savedSearches.list()).length,
      undelivered: await undeliveredNews(archive, library.clock.now()),
    },
    night: await lastNight(archive, library.newspapers),
    data: config.data,
    free,
    archive: await archive.counts(),
    storage: await storage(archive, config.data, free, library.clock.now(), countUnreadable),
    engine: {
      id: engine.id,
      ...(await documentsIn(engine)),
      rebuild: await rebuildOf({ archive, engine }),
    },
    newspapers: await Promise.all(
      library.newspapers.map(async ({ id, name }) => ({
        id,
        name,
        articles: await archive.articles.count({ newspaper: id }),
        run: await archive.runs.latest(id),
      })),
    ),
    incidentCounts: await archive.incidents.counts(),
    quarantined: sumOf(await archive.incidents.counts({ stored: true })),
    deadLetters: deadIn(jobs),
    queue: jobs,
    incidents: await archive.incidents.list({}, incidentLimit),
  };
}

const sumOf = (counts: readonly { readonly count: number }[]) =>
  counts.reduce((sum, { count }) => sum + count, 0);

function deadIn(counts: Status['queue']): Status['deadLetters'] {
  if (!counts) return null;
  return Object.fromEntries(
    JOB_NAMES.flatMap((name) => (counts[name].failed > 0 ? [[name, counts[name].failed]] : [])),
  );
}

/** A search engine that is away or has no index yet must not hide the archive's state. */
async function documentsIn(
  engine: Pick<Library['engine'], 'count'>,
): Promise<Pick<Status['engine'], 'documents' | 'fault'>> {
  try {
    return { documents: await engine.count(), fault: null };
  } catch (error) {
    return { documents: null, fault: { code: codeOf(error), message: messageOf(error) } };
  }
}

/** A key that may only search does not see how the index is set; what it holds the archive knows. */
async function rebuildOf(
  library: Parameters<typeof rebuildReason>[0],
): Promise<RebuildReason | null> {
  const { archive, engine } = library;
  try {
    return await rebuildReason(library);
  } catch {
    return (await olderDocuments({ archive, engine })) ? 'documents' : null;
  }
}
