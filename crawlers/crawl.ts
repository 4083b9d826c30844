/**
 * One run over one newspaper: its sources are asked what is new, then the articles that are due are
 * fetched into the archive. The frontier is the only queue, so a run can be stopped or killed at any
 * moment and the next one goes on from what the archive holds.
 */
import type { Newspaper } from '../newspapers/define.ts';
import { articleTasks } from './articles.ts';
import type { CrawlOptions, CrawlSummary } from './port.ts';
import { noted, openRun } from './run.ts';
import type { RunContext } from './run-context.ts';
import { type Discovery, newDiscovery, sourceTasks } from './sources.ts';

/**
 * Crawls a newspaper once. What servers do ends in the summary's outcomes and the archive's incidents;
 * `failed` is a paper that could not be asked (robots.txt unreadable, it failed again and again, or none of its sources
 * could be read).
 * @throws what the archive or `onPage` throws; the run is noted as failed then
 */
export const crawlNewspaper = (options: CrawlOptions): Promise<CrawlSummary> =>
  noted(options, () => crawl(options));
async function crawl(options: CrawlOptions): Promise<CrawlSummary> {
  const { newspaper } = options;
  const mode = options.mode ?? 'night';
  const run = openRun(options);
  const { context, fetching } = run;
  const discovery = newDiscovery();
  const release = run.politeness.hold(newspaper.hosts);
  try {
    return await run.through(
      async function* steps() {
        if (mode !== 'looks') {
          yield* sourceTasks(context, discovery);
          await noteDryness(context, discovery);
          run.refused = refusalOf(newspaper, discovery);
          run.unread = run.refused === null ? unreadOf(newspaper, discovery) : null;
        }
        run.phase = 'fetch';
        yield* articleTasks(context, fetching, {
          limit: options.limit ?? Number.POSITIVE_INFINITY,
          which: mode === 'night' ? {} : { of: mode === 'sweep' ? 'new' : 'seen' },
          onPage: options.onPage ?? (async () => undefined),
        });
      },
      () => (run.phase === 'discover' ? discovery : fetching),
    );
  } finally {
    release();
  }
}

/** A paper whose robots.txt forbids all its sources does not want to be crawled, and is not. */
function refusalOf(newspaper: Newspaper, { done, forbidden }: Discovery): string | null {
  if (done === 0 || forbidden < done) return null;
  return `robots.txt refuses: none of the ${done} sources of ${newspaper.id} may be read`;
}

/** Not one source answered with something that can be read: what is new tonight is not known. */
function unreadOf(newspaper: Newspaper, { done, read }: Discovery): string | null {
  if (done === 0 || read > 0) return null;
  return `none of the ${done} sources of ${newspaper.id} could be read`;
}

/** All sources could be read and none names an article: their layout has changed. */
async function noteDryness(
  { ledger, newspaper }: RunContext,
  discovery: { readonly read: number; readonly fruitful: boolean },
): Promise<void> {
  if (discovery.fruitful) return ledger.clear(newspaper.origin);
  if (discovery.read === 0) return;
  await ledger.bad(newspaper.origin, 'discovery-dry', 'no source names an article');
}
