/** The job `backfill {backfill}`: takes up days gone by of one newspaper; every page becomes a `parse` job. */
import { GiveUp } from '../../core/errors.ts';
import type { BackfillOptions, CrawlSummary } from '../../crawlers/port.ts';
import type { Handler } from '../port.ts';
import type { CrawlDependencies } from './crawl.ts';

export interface BackfillDependencies extends Omit<CrawlDependencies, 'crawl'> {
  readonly crawl: (options: BackfillOptions) => Promise<CrawlSummary>;
}

/** One that is complete or cancelled meanwhile is no work. @throws GiveUp `unknown-newspaper` when the spec is gone */
export function backfillHandler(dependencies: BackfillDependencies): Handler<'backfill'> {
  const { newspaper: find, crawl, add, mayCrawl, ...rest } = dependencies;
  return async ({ backfill: id }, { signal }) => {
    const backfill = await rest.archive.backfills.get(id);
    if (backfill?.state !== 'open') return [];
    const newspaper = find(backfill.newspaper);
    if (!newspaper)
      throw new GiveUp('unknown-newspaper', `No newspaper has the id "${backfill.newspaper}"`);
    await mayCrawl(newspaper);
    await crawl({
      ...rest,
      newspaper,
      backfill,
      signal,
      onPage: (page) => add([{ name: 'parse', payload: { page } }]),
    });
    return [];
  };
}
