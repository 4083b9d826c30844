/** Failed jobs. BullMQ keeps a reason as one text; ours is `CODE: message`. */
import type { Queue as Store, Job as StoredJob } from 'bullmq';
import { codeOf, messageOf } from '../../../core/errors.ts';
import { checkJob } from '../../check-job.ts';
import { JOB_NAMES, type Job, type JobName } from '../../jobs.ts';
import type { FailedJob } from '../../port.ts';
import type { Stores } from './stores.ts';

const LONGEST_MESSAGE = 2_000;
const CHUNK = 500;

export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return `${/^[\w-]+$/.test(code) ? code : 'unknown'}: ${messageOf(error).slice(0, LONGEST_MESSAGE)}`;
}

function readReason(reason: string): { readonly code: string; readonly message: string } {
  const ours = /^([\w-]+): (.*)$/s.exec(reason);
  if (ours?.[1] && ours[2] !== undefined) return { code: ours[1], message: ours[2] };
  // BullMQ's own: the process died too often while the job ran.
  if (reason.includes('stalled')) return { code: 'job-stalled', message: reason };
  return { code: 'unknown', message: reason };
}

function describe(name: JobName, stored: StoredJob): FailedJob {
  return {
    id: `${name}:${stored.id}`,
    job: { name, payload: stored.data },
    attempts: stored.attemptsMade,
    ...readReason(stored.failedReason ?? ''),
    failedAt: new Date(stored.finishedOn ?? stored.timestamp).toISOString(),
  };
}

export async function listFailed(
  stores: Stores['of'],
  limit: number,
): Promise<readonly FailedJob[]> {
  if (limit <= 0) return [];
  const lists = await Promise.all(
    JOB_NAMES.map(async (name) =>
      (await stores[name].getFailed(0, limit - 1)).map((stored) => describe(name, stored)),
    ),
  );
  return lists
    .flat()
    .toSorted((a, b) => b.failedAt.localeCompare(a.failedAt))
    .slice(0, limit);
}

async function chosen(store: Store, name: JobName, ids: readonly string[] | undefined) {
  if (!ids) return store.getFailed(0, -1);
  const own = [...new Set(ids)].filter((id) => id.startsWith(`${name}:`));
  const found = await Promise.all(own.map((id) => store.getJob(id.slice(name.length + 1))));
  const jobs = found.filter((stored) => stored !== undefined && stored !== null);
  const states = await Promise.all(jobs.map((stored) => stored.getState()));
  return jobs.filter((_, i) => states[i] === 'failed');
}

function checked(name: JobName, stored: StoredJob): Job | null {
  try {
    return checkJob({ name, payload: stored.data });
  } catch {
    // Stays where it is, with its code: it would fail again at once.
    return null;
  }
}

/**
 * Adds the jobs anew and then removes the failed ones, so that a crash in between doubles a job and
 * loses none. (BullMQ's own retry forgets that equal jobs are one.)
 */
export async function replayFailed(
  stores: Stores,
  ids: readonly string[] | undefined,
): Promise<number> {
  let count = 0;
  for (const name of JOB_NAMES) {
    const jobs = (await chosen(stores.of[name], name, ids)).flatMap((stored) => {
      const job = checked(name, stored);
      return job ? [{ stored, job }] : [];
    });
    for (let at = 0; at < jobs.length; at += CHUNK) {
      const slice = jobs.slice(at, at + CHUNK);
      await stores.add(slice.map(({ job }) => job));
      await Promise.all(slice.map(({ stored }) => stored.remove()));
      count += slice.length;
    }
  }
  return count;
}
