/** Days gone by: found by sitemap or listing, out of tonight's way, resumable, cancellable. */
import { afterEach, describe, expect, it } from 'vitest';
import { silent } from '../../core/log.ts';
import { crawlBackfill } from '../../crawlers/index.ts';
import type { BackfillOptions, CrawlSummary } from '../../crawlers/port.ts';
import * as hostile from '../servers/hostile.ts';
import { articlePage, type Desk, feedOf, HOUR, openDesk, paper } from './fixtures.ts';

let desk: Desk | null = null;
afterEach(async () => {
  await desk?.close();
  desk = null;
});

const urls = (o: string, entries: readonly (readonly [string, string?])[]) =>
  `<urlset>${entries
    .map(([path, at]) => `<url><loc>${o}${path}</loc>${at ? `<lastmod>${at}</lastmod>` : ''}</url>`)
    .join('')}</urlset>`;
const index = (o: string, names: readonly string[]) =>
  `<sitemapindex>${names.map((name) => `<sitemap><loc>${o}/${name}</loc></sitemap>`).join('')}</sitemapindex>`;
const MARCH = ['/a-post1.html', '/b-post2.html', '/c-post3.html'];

/** A paper whose sitemaps go back two years, and whose feed has one article of today. */
async function openOld(): Promise<Desk> {
  desk = await openDesk(
    {
      '/rss': feedOf('/today-post99.html'),
      '/sitemap.xml': hostile.xml((o) =>
        index(o, [
          'sitemaps/news-2026-11.xml',
          'sitemaps/news-2025-3.xml',
          'sitemaps/news-2025-2.xml',
          'tags.xml',
        ]),
      ),
      '/sitemaps/news-2026-11.xml': hostile.xml((o) =>
        urls(o, [['/today-post99.html', '2026-11-24T09:00:00Z']]),
      ),
      '/sitemaps/news-2025-3.xml': hostile.xml((o) =>
        urls(o, [
          ['/a-post1.html', '2025-03-05'],
          ['/b-post2.html', '2026-01-01'],
          ['/c-post3.html'],
          ['/d-post4.html', '2025-03-01'],
        ]),
      ),
      '/tags.xml': hostile.xml((o) => urls(o, [['/tag/x']])),
      '/today-post99.html': articlePage('hôm nay'),
      ...Object.fromEntries([...MARCH, '/d-post4.html'].map((p) => [p, articlePage(p)])),
    },
    (origin) => ({ discover: [{ feed: `${origin}/rss` }, { sitemap: `${origin}/sitemap.xml` }] }),
  );
  return desk;
}

async function backfill(
  d: Desk,
  from: string,
  to: string,
  changes: Partial<BackfillOptions> = {},
): Promise<CrawlSummary> {
  const order = await d.archive.backfills.open('test-paper', from, to, d.clock.now().toISOString());
  return crawlBackfill({
    newspaper: paper(d.server.origin, {
      discover: [{ feed: `${d.server.origin}/rss` }, { sitemap: `${d.server.origin}/sitemap.xml` }],
    }),
    archive: d.archive,
    http: d.http,
    clock: d.clock,
    log: silent,
    signal: d.stop.signal,
    random: () => 0,
    onPage: async (id) => void d.pages.push(id),
    backfill: order,
    ...changes,
  });
}

const paths = (d: Desk) => d.server.requests.map((r) => r.path);
const articlesOf = (d: Desk) => paths(d).filter((p) => p.includes('-post'));

