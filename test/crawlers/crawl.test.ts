import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { CrawlProgress } from '../../crawlers/port.ts';
import * as hostile from '../servers/hostile.ts';
import { startLoopback } from '../servers/loopback.ts';
import { articlePage, type Desk, feedOf, HOUR, openDesk } from './fixtures.ts';

let desk: Desk | null = null;
const open: typeof openDesk = async (...args) => {
  desk = await openDesk(...args);
  return desk;
};
afterEach(async () => {
  await desk?.close();
  desk = null;
});

const paths = (d: Desk) => d.server.requests.map((r) => r.path);

describe('a run', () => {
  it('asks robots.txt, the sources, then the articles, and archives them', async () => {
    const d = await open({
      '/rss': feedOf(
        '/a-post1.html?utm_source=rss',
        '/b-post2.html',
        '/video/c-post3.html',
        '/about',
      ),
      '/a-post1.html': articlePage('một'),
      '/b-post2.html': articlePage('hai'),
    });
    const progress: CrawlProgress[] = [];
    const summary = await d.run({ onProgress: (p) => progress.push(p) });
    expect(summary).toEqual({
      state: 'complete',
      outcomes: { article: 2 },
      stored: 2,
      requests: 4,
      repeated: 0,
      retryAt: null,
      message: null,
    });
    expect(paths(d)).toEqual(['/robots.txt', '/rss', '/a-post1.html', '/b-post2.html']);
    expect(d.server.atOnce()).toBe(1);
    expect(d.pages.length).toBe(2);
    const page = await d.archive.pages.get(d.pages[0] ?? -1);
    expect(new TextDecoder().decode(page?.body)).toContain('<h1>một</h1>');
    expect(await d.archive.runs.latest('test-paper')).toMatchObject({
      state: 'complete',
      outcomes: { article: 2 },
    });
    expect(progress.at(-1)).toMatchObject({ phase: 'done', done: 2, total: 2 });
    expect(progress.map((p) => p.phase)).toContain('discover');
  });

  it('keeps the pause of the spec between any two requests', async () => {
    const d = await open({
      '/rss': feedOf('/a-post1.html', '/b-post2.html'),
      '/a-post1.html': articlePage('một'),
      '/b-post2.html': articlePage('hai'),
    });
    await d.run();
    expect(d.clock.slept()).toBe(3 * 1000);
  });

  it('keeps the pause of robots.txt where that is longer', async () => {
    const d = await open({
      '/robots.txt': hostile.text('User-agent: *\nCrawl-delay: 7'),
      '/rss': feedOf('/a-post1.html'),
      '/a-post1.html': articlePage('một'),
    });
    await d.run();
    expect(d.clock.slept()).toBe(2 * 7000);
  });

  it('a second one at once fetches nothing but its sources, conditionally', async () => {
    const d = await open({
      '/rss': hostile.withEtag(
        '"r1"',
        (o) =>
          `<rss version="2.0"><channel><item><link>${o}/a-post1.html</link></item></channel></rss>`,
        'application/rss+xml',
      ),
      '/a-post1.html': articlePage('một'),
    });
    await d.run();
    d.server.forget();
    d.clock.advance(1000);
    const summary = await d.run();
    expect(summary).toMatchObject({ state: 'complete', outcomes: {}, stored: 0, requests: 1 });
    expect(d.server.requests.map((r) => [r.path, r.status()])).toEqual([['/rss', 304]]);
  });

  it('looks at an article again an hour, a day and a week after its first fetch, then never', async () => {
    const d = await open({
      '/rss': feedOf('/a-post1.html'),
      '/a-post1.html': hostile.withEtag('"a1"', '<html>một</html>'),
    });
    const looks: number[] = [];
    for (let hour = 0; hour <= 10 * 24; hour += 1) {
      d.server.forget();
      const { outcomes } = await d.run();
      const count = d.server.count('/a-post1.html');
      if (count > 0) looks.push(hour);
      expect(outcomes).toEqual(count === 0 ? {} : { [hour === 0 ? 'article' : 'unchanged']: 1 });
      // The clock moves by the pauses too; a run begins on the hour.
      d.clock.advance(HOUR - (d.clock.now().getTime() % HOUR));
      // Robots are asked again after a day, which is not what this test is about.
    }
    expect(looks).toEqual([0, 2, 25, 169]);
    expect(await d.due('/a-post1.html')).toBeNull();
  });

  it('stores a changed article anew and says so', async () => {
    const d = await open({
      '/rss': feedOf('/a-post1.html'),
      '/a-post1.html': hostile.inTurn(articlePage('một'), articlePage('một, sửa')),
    });
    await d.run();
    d.clock.advance(2 * HOUR);
    expect(await d.run()).toMatchObject({ outcomes: { article: 1 }, stored: 1 });
    expect(d.pages.length).toBe(2);
  });

  it('fetches at most `limit` articles, and the rest in the next one', async () => {
    const d = await open({
      '/rss': feedOf('/a-post1.html', '/b-post2.html', '/c-post3.html'),
      '/a-post1.html': articlePage('1'),
      '/b-post2.html': articlePage('2'),
      '/c-post3.html': articlePage('3'),
    });
    expect(await d.run({ limit: 2 })).toMatchObject({ state: 'complete', stored: 2 });
    expect(await d.run()).toMatchObject({ state: 'complete', stored: 1 });
  });
});

