/** Second looks between two nights: which papers have articles that are due to be looked at again. */
import { DiembaoError } from '../core/errors.ts';
import type { Newspaper } from '../newspapers/define.ts';
import type { Job } from '../queue/jobs.ts';
import type { Works } from './compose.ts';
import { mayCrawl } from './may-crawl.ts';

type Parts = Pick<Works, 'archive' | 'clock' | 'config' | 'newspapers'>;

/** Jobs for the papers that have one due now; those that may not be crawled are left out. Asks nobody. */
export async function dueLooks({ archive, clock, config, newspapers }: Parts): Promise<Job[]> {
  const now = clock.now().toISOString();
  const jobs: Job[] = [];
  for (const newspaper of newspapers) {
    const next = await archive.frontier.nextLook(newspaper.id);
    if (next === null || next > now || !(await isAllowed(config, newspaper))) continue;
    jobs.push({ name: 'crawl', payload: { newspaper: newspaper.id, mode: 'looks' } });
  }
  return jobs;
}

async function isAllowed(config: Works['config'], newspaper: Newspaper): Promise<boolean> {
  try {
    await mayCrawl(config, newspaper);
    return true;
  } catch (error) {
    if (error instanceof DiembaoError) return false;
    throw error;
  }
}
