/** Runs one job that BullMQ hands out, and tells BullMQ what became of it by what it throws. */
import { DelayedError, type Job as StoredJob, UnrecoverableError, WaitingError } from 'bullmq';
import { GiveUp, RetryLater } from '../../../core/errors.ts';
import type { Logger } from '../../../core/log.ts';
import { callHandler } from '../../call-handler.ts';
import { checkJob } from '../../check-job.ts';
import type { Job, JobName } from '../../jobs.ts';
import type { Handlers } from '../../port.ts';
import { reasonOf } from './failures.ts';

export interface ProcessOptions {
  readonly handlers: Handlers;
  readonly log: Logger;
  /** Adds the jobs that follow; may wait for Redis as long as it takes. */
  readonly add: (jobs: readonly Job[]) => Promise<void>;
  readonly signal: AbortSignal;
}

export interface Processor {
  process(name: JobName, stored: StoredJob, token: string | undefined): Promise<void>;
  running(): number;
  /** Puts the jobs that still run back to wait; what their handlers answer afterwards is ignored. */
  release(): Promise<void>;
}

interface Run {
  readonly stored: StoredJob;
  readonly token: string | undefined;
  released: boolean;
}

export function openProcessor({ handlers, log, add, signal }: ProcessOptions): Processor {
  const runs = new Set<Run>();

  const putBack = async ({ stored, token }: Run): Promise<never> => {
    await stored.moveToWait(token);
    throw new WaitingError();
  };

  const work = async (name: JobName, run: Run): Promise<void> => {
    const { stored, token } = run;
    if (signal.aborted) return putBack(run);
    let job: Job;
    try {
      job = checkJob({ name, payload: stored.data });
    } catch (error) {
      throw new UnrecoverableError(reasonOf(error));
    }
    const attempt = stored.attemptsMade + 1;
    try {
      const following = await callHandler(handlers, job, { signal, attempt });
      if (run.released) throw new WaitingError();
      await add(following);
    } catch (error) {
      if (run.released || error instanceof WaitingError) throw new WaitingError();
      if (error instanceof RetryLater) {
        await stored.moveToDelayed(Date.now() + error.delayMs, token);
        throw new DelayedError();
      }
      if (error instanceof GiveUp) throw new UnrecoverableError(reasonOf(error));
      // A handler that was told to stop is not to blame for stopping.
      if (signal.aborted) return putBack(run);
      log.debug({ job, attempt, error: reasonOf(error) }, 'a run of a job failed');
      throw new Error(reasonOf(error), { cause: error });
    }
  };

  return {
    process: async (name, stored, token) => {
      const run: Run = { stored, token, released: false };
      runs.add(run);
      try {
        await work(name, run);
      } finally {
        runs.delete(run);
      }
    },
    running: () => runs.size,
    release: async () => {
      await Promise.all(
        [...runs].map(async (run) => {
          run.released = true;
          await run.stored.moveToWait(run.token);
        }),
      );
    },
  };
}
