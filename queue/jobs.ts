/** The jobs: names, payloads and how each is retried. Payloads are ids; a handler re-reads the archive. */
import { z } from 'zod';

export const JOBS = {
  /** One run over one newspaper's sources and due articles; without a mode it is the night's. */
  crawl: {
    payload: z.strictObject({
      newspaper: z.string(),
      mode: z.enum(['sweep', 'looks']).optional(),
    }),
    attempts: 3,
    backoffMs: 60_000,
    concurrency: 4,
  },
  /** Days gone by of one newspaper, as the archive holds the order. A queue of its own, so that tonight never waits. */
  backfill: {
    payload: z.strictObject({ backfill: z.int() }),
    attempts: 3,
    backoffMs: 60_000,
    concurrency: 2,
  },
  /** Read one stored page. */
  parse: {
    payload: z.strictObject({ page: z.int() }),
    attempts: 3,
    backoffMs: 1_000,
    concurrency: 2,
  },
  /** Bring one article's newest form into the search index; many run at once and share a batch. */
  index: {
    payload: z.strictObject({ article: z.string(), revision: z.int() }),
    attempts: 8,
    backoffMs: 2_000,
    concurrency: 500,
  },
} as const;

export type JobName = keyof typeof JOBS;
export const JOB_NAMES = [
  'crawl',
  'backfill',
  'parse',
  'index',
] as const satisfies readonly JobName[];
export type Payload<N extends JobName> = z.infer<(typeof JOBS)[N]['payload']>;

export type Job = { [N in JobName]: { readonly name: N; readonly payload: Payload<N> } }[JobName];

/** The key by which equal jobs that have not begun are one. */
export function jobKey(job: Job): string {
  switch (job.name) {
    case 'crawl':
      return ['crawl', job.payload.newspaper, job.payload.mode ?? []].flat().join(':');
    case 'backfill':
      return `backfill:${job.payload.backfill}`;
    case 'parse':
      return `parse:${job.payload.page}`;
    case 'index':
      return `index:${job.payload.article}:${job.payload.revision}`;
    default:
      return job satisfies never;
  }
}