it('Regression: a run without a limit ended after the first batch of 500 articles', async () => {
  const articles = Array.from({ length: 510 }, (_, i) => `/x-post${i}.html`);
  const d = await open(
    {
      '/rss': feedOf(...articles),
      ...Object.fromEntries(articles.map((path) => [path, articlePage(path)])),
    },
    () => ({ delayMs: 0 }),
  );
  expect(await d.run()).toMatchObject({ state: 'complete', stored: 510 });
  expect(d.server.atOnce()).toBe(1);
});

describe('hostile servers', () => {
  it('each URL ends in its own outcome and the rest goes on', async () => {
    const stranger = await startLoopback({ '/': hostile.html('secret') });
    const bad: Record<string, [Parameters<typeof startLoopback>[0][string], string]> = {
      '/loop-post1.html': [hostile.redirect('/loop-post1.html'), 'redirect-loop'],
      '/foreign-post2.html': [hostile.redirect('http://example.org/'), 'foreign-host'],
      '/private-post3.html': [hostile.redirect(`${stranger.origin}/`), 'private-address'],
      '/huge-post4.html': [hostile.hugePage(10_000_000), 'too-large'],
      '/cut-post5.html': [hostile.cutGzip, 'broken-encoding'],
      '/slow-post6.html': [hostile.slowLoris, 'timeout'],
      '/reset-post7.html': [hostile.reset, 'unreachable'],
      '/broken-post8.html': [hostile.status(503), 'server-error'],
      '/gone-post9.html': [hostile.status(404), 'gone'],
      '/refused-post10.html': [hostile.status(401), 'client-error'],
      '/blocked-post11.html': [
        hostile.status(403, {}, 'Attention Required! | Cloudflare'),
        'blocked',
      ],
      '/pdf-post12.html': [
        hostile.html('%PDF-1.7', { 'content-type': 'application/pdf' }),
        'not-html',
      ],
      '/limited-post13.html': [hostile.status(429, { 'retry-after': '30' }), 'rate-limited'],
      '/secret/forbidden-post14.html': [articlePage('không'), 'robots-forbidden'],
      '/detour-post15.html': [hostile.redirect('/secret/detour'), 'robots-forbidden'],
    };
    // A good one between any two, so that the host is not given up for failing in a row.
    const good = Object.keys(bad).map((_, i) => `/good-post${100 + i}.html`);
    const d = await open(
      {
        '/robots.txt': hostile.text('User-agent: *\nDisallow: /secret/'),
        '/rss': feedOf(...Object.keys(bad), ...good),
        ...Object.fromEntries(Object.entries(bad).map(([path, [answer]]) => [path, answer])),
        ...Object.fromEntries(good.map((path) => [path, articlePage(path)])),
      },
      (origin) => ({ hosts: [new URL(origin).host, stranger.host] }),
    );
    const expected = Object.fromEntries(
      Object.entries(bad).map(([path, [, code]]) => [path, code]),
    );
    let summary = await d.run();
    // The worst of them stopped the run in between: it goes on where it was left.
    for (let runs = 1; runs < 4; runs += 1) {
      d.clock.advance(16 * 60_000);
      summary = await d.run();
    }
    // The stranger's robots.txt could not be asked for either.
    expect(await d.incidents()).toEqual({ ...expected, '/robots.txt': 'robots-unreachable' });
    expect(summary.state).toBe('complete');
    expect(d.server.atOnce()).toBe(1);
    expect(d.server.count('/secret/forbidden-post14.html')).toBe(0);
    expect(d.server.count('/secret/detour')).toBe(0);
    expect(stranger.requests).toEqual([]);
    for (const path of good)
      expect(await d.archive.pages.latest(d.server.origin + path)).not.toBeNull();
    await stranger.close();
  });

  it('an empty page is kept: what it is worth is the parser’s to say', async () => {
    const d = await open({ '/rss': feedOf('/a-post1.html'), '/a-post1.html': hostile.html('') });
    expect(await d.run()).toMatchObject({ outcomes: { article: 1 }, stored: 1 });
  });

  it('a failing server is tried a second time, five seconds later', async () => {
    const d = await open({
      '/rss': feedOf('/a-post1.html'),
      '/a-post1.html': hostile.inTurn(hostile.status(500), articlePage('một')),
    });
    expect(await d.run()).toMatchObject({ outcomes: { article: 1 } });
    expect(d.clock.slept()).toBe(1000 + 1000 + 5000);
  });

  it('a host that fails five times in a row is left alone; its articles stay due', async () => {
    const articles = Array.from({ length: 10 }, (_, i) => `/x-post${i}.html`);
    const d = await open({
      '/rss': feedOf(...articles),
      ...Object.fromEntries(articles.map((path) => [path, hostile.status(500)])),
    });
    const summary = await d.run();
    expect(summary.state).toBe('failed');
    expect(summary.message).toContain('5 times in a row');
    expect(summary.outcomes).toEqual({ 'server-error': 3, 'host-stopped': 1 });
    expect(paths(d).filter((p) => p.startsWith('/x')).length).toBe(5);
    const now = d.clock.now().toISOString();
    expect((await d.archive.frontier.due('test-paper', 'article', now, 100)).length).toBe(7);
  });

  it('a wait that the server asks for is kept; a long one ends the run', async () => {
    const d = await open({
      '/rss': feedOf('/a-post1.html', '/b-post2.html', '/c-post3.html'),
      '/a-post1.html': hostile.status(429, { 'retry-after': '60' }),
      '/b-post2.html': hostile.status(429, { 'retry-after': '86400' }),
      '/c-post3.html': articlePage('ba'),
    });
    const start = d.clock.now().getTime();
    const summary = await d.run();
    expect(summary).toMatchObject({ state: 'failed', outcomes: { 'rate-limited': 2 } });
    expect(d.clock.slept()).toBe(1000 + 1000 + 60_000);
    expect(d.server.count('/c-post3.html')).toBe(0);
    const due = Date.parse((await d.due('/b-post2.html')) ?? '');
    expect(due).toBeGreaterThanOrEqual(start + 86_400_000);
  });

  it('backs off 1 h, 6 h, a day, a day, then gives an article up; a good visit clears the incident', async () => {
    const d = await open({ '/rss': feedOf('/a-post1.html'), '/a-post1.html': hostile.status(404) });
    const pauses: (number | null)[] = [];
    for (let i = 0; i < 5; i += 1) {
      await d.run();
      const due = await d.due('/a-post1.html');
      pauses.push(
        due == null ? null : Math.round((Date.parse(due) - d.clock.now().getTime()) / HOUR),
      );
      d.clock.advance(24 * HOUR);
    }
    expect(pauses).toEqual([1, 6, 24, 24, null]);
  });

  it('an incident ends when the URL is well again', async () => {
    const d = await open({
      '/rss': hostile.inTurn(hostile.xml('<html>no feed'), feedOf('/a-post1.html')),
      '/a-post1.html': hostile.inTurn(hostile.status(404), articlePage('một')),
    });
    expect(await d.run()).toMatchObject({ outcomes: { 'bad-feed': 1, 'discovery-dry': 1 } });
    expect(await d.incidents()).toEqual({ '': 'discovery-dry', '/rss': 'bad-feed' });
    d.clock.advance(HOUR);
    await d.run();
    expect(await d.incidents()).toEqual({ '/a-post1.html': 'gone' });
    d.clock.advance(2 * HOUR);
    await d.run();
    expect(await d.incidents()).toEqual({});
  });
});

