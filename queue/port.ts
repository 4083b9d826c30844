/**
 * The queue: jobs are hints to the archive, so a lost job is found again and a doubled one does nothing.
 */
import type { Job, JobName, Payload } from './jobs.ts';

export interface JobContext {
  /** Aborted when the worker is told to stop. */
  readonly signal: AbortSignal;
  /** 1 for the first. */
  readonly attempt: number;
}

/** Does a job and answers the jobs that follow from it. Throws RetryLater, GiveUp, or anything (retried). */
export type Handler<N extends JobName> = (
  payload: Payload<N>,
  context: JobContext,
) => Promise<readonly Job[]>;
export type Handlers = { readonly [N in JobName]: Handler<N> };

export interface JobCounts {
  readonly waiting: number;
  readonly active: number;
  /** Waiting for their time: retries, RetryLater. */
  readonly delayed: number;
  readonly failed: number;
}

export interface FailedJob {
  readonly id: string;
  /** As it is stored: where `code` is `payload-invalid` the payload fits no schema. */
  readonly job: { readonly name: JobName; readonly payload: unknown };
  readonly attempts: number;
  readonly code: string;
  readonly message: string;
  /** ISO in UTC. */
  readonly failedAt: string;
}

export interface Schedule {
  /** Unique; a newspaper's id for its nightly crawl. */
  readonly id: string;
  /** Five-field cron pattern in Asia/Ho_Chi_Minh; a sixth field in front is seconds. */
  readonly cron: string;
  readonly job: Job;
}

/** Answers the requests of a board's page. */
export type Board = (request: Request) => Promise<Response>;

export interface Queue {
  readonly driver: 'memory' | 'bullmq';
  /**
   * Adds jobs; one that waits already (same key) is not added twice, one whose twin is running runs after it.
   * @throws DiembaoError `payload-too-large`, `payload-invalid` (none is added then), `queue-closed`,
   * and where the queue stands elsewhere `redis-unreachable`
   */
  add(jobs: readonly Job[]): Promise<void>;
  /** Starts working, schedules too; may be called once. Resolves when the workers are ready. */
  work(handlers: Handlers): Promise<void>;
  counts(): Promise<Readonly<Record<JobName, JobCounts>>>;
  /** Resolves when nothing waits or runs; delayed jobs count as waiting. Rejects `queue-closed`. */
  idle(): Promise<void>;
  /** The newest first. */
  failed(limit: number): Promise<readonly FailedJob[]>;
  /** Puts failed jobs back with all their attempts; all where no ids are given. Answers how many. One whose payload is invalid stays. */
  replay(ids?: readonly string[]): Promise<number>;
  /**
   * Makes the schedules exactly these: adds, changes, removes. One that stays as it was keeps its next run,
   * also where that is overdue. @throws DiembaoError `schedule-invalid` (none is changed then)
   */
  setSchedules(schedules: readonly Schedule[]): Promise<void>;
  /**
   * A page to look into the queue and change it by hand, where the driver has one. Whoever may see it may do everything.
   * @param base path under which it is served, without a slash at its end
   */
  readonly board?: (base: string) => Promise<Board>;
  /** Next run of each schedule, ISO in UTC, the soonest first. */
  schedules(): Promise<readonly { readonly id: string; readonly next: string }[]>;
  /**
   * Aborts running jobs' signals and waits for them, at most `deadlineMs` (and a second to leave the store).
   * Unfinished work is done again later and has cost no attempt.
   */
  close(deadlineMs: number): Promise<void>;
}
