/** The job `crawl {newspaper, mode?}`: one run over a newspaper; every page stored anew becomes a `parse` job. */
import type { Archive } from '../../archive/port.ts';
import { GiveUp } from '../../core/errors.ts';
import { oneAtATime } from '../../crawlers/one-at-a-time.ts';
import type { CrawlOptions, CrawlSummary } from '../../crawlers/port.ts';
import type { Newspaper } from '../../newspapers/define.ts';
import type { Job } from '../jobs.ts';
import type { Handler } from '../port.ts';

export interface CrawlDependencies extends Omit<CrawlOptions, 'newspaper' | 'signal' | 'archive'> {
  readonly archive: Archive;
  readonly newspaper: (id: string) => Newspaper | null;
  readonly crawl: (options: CrawlOptions) => Promise<CrawlSummary>;
  /** Jobs are queued while the run goes on, so that reading does not wait for a paper's last page. */
  readonly add: (jobs: readonly Job[]) => Promise<void>;
  /** Throws where the crawl must not begin: no contact, disk low. */
  readonly mayCrawl: (newspaper: Newspaper) => Promise<void>;
}

/** @throws GiveUp `unknown-newspaper` when the spec is gone */
export function crawlHandler(dependencies: CrawlDependencies): Handler<'crawl'> {
  const { newspaper: find, crawl, add, mayCrawl, ...rest } = dependencies;
  // A night's run and the second looks of the same paper are two jobs, and never run at once.
  const papers = oneAtATime();
  return async ({ newspaper: id, mode }, { signal }) => {
    const newspaper = find(id);
    if (!newspaper) throw new GiveUp('unknown-newspaper', `No newspaper has the id "${id}"`);
    await mayCrawl(newspaper);
    await papers.run(id, () =>
      crawl({
        ...rest,
        newspaper,
        signal,
        onPage: (page) => add([{ name: 'parse', payload: { page } }]),
        ...(mode === undefined ? {} : { mode }),
      }),
    );
    return [];
  };
}