describe('robots.txt', () => {
  const answers = { '/rss': feedOf('/a-post1.html'), '/a-post1.html': articlePage('một') };

  it('that cannot be read means not tonight', async () => {
    for (const answer of [hostile.status(500), hostile.silence, hostile.status(429)]) {
      const d = await open({ ...answers, '/robots.txt': answer });
      const summary = await d.run();
      expect(summary).toMatchObject({ state: 'failed', outcomes: { 'robots-unreachable': 1 } });
      expect(await d.incidents()).toEqual({ '/robots.txt': 'robots-unreachable' });
      expect(new Set(paths(d))).toEqual(new Set(['/robots.txt']));
      // It is asked again the next time, and the incident ends.
      d.server.set('/robots.txt', hostile.text(''));
      d.clock.advance(HOUR);
      expect(await d.run()).toMatchObject({ state: 'complete', stored: 1 });
      expect(await d.incidents()).toEqual({});
      await d.close();
      desk = null;
    }
  });

  it('that is not there allows all', async () => {
    const d = await open({ ...answers, '/robots.txt': hostile.status(404) });
    expect(await d.run()).toMatchObject({ state: 'complete', stored: 1 });
  });

  it('that forbids everything is shown as refusing, and obeyed', async () => {
    const d = await open({ ...answers, '/robots.txt': hostile.text('User-agent: *\nDisallow: /') });
    expect(await d.run()).toMatchObject({
      state: 'complete',
      outcomes: { 'robots-forbidden': 1 },
      stored: 0,
    });
    expect(paths(d)).toEqual(['/robots.txt']);
  });

  it('is asked for once in 12 hours', async () => {
    const d = await open(answers);
    await d.run();
    d.clock.advance(11 * HOUR);
    await d.run();
    expect(d.server.count('/robots.txt')).toBe(1);
    d.clock.advance(HOUR);
    await d.run();
    expect(d.server.count('/robots.txt')).toBe(2);
  });
});