describe('by sitemap', () => {
  it('reads the months that meet the days, and fetches what may be of them', async () => {
    const d = await openOld();
    expect(await backfill(d, '2025-03-02', '2025-03-31')).toMatchObject({
      state: 'complete',
      stored: 3,
    });
    expect(paths(d).slice(0, 4)).toEqual([
      '/robots.txt',
      '/sitemap.xml',
      '/sitemaps/news-2025-3.xml',
      '/tags.xml',
    ]);
    expect(articlesOf(d).toSorted()).toEqual(MARCH);
    expect(await d.archive.backfills.list(9)).toMatchObject([
      { state: 'complete', found: 3, left: 0 },
    ]);
    // Old text is at rest: no second looks, and no place in the paper's list of runs.
    expect(await d.due('/a-post1.html')).toBeNull();
    expect(await d.archive.frontier.nextLook('test-paper')).toBeNull();
    expect(await d.archive.runs.latest('test-paper')).toBeNull();
  });

  it('of these days gives its articles to the night for their second looks', async () => {
    const d = await openOld();
    await backfill(d, '2026-11-20', '2026-11-24');
    expect(articlesOf(d)).toEqual(['/today-post99.html']);
    expect(await d.archive.frontier.nextLook('test-paper')).not.toBeNull();
  });

  it('never delays tonight: its articles are not the night’s, and it waits while a night’s run goes on', async () => {
    const d = await openOld();
    await backfill(d, '2025-03-02', '2025-03-31', { limit: 1 });
    d.server.forget();
    expect(await d.run()).toMatchObject({ state: 'complete', stored: 1 });
    expect(articlesOf(d)).toEqual(['/today-post99.html']);
    d.server.forget();
    d.clock.advance(2 * HOUR);
    const night = d.run();
    await Promise.all([night, backfill(d, '2025-03-02', '2025-03-31')]);
    expect(articlesOf(d)[0]).toBe('/today-post99.html');
    expect(articlesOf(d).length).toBe(3);
    expect(d.server.atOnce()).toBe(1);
  });

  it('goes on where it was stopped', async () => {
    const d = await openOld();
    const stop = new AbortController();
    d.server.set('/b-post2.html', () => stop.abort());
    const stopped = await backfill(d, '2025-03-02', '2025-03-31', { signal: stop.signal });
    expect(stopped.state).toBe('stopped');
    expect(await d.archive.backfills.list(9, 'open')).toMatchObject([{ found: 3 }]);
    d.server.set('/b-post2.html', articlePage('b'));
    const before = stopped.stored;
    expect(await backfill(d, '2025-03-02', '2025-03-31')).toMatchObject({
      state: 'complete',
      stored: 3 - before,
    });
    expect((await d.archive.backfills.list(9)).map((b) => b.state)).toEqual(['complete']);
  });

  it('that is cancelled on its way asks no more, and a later one finds the rest again', async () => {
    const d = await openOld();
    const cancelAt = MARCH[1] ?? '';
    d.server.set(cancelAt, async (...args) => {
      const [order] = await d.archive.backfills.list(1);
      await d.archive.backfills.cancel(order?.id ?? 0, d.clock.now().toISOString());
      return articlePage('b')(...args);
    });
    await backfill(d, '2025-03-02', '2025-03-31');
    expect(articlesOf(d).at(-1)).toBe(cancelAt);
    expect((await d.archive.backfills.list(9)).map((b) => b.state)).toEqual(['cancelled']);
    d.server.forget();
    d.server.set(cancelAt, articlePage('b'));
    await backfill(d, '2025-03-02', '2025-03-31');
    expect((await d.archive.counts()).pages).toBe(3);
  });

  it('stays open where a source could not be read', async () => {
    const d = await openOld();
    d.server.set('/sitemaps/news-2025-3.xml', hostile.status(500));
    expect(await backfill(d, '2025-03-02', '2025-03-31')).toMatchObject({ stored: 0 });
    expect(await d.archive.backfills.list(9, 'open')).toHaveLength(1);
  });
});

it('by listing turns pages to the last that names something, and asks no more than the spec says', async () => {
  const listing = (...links: readonly string[]) =>
    hostile.html(links.map((l) => `<h3><a href="${l}">Bài</a></h3>`).join(''));
  const named = ['/202503/a-post1.html', '/202502/b-post2.html', '/c-post3.html'];
  desk = await openDesk({
    '/tin': listing(named[0] ?? ''),
    '/tin?p=2': listing(named[1] ?? '', named[2] ?? ''),
    '/tin?p=3': listing(),
    '/tin?p=4': listing('/d-post4.html'),
    ...Object.fromEntries(named.map((p) => [p, articlePage(p)])),
  });
  const d = desk;
  const { origin } = d.server;
  const newspaper = paper(origin, {
    discover: [
      {
        listing: `${origin}/tin`,
        links: 'h3 a',
        pages: { url: `${origin}/tin?p={page}`, last: 9 },
      },
    ],
  });
  expect(await backfill(d, '2025-03-01', '2025-03-31', { newspaper })).toMatchObject({ stored: 2 });
  expect(paths(d)).toEqual([
    '/robots.txt',
    '/tin',
    '/tin?p=2',
    '/tin?p=3',
    '/c-post3.html',
    '/202503/a-post1.html',
  ]);
});
