/**
 * Visits the discovery sources: each is asked once a run, with its validators. What a source names goes to
 * the frontier before the visit is noted, so that a process killed between the two loses nothing.
 */
import type { FrontierUrl } from '../archive/port.ts';
import type { RawPage } from '../core/raw-page.ts';
import { datedAt } from './discover/dated.ts';
import type { Found } from './discover/found.ts';
import { currentSitemaps, type Source, sitemapSource, sourcesOf } from './discover/sources.ts';
import { ownArticles, ownSitemaps } from './own-links.ts';
import type { RunContext, Task } from './run-context.ts';
import { headOf } from './source-head.ts';
import { validatorsOf } from './validators.ts';

/** The sitemap protocol's own limit; feeds and listings keep to the limit of pages. */
export const SITEMAP_BYTES = 52_428_800;
/** Sitemaps that indexes lead to, looked at in one run. */
const MAX_SITEMAPS = 20;

export interface Discovery {
  /** Sources visited, and known to be there. */
  done: number;
  total: number;
  /** Sources that could be read, and those that robots.txt forbids. */
  read: number;
  forbidden: number;
  /** One of them named an article, or is unchanged since it did. */
  fruitful: boolean;
}

export const newDiscovery = (): Discovery => ({
  done: 0,
  total: 0,
  read: 0,
  forbidden: 0,
  fruitful: false,
});

/** The sources in the spec's order, each with its further pages; then the sitemaps that they lead to. */
export async function* sourceTasks(context: RunContext, state: Discovery): AsyncGenerator<Task> {
  const { newspaper, archive, clock } = context;
  const task = (source: Source, next: string | null, further = false): Task => ({
    url: source.url,
    run: async () => {
      await visitSource(context, source, { next, further }, state);
      state.done += 1;
    },
  });
  const sources = sourcesOf(newspaper);
  state.total = sources.length;
  for (const source of sources) {
    yield task(source, source.pages[0] ?? null);
    for (const [i, url] of source.pages.entries()) {
      const entry = await archive.frontier.get(url);
      if (!entry || entry.dueAt === null) break;
      state.total += 1;
      yield task({ ...source, url }, source.pages[i + 1] ?? null, true);
    }
  }
  const visited = new Set(sources.map(({ url }) => url));
  for (let left = MAX_SITEMAPS; left > 0; left--) {
    const now = clock.now().toISOString();
    const due = await archive.frontier.due(newspaper.id, 'sitemap', now, visited.size + 1);
    const next = due.find(({ url }) => !visited.has(url));
    if (!next) return;
    visited.add(next.url);
    state.total += 1;
    yield task(sitemapSource(next.url), null);
  }
}

interface Place {
  /** The listing's next page. */
  readonly next: string | null;
  /** It is itself a further page: due until it has been read once. */
  readonly further: boolean;
}

async function visitSource(
  context: RunContext,
  source: Source,
  place: Place,
  state: Discovery,
): Promise<void> {
  const { archive, ledger, trust, clock, newspaper } = context;
  const { url, kind } = source;
  const at = () => clock.now().toISOString();
  await archive.frontier.add([
    { url, newspaper: newspaper.id, kind, foundOn: null, foundAt: at(), dueAt: at() },
  ]);
  const entry = await archive.frontier.get(url);
  const answer = await trust.look(
    url,
    entry,
    kind === 'sitemap' ? { maxBytes: SITEMAP_BYTES } : {},
  );
  const again = () => (place.further ? null : at());
  switch (answer.kind) {
    case 'skipped':
      return;
    case 'same': {
      state.read += 1;
      state.fruitful = true;
      const { page } = answer;
      const { whole } = answer;
      const seen = page === null ? { whole } : { ...stampsOf(page), whole };
      const visit = { url, at: at(), outcome: 'unchanged', dueAt: again() } as const;
      await archive.frontier.visited({ ...visit, ...seen });
      return clear(context, entry);
    }
    case 'failed': {
      const { outcome, message } = answer;
      if (outcome === 'robots-forbidden') state.forbidden += 1;
      // A listing that has fewer pages than the spec says has ended, which is no fault.
      const ended = place.further && outcome === 'gone';
      await archive.frontier.visited({ url, at: at(), outcome, dueAt: ended ? null : at() });
      return ended ? undefined : ledger.bad(url, outcome, message);
    }
    case 'page': {
      const { body, finalUrl, headers } = answer.page;
      const found = source.read(body, finalUrl, headers['content-type'] ?? null);
      const fruitful = await keep(context, source, place, found);
      state.read += 1;
      state.fruitful ||= fruitful;
      if (found.problem !== null) {
        const wrong = {
          url,
          at: at(),
          outcome: 'bad-feed',
          etag: null,
          lastModified: null,
          bodyHash: null,
          head: null,
        } as const;
        await archive.frontier.visited({ ...wrong, dueAt: at() });
        return ledger.bad(url, 'bad-feed', `${url}: ${found.problem}`);
      }
      await archive.frontier.visited({
        url,
        at: at(),
        outcome: 'not-an-article',
        dueAt: again(),
        // A source that names nothing is read again, whatever it says: its markup may be what has changed, and
        // "unchanged" would pass for well.
        ...(fruitful ? stampsOf(answer.page) : { etag: null, lastModified: null, head: null }),
        bodyHash: fruitful ? answer.bodyHash : null,
        whole: true,
      });
      return clear(context, entry);
    }
    default:
      return answer satisfies never;
  }
}

