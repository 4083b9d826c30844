/** The jobs of one name: waiting, running, delayed. One of a key waits at most; one of a key runs at most. */
import { type Job, jobKey } from '../../jobs.ts';

export interface Entry {
  readonly id: string;
  readonly key: string;
  readonly job: Job;
  /** Runs that ended in an error. */
  readonly failed: number;
}

export interface Lane {
  add(job: Job): void;
  /** Takes the next job, which then runs; null where none waits or `concurrency` are running. */
  take(): Entry | null;
  /** A run is over and the job with it. A twin that was added meanwhile waits now. */
  finish(entry: Entry): void;
  /** A run is over, the job is not: it waits for `resume`. */
  delay(entry: Entry, failed: number): Entry;
  resume(entry: Entry): void;
  sizes(): { readonly waiting: number; readonly active: number; readonly delayed: number };
}

export function openLane(concurrency: number, nextId: () => string): Lane {
  const waiting = new Map<string, Entry>();
  const active = new Map<string, Entry>();
  const delayed = new Map<string, Entry>();
  const again = new Set<string>();

  const add = (job: Job) => {
    const key = jobKey(job);
    if (active.has(key)) again.add(key);
    else if (!waiting.has(key) && !delayed.has(key))
      waiting.set(key, { id: nextId(), key, job, failed: 0 });
  };

  return {
    add,
    take: () => {
      if (active.size >= concurrency) return null;
      for (const entry of waiting.values()) {
        waiting.delete(entry.key);
        active.set(entry.key, entry);
        return entry;
      }
      return null;
    },
    finish: (entry) => {
      active.delete(entry.key);
      if (again.delete(entry.key)) add(entry.job);
    },
    delay: (entry, failed) => {
      const later = { ...entry, failed };
      active.delete(entry.key);
      // The delayed run comes after the twin was added, so it sees what the twin was added for.
      again.delete(entry.key);
      delayed.set(entry.key, later);
      return later;
    },
    resume: (entry) => {
      if (delayed.delete(entry.key)) waiting.set(entry.key, entry);
    },
    sizes: () => ({ waiting: waiting.size, active: active.size, delayed: delayed.size }),
  };
}