describe('discovery', () => {
  const urlset = (...locs: readonly string[]) =>
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${locs
      .map((loc) => `<url><loc>${loc}</loc></url>`)
      .join('')}</urlset>`;

  it('goes through a sitemap index to its current sitemaps, also where they are .gz files', async () => {
    const index = (o: string, month: string) =>
      `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${[
        month,
        '2026-10',
        '2020-01',
      ]
        .map((m) => `<sitemap><loc>${o}/sitemap-${m}.xml.gz</loc></sitemap>`)
        .join('')}</sitemapindex>`;
    const d = await open(
      {
        '/sitemap.xml': hostile.xml((o) => index(o, '2026-11')),
        '/sitemap-2026-11.xml.gz': (_, response, o) => {
          response.writeHead(200, { 'content-type': 'application/gzip' });
          response.end(gzipSync(urlset(`${o}/a-post1.html`)));
        },
        '/sitemap-2026-12.xml.gz': hostile.xml((o) => urlset(`${o}/b-post2.html`)),
        '/a-post1.html': articlePage('một'),
        '/b-post2.html': articlePage('hai'),
      },
      (origin) => ({ discover: [{ sitemap: `${origin}/sitemap.xml` }] }),
    );
    expect(await d.run()).toMatchObject({ state: 'complete', outcomes: { article: 1 } });
    // A new month: last month's sitemap is no longer asked for.
    d.server.set(
      '/sitemap.xml',
      hostile.xml((o) => index(o, '2026-12')),
    );
    d.server.forget();
    d.clock.advance(60_000);
    expect(await d.run()).toMatchObject({ state: 'complete', outcomes: { article: 1 } });
    expect(paths(d)).toEqual(['/sitemap.xml', '/sitemap-2026-12.xml.gz', '/b-post2.html']);
  });

  it('asks an unchanged index’s sitemaps again', async () => {
    const d = await open(
      {
        '/sitemap.xml': hostile.withEtag(
          '"i"',
          (o) => `<sitemapindex><sitemap><loc>${o}/s1.xml</loc></sitemap></sitemapindex>`,
          'text/xml',
        ),
        '/s1.xml': hostile.inTurn(
          hostile.xml((o) => urlset(`${o}/a-post1.html`)),
          hostile.xml((o) => urlset(`${o}/b-post2.html`)),
        ),
        '/a-post1.html': articlePage('một'),
        '/b-post2.html': articlePage('hai'),
      },
      (origin) => ({ discover: [{ sitemap: `${origin}/sitemap.xml` }] }),
    );
    await d.run();
    d.clock.advance(60_000);
    d.server.forget();
    expect(await d.run()).toMatchObject({ outcomes: { article: 1 } });
    expect(paths(d)).toEqual(['/sitemap.xml', '/s1.xml', '/b-post2.html']);
  });

  it('keeps what a sitemap that breaks off names, and says that it does', async () => {
    const d = await open(
      {
        '/sitemap.xml': hostile.xml((o) => urlset(`${o}/a-post1.html`, `${o}/b`).slice(0, -12)),
        '/a-post1.html': articlePage('một'),
      },
      (origin) => ({ discover: [{ sitemap: `${origin}/sitemap.xml` }] }),
    );
    expect(await d.run()).toMatchObject({ outcomes: { article: 1, 'bad-feed': 1 } });
  });

  const listing = (...links: readonly string[]) =>
    hostile.html(links.map((l) => `<h3 class="t"><a href="${l}">Bài</a></h3>`).join(''));
  const listed = (origin: string) => ({
    discover: [
      {
        listing: `${origin}/tin`,
        links: 'h3.t',
        pages: { url: `${origin}/tin?page={page}`, last: 4 },
      },
    ],
  });

  it('turns a listing’s pages while they bring something new', async () => {
    const d = await open(
      {
        '/tin': hostile.inTurn(listing('/a-post1.html'), listing('/d-post4.html')),
        '/tin?page=2': hostile.inTurn(listing('b-post2.html'), listing('/a-post1.html')),
        '/tin?page=3': listing('/a-post1.html'),
        ...Object.fromEntries(
          ['/a-post1.html', '/b-post2.html', '/d-post4.html'].map((p) => [p, articlePage(p)]),
        ),
      },
      listed,
    );
    const pagesAsked = () => paths(d).filter((p) => p.startsWith('/tin'));
    expect(await d.run()).toMatchObject({ stored: 2 });
    expect(pagesAsked()).toEqual(['/tin', '/tin?page=2', '/tin?page=3']);
    d.server.forget();
    d.clock.advance(60_000);
    expect(await d.run()).toMatchObject({ stored: 1 });
    expect(pagesAsked()).toEqual(['/tin', '/tin?page=2']);
    d.server.forget();
    d.clock.advance(60_000);
    expect(await d.run()).toMatchObject({ stored: 0 });
    expect(pagesAsked()).toEqual(['/tin']);
  });

  it('a listing with fewer pages than the spec says has ended', async () => {
    const d = await open(
      { '/tin': listing('/a-post1.html'), '/a-post1.html': articlePage('1') },
      listed,
    );
    expect(await d.run()).toMatchObject({ state: 'complete', outcomes: { article: 1 } });
    expect(await d.incidents()).toEqual({});
  });

  it('a further page that failed is asked for in the next run, though nothing is new by then', async () => {
    const d = await open(
      {
        '/tin': listing('/a-post1.html'),
        '/tin?page=2': hostile.inTurn(
          hostile.status(500),
          hostile.status(500),
          listing('/b-post2.html'),
        ),
        '/a-post1.html': articlePage('1'),
        '/b-post2.html': articlePage('2'),
      },
      listed,
    );
    expect(await d.run()).toMatchObject({ stored: 1, outcomes: { 'server-error': 1 } });
    d.clock.advance(60_000);
    expect(await d.run()).toMatchObject({ stored: 1, outcomes: { article: 1 } });
    expect(await d.incidents()).toEqual({});
  });

  it('says when no source names an article', async () => {
    const d = await open({ '/rss': feedOf('/about') });
    expect(await d.run()).toMatchObject({ state: 'complete', outcomes: { 'discovery-dry': 1 } });
    expect(await d.incidents()).toEqual({ '': 'discovery-dry' });
  });
});

describe('stopping', () => {
  const answers = {
    '/rss': feedOf('/a-post1.html', '/b-post2.html', '/c-post3.html'),
    '/a-post1.html': articlePage('1'),
    '/b-post2.html': hostile.silence,
    '/c-post3.html': articlePage('3'),
  };

  it('by signal gives up the request in flight and loses nothing', async () => {
    const d = await open(answers);
    d.server.set('/b-post2.html', () => d.stop.abort());
    expect(await d.run()).toMatchObject({
      state: 'stopped',
      outcomes: { article: 1 },
      stored: 1,
      message: null,
    });
    expect(await d.archive.runs.latest('test-paper')).toMatchObject({ state: 'stopped' });
    d.server.set('/b-post2.html', articlePage('2'));
    const signal = new AbortController().signal;
    expect(await d.run({ signal })).toMatchObject({ state: 'complete', stored: 2 });
  });

  it('before it began asks nobody', async () => {
    const d = await open(answers);
    d.stop.abort();
    expect(await d.run()).toMatchObject({ state: 'stopped', outcomes: {}, stored: 0 });
    expect(d.server.requests).toEqual([]);
  });

  it('what the archive throws ends the run and is thrown on; the page that could not be kept stays due', async () => {
    const d = await open(answers);
    const full = new Error('database or disk is full');
    const pages = { ...d.archive.pages, put: () => Promise.reject(full) };
    await expect(d.run({ archive: { ...d.archive, pages } })).rejects.toBe(full);
    expect(await d.archive.runs.latest('test-paper')).toMatchObject({
      state: 'failed',
      message: 'database or disk is full',
    });
    // The next one was under way by then; nothing is begun after it.
    expect(d.server.count('/c-post3.html')).toBe(0);
    d.server.set('/b-post2.html', articlePage('2'));
    expect(await d.run()).toMatchObject({ state: 'complete', stored: 3 });
  });

  it('stores one page while the next is asked for, and no more than one', async () => {
    const d = await open({
      ...answers,
      '/b-post2.html': articlePage('2'),
    });
    const seen: string[] = [];
    const pages: typeof d.archive.pages = {
      ...d.archive.pages,
      put: async (newspaper, page, hash) => {
        // Held up until the next request has come, if there is one.
        const last = page.url.endsWith('/c-post3.html');
        const before = d.server.requests.length;
        for (let i = 0; i < 500 && !last && d.server.requests.length === before; i += 1)
          await new Promise((resolve) => setTimeout(resolve, 5));
        await new Promise((resolve) => setTimeout(resolve, 50));
        seen.push(`${page.url.slice(-12)} of ${d.server.requests.length - 2}`);
        return d.archive.pages.put(newspaper, page, hash);
      },
    };
    expect(await d.run({ archive: { ...d.archive, pages } })).toMatchObject({ stored: 3 });
    expect(seen).toEqual(['a-post1.html of 2', 'b-post2.html of 3', 'c-post3.html of 3']);
    expect((await d.archive.counts()).pages).toBe(3);
  });

  it('between a page and its visit costs one more request, and the page is there once', async () => {
    const d = await open({ ...answers, '/rss': feedOf('/a-post1.html') });
    const frontier = {
      ...d.archive.frontier,
      visited: (visit: { url: string }) =>
        visit.url.endsWith('/a-post1.html')
          ? Promise.reject(new Error('killed'))
          : d.archive.frontier.visited({ ...visit, at: '', outcome: 'article', dueAt: null }),
    };
    await expect(d.run({ archive: { ...d.archive, frontier } })).rejects.toThrow('killed');
    expect(d.pages).toEqual([1]);
    expect(await d.run()).toMatchObject({ state: 'complete', stored: 0 });
    expect((await d.archive.counts()).pages).toBe(1);
  });
});

it('an article that is gone is marked as withdrawn', async () => {
  const d = await open({
    '/rss': feedOf('/a-post1.html'),
    '/a-post1.html': hostile.inTurn(articlePage('một'), hostile.status(410)),
  });
  await d.run();
  const url = `${d.server.origin}/a-post1.html`;
  const withdrawn: string[] = [];
  const articles = {
    ...d.archive.articles,
    byUrl: async (asked: string) =>
      asked === url ? ({ article: { id: 'known' } } as never) : null,
    withdraw: async (id: string) => void withdrawn.push(id),
  };
  d.clock.advance(2 * HOUR);
  expect(await d.run({ archive: { ...d.archive, articles } })).toMatchObject({
    outcomes: { gone: 1 },
  });
  expect(withdrawn).toEqual(['known']);
  expect(await d.due('/a-post1.html')).toBeNull();
});