/** Writes what a source names into the frontier. Answers whether it named an article. */
async function keep(
  context: RunContext,
  source: Source,
  place: Place,
  found: Found,
): Promise<boolean> {
  const { archive, newspaper, clock } = context;
  const at = clock.now().toISOString();
  const entry = { newspaper: newspaper.id, foundOn: source.url, foundAt: at, dueAt: at } as const;
  const articles = ownArticles(newspaper, found);

  // The next page is made due first and taken back where this one brought nothing new: killed in between,
  // one page is read for nothing; the other way round, articles would be missed for ever. Three outcomes
  // that differ, because the archive takes equal ones of one instant for the same visit.
  const { next } = place;
  const pending = next === null ? null : await archive.frontier.get(next);
  const mark = next !== null && (pending?.dueAt ?? null) === null && articles.length > 0;
  if (mark) {
    await archive.frontier.add([{ ...entry, url: next, kind: 'listing' }]);
    await archive.frontier.visited({ url: next, at, outcome: 'article', dueAt: at });
  }
  const added = await archive.frontier.add(
    articles.map((link) => ({
      ...entry,
      url: link.url,
      kind: 'article',
      datedAt: datedAt(link, clock.now()),
    })),
  );
  if (mark && added === 0) {
    await archive.frontier.visited({ url: next, at, outcome: 'unchanged', dueAt: null });
  }
  if (found.sitemaps.length > 0) await keepSitemaps(context, source.url, found, at);
  return articles.length > 0 || found.sitemaps.length > 0;
}

/** Makes an index's current sitemaps due in every run, and those that were so before no longer. */
async function keepSitemaps(
  context: RunContext,
  index: string,
  found: Found,
  at: string,
): Promise<void> {
  const { archive, newspaper } = context;
  const current = currentSitemaps(ownSitemaps(newspaper, found));
  for (const url of current) {
    const known = await archive.frontier.get(url);
    if (known && known.dueAt === null) {
      await archive.frontier.visited({ url, at, outcome: 'unchanged', dueAt: at });
    }
  }
  const entry = { newspaper: newspaper.id, foundOn: index, foundAt: at, dueAt: at } as const;
  await archive.frontier.add(current.map((url) => ({ ...entry, url, kind: 'sitemap' })));
  const due = await archive.frontier.due(newspaper.id, 'sitemap', at, 10 * MAX_SITEMAPS);
  for (const { url } of due.filter((e) => e.foundOn === index && !current.includes(e.url))) {
    await archive.frontier.visited({ url, at, outcome: 'unchanged', dueAt: null });
  }
}

/** What tells, when the source is asked again, whether it is still the same. */
const stampsOf = (page: RawPage) => ({ ...validatorsOf(page), head: headOf(page.body) });

async function clear(context: RunContext, entry: FrontierUrl | null): Promise<void> {
  if (entry && entry.failures > 0) await context.ledger.clear(entry.url);
}
