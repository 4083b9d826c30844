/** Jobs at the edge: checked when they are added and again when they are taken out of a store. */
import { z } from 'zod';
import { DiembaoError } from '../core/errors.ts';
import { JOBS, type Job, type JobName } from './jobs.ts';
import { PAYLOAD_LIMIT } from './policy.ts';

export interface UncheckedJob {
  readonly name: JobName;
  readonly payload: unknown;
}

function parsePayload({ name, payload }: UncheckedJob): Job {
  switch (name) {
    case 'crawl':
      return { name, payload: JOBS.crawl.payload.parse(payload) };
    case 'backfill':
      return { name, payload: JOBS.backfill.payload.parse(payload) };
    case 'parse':
      return { name, payload: JOBS.parse.payload.parse(payload) };
    case 'index':
      return { name, payload: JOBS.index.payload.parse(payload) };
    default:
      throw new DiembaoError(
        'job-unknown',
        `No job has the name "${String(name satisfies never)}"`,
      );
  }
}

/**
 * The job with its payload checked and copied.
 * @throws DiembaoError `payload-too-large`, `payload-invalid`, `job-unknown`
 */
export function checkJob(job: UncheckedJob): Job {
  const bytes = Buffer.byteLength(JSON.stringify(job.payload) ?? '');
  if (bytes > PAYLOAD_LIMIT)
    throw new DiembaoError(
      'payload-too-large',
      `The payload of the job "${job.name}" has ${bytes} bytes, more than ${PAYLOAD_LIMIT}`,
      { hint: 'Put ids into a payload; text belongs in the archive.' },
    );
  try {
    return parsePayload(job);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    throw new DiembaoError(
      'payload-invalid',
      `The payload of the job "${job.name}" is wrong: ${z.prettifyError(error)}`,
      { cause: error },
    );
  }
}
