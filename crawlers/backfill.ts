/**
 * A back-fill: the articles of days gone by. Its sources are walked anew each time that it is taken up (a dozen
 * requests); what is left to fetch stands in the frontier under its number, so it can be stopped or killed at any
 * moment. It gives way to every night's run on the same host.
 */
import { DiembaoError } from '../core/errors.ts';
import { articleTasks } from './articles.ts';
import { type Days, datedAt, sitemapDays } from './discover/dated.ts';
import { mayBeOf, sitemapMayBeOf } from './discover/in-days.ts';
import { type Source, sitemapSource, sourcesOf } from './discover/sources.ts';
import { ownArticles, ownSitemaps } from './own-links.ts';
import type { BackfillOptions, CrawlSummary } from './port.ts';
import { openRun } from './run.ts';
import type { RunContext, Task } from './run-context.ts';
import { SITEMAP_BYTES } from './sources.ts';

/** Sitemaps that are read for one back-fill; indexes within indexes included. */
const MAX_SITEMAPS = 2_000;

/**
 * Works on a back-fill until nothing of it is due, it is stopped or cancelled. Complete in the archive when every
 * source could be read and nothing is left; otherwise it stays open and can be taken up again.
 */
export async function crawlBackfill(options: BackfillOptions): Promise<CrawlSummary> {
  const { archive, backfill, clock, log } = options;
  const days = { first: backfill.from, last: backfill.to };
  const label = `${options.newspaper.id} ${backfill.from}…${backfill.to}`;
  const run = openRun(options, { low: true, label });
  const walk: Walk = {
    context: run.context,
    id: backfill.id,
    days,
    done: 0,
    total: 0,
    failed: 0,
    named: 0,
  };

  async function* steps(): AsyncGenerator<Task> {
    yield* walkTasks(walk);
    run.phase = 'fetch';
    yield* articleTasks(run.context, run.fetching, {
      limit: options.limit ?? Number.POSITIVE_INFINITY,
      which: { backfill: backfill.id },
      onPage: options.onPage ?? (async () => undefined),
    });
  }
  const summary = await run.through(
    () => whileOpen(steps(), () => archive.backfills.isOpen(backfill.id)),
    () => (run.phase === 'discover' ? walk : run.fetching),
  );
  const after = await archive.backfills.get(backfill.id);
  if (summary.state === 'complete' && walk.failed === 0 && after?.left === 0)
    await archive.backfills.complete(backfill.id, clock.now().toISOString());
  log.info({ backfill: after, ...summary }, 'back-fill ended');
  return summary;
}

/** Ends where the back-fill is cancelled, also where that takes a URL away while it is asked for. */
async function* whileOpen(
  tasks: AsyncGenerator<Task>,
  isOpen: () => Promise<boolean>,
): AsyncGenerator<Task> {
  const unlessCancelled = async (error: unknown) => {
    const forgotten = error instanceof DiembaoError && error.code === 'archive-unknown-url';
    if (!forgotten || (await isOpen())) throw error;
  };
  try {
    for await (const task of tasks) {
      if (!(await isOpen())) return;
      yield { url: task.url, run: () => task.run().catch(unlessCancelled) };
    }
  } catch (error) {
    // The last page is noted at the end.
    await unlessCancelled(error);
  }
}

interface Walk {
  readonly context: RunContext;
  readonly id: number;
  readonly days: Days;
  done: number;
  total: number;
  /** Sources that could not be read and may be another time. */
  failed: number;
  /** Articles named, of whatever days. */
  named: number;
}

/** The sitemaps that may name articles of these days; where there is none, feeds and listings to their last page. */
async function* walkTasks(walk: Walk): AsyncGenerator<Task> {
  const sources = sourcesOf(walk.context.newspaper);
  const sitemaps = sources.filter(({ kind }) => kind === 'sitemap');
  const open = [...sitemaps];
  const seen = new Set(open.map(({ url }) => url));
  for (let source = open.shift(); source; source = open.shift()) {
    walk.total = seen.size;
    const { url } = source;
    yield task(walk, source, sitemapDays(url), (further) => {
      for (const next of further) {
        if (seen.has(next) || seen.size >= MAX_SITEMAPS) continue;
        seen.add(next);
        open.push(sitemapSource(next));
      }
    });
  }
  if (walk.named > 0 || walk.failed > 0) return;
  for (const source of sources.filter(({ kind }) => kind !== 'sitemap')) {
    let before = -1;
    for (const url of [source.url, ...source.pages]) {
      // A page that names nothing is the end.
      if (walk.named === before) break;
      before = walk.named;
      walk.total += 1;
      yield task(walk, { ...source, url }, null, () => undefined);
    }
  }
}

function task(
  walk: Walk,
  source: Source,
  sourceDays: Days | null,
  onSitemaps: (urls: readonly string[]) => void,
): Task {
  const { newspaper, archive, ledger, visitor, clock } = walk.context;
  const { url, kind } = source;
  return {
    url,
    run: async () => {
      const answer = await visitor.visit(
        url,
        kind === 'sitemap' ? { maxBytes: SITEMAP_BYTES } : {},
      );
      walk.done += 1;
      if (answer.kind === 'skipped') walk.failed += 1;
      if (answer.kind === 'failed') {
        // A listing has ended, a month's sitemap was taken away: as it is, and no reason to come back.
        if (answer.outcome === 'gone') return;
        walk.failed += answer.outcome === 'robots-forbidden' ? 0 : 1;
        await ledger.bad(url, answer.outcome, answer.message);
      }
      if (answer.kind !== 'page') return;
      const { body, finalUrl, headers } = answer.page;
      const found = source.read(body, finalUrl, headers['content-type'] ?? null);
      if (found.problem !== null) await ledger.bad(url, 'bad-feed', `${url}: ${found.problem}`);
      const articles = ownArticles(newspaper, found);
      walk.named += articles.length;
      const now = clock.now();
      const at = now.toISOString();
      await archive.frontier.add(
        articles
          // What a feed gives no day is of these days, not of those gone by.
          .filter((link) => kind !== 'feed' || datedAt(link, now) !== null)
          .filter((link) => mayBeOf(link, walk.days, sourceDays))
          .map((link) => ({
            url: link.url,
            newspaper: newspaper.id,
            kind: 'article',
            foundOn: url,
            foundAt: at,
            dueAt: at,
            datedAt: datedAt(link, now) ?? lastOf(sourceDays ?? walk.days, now),
            backfill: walk.id,
          })),
      );
      onSitemaps(
        ownSitemaps(newspaper, found)
          .filter((link) => sitemapMayBeOf(link, walk.days))
          .map((link) => link.url),
      );
    },
  };
}

/** The end of these days: an article of an unknown day is not younger. */
function lastOf({ last }: Days, now: Date): string {
  return new Date(Math.min(Date.parse(`${last}T23:59:59+07:00`), now.getTime())).toISOString();
}
