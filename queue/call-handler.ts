/** Hands a job to the handler of its name. */
import type { Job } from './jobs.ts';
import type { Handlers, JobContext } from './port.ts';

/** Rejects with whatever the handler throws, at once or later. */
export async function callHandler(
  handlers: Handlers,
  job: Job,
  context: JobContext,
): Promise<readonly Job[]> {
  switch (job.name) {
    case 'crawl':
      return handlers.crawl(job.payload, context);
    case 'backfill':
      return handlers.backfill(job.payload, context);
    case 'parse':
      return handlers.parse(job.payload, context);
    case 'index':
      return handlers.index(job.payload, context);
    default:
      return job satisfies never;
  }
}
