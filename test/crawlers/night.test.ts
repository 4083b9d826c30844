/** What a night costs, what it fetches first, and what it makes of servers that lie. */
import { afterEach, describe, expect, it } from 'vitest';
import { identityUrl } from '../../newspapers/identity.ts';
import { input, record } from '../contracts/archive-samples.ts';
import * as hostile from '../servers/hostile.ts';
import type { Answer } from '../servers/loopback.ts';
import { articlePage, type Desk, feedOf, HOUR, openDesk, paper } from './fixtures.ts';

let desk: Desk | null = null;
const open: typeof openDesk = async (...args) => {
  desk = await openDesk(...args);
  return desk;
};
afterEach(async () => {
  await desk?.close();
  desk = null;
});

const DAY = 24 * HOUR;
const paths = (d: Desk) => d.server.requests.map((r) => r.path);
const urlset = (o: string, entries: readonly (readonly [string, string])[]) =>
  `<urlset>${entries.map(([path, at]) => `<url><loc>${o}${path}</loc><lastmod>${at}</lastmod></url>`).join('')}</urlset>`;

const EMPTY_FEED = '<rss version="2.0"><channel><title>Thử</title></channel></rss>';

describe('a quiet night', () => {
  it('costs one request for robots.txt and each source, and no body; then what is new and due', async () => {
    const rss = (o: string) =>
      `<rss version="2.0"><channel><title>${'x'.repeat(5000)}</title><item><link>${o}/a-post1.html</link></item></channel></rss>`;
    const sitemap = (o: string) => urlset(o, [['/a-post1.html', '2026-11-24T10:00:00Z']]);
    const listing = '<h3><a href="/a-post1.html">Bài</a></h3>';
    const d = await open(
      {
        '/rss': hostile.withEtag('"r"', rss, 'application/rss+xml'),
        '/sitemap.xml': hostile.withEtag(
          '"i"',
          (o) =>
            `<sitemapindex><sitemap><loc>${o}/s-2026-10.xml</loc></sitemap><sitemap><loc>${o}/s-2026-11.xml</loc></sitemap></sitemapindex>`,
          'text/xml',
        ),
        '/s-2026-11.xml': hostile.withEtag('"s"', sitemap, 'text/xml'),
        '/tin': hostile.withEtag('"t"', listing),
        '/a-post1.html': hostile.withEtag('"a"', '<html><h1>một</h1></html>'),
      },
      (origin) => ({
        discover: [
          { feed: `${origin}/rss` },
          { sitemap: `${origin}/sitemap.xml` },
          {
            listing: `${origin}/tin`,
            links: 'h3 a',
            pages: { url: `${origin}/tin?p={page}`, last: 9 },
          },
        ],
      }),
    );
    expect(await d.run()).toMatchObject({ state: 'complete', stored: 1 });
    d.server.forget();
    d.clock.advance(2 * DAY);
    // robots.txt, feed, index, current sitemap, first listing page, and the second look that is due.
    expect(await d.run()).toMatchObject({ state: 'complete', stored: 0, requests: 6, repeated: 0 });
    expect(d.server.requests.map((r) => [r.path, r.status()])).toEqual([
      ['/robots.txt', 200],
      ['/rss', 304],
      ['/sitemap.xml', 304],
      ['/tin', 304],
      ['/s-2026-11.xml', 304],
      ['/a-post1.html', 304],
    ]);
  });
});

describe('the order', () => {
  it('is tonight’s articles, the newest first, then second looks, then the older ones', async () => {
    const now = '2026-11-24T12:00:00Z';
    const d = await open(
      {
        '/sitemap.xml': hostile.inTurn(
          hostile.xml((o) => urlset(o, [['/seen-post1.html', now]])),
          hostile.xml((o) =>
            urlset(o, [
              ['/old-post2.html', '2026-11-01T01:00:00Z'],
              ['/new-post3.html', '2026-11-24T08:00:00Z'],
              ['/newest-post4.html', '2026-11-24T12:30:00Z'],
              ['/older-post5.html', '2026-10-01T01:00:00Z'],
            ]),
          ),
        ),
        ...Object.fromEntries(
          [
            '/seen-post1.html',
            '/old-post2.html',
            '/new-post3.html',
            '/newest-post4.html',
            '/older-post5.html',
          ].map((path) => [path, articlePage(path)]),
        ),
      },
      (origin) => ({ discover: [{ sitemap: `${origin}/sitemap.xml` }] }),
    );
    await d.run();
    d.server.forget();
    d.clock.advance(2 * HOUR);
    await d.run();
    expect(paths(d)).toEqual([
      '/sitemap.xml',
      '/newest-post4.html',
      '/new-post3.html',
      '/seen-post1.html',
      '/old-post2.html',
      '/older-post5.html',
    ]);
  });

  it('a sweep takes discovery and new articles, `looks` second looks alone', async () => {
    const d = await open({
      '/rss': hostile.inTurn(feedOf('/a-post1.html'), feedOf('/b-post2.html')),
      '/a-post1.html': articlePage('a'),
      '/b-post2.html': articlePage('b'),
    });
    await d.run();
    const firstLook = await d.archive.frontier.nextLook('test-paper');
    expect(firstLook).not.toBeNull();
    d.clock.advance(2 * HOUR);
    d.server.forget();
    await d.run({ mode: 'sweep' });
    expect(paths(d)).toEqual(['/rss', '/b-post2.html']);
    d.server.forget();
    await d.run({ mode: 'looks' });
    expect(paths(d)).toEqual(['/a-post1.html']);
  });
});

describe('a server that lies', () => {
  it('about being unchanged is found out within three days, shown, and asked without conditions', async () => {
    let paths = ['/a-post1.html'];
    const d = await open({
      '/rss': hostile.alwaysUnchanged((...args) => feedOf(...paths)(...args)),
      '/a-post1.html': articlePage('một'),
      '/b-post2.html': articlePage('hai'),
      '/c-post3.html': articlePage('ba'),
    });
    await d.run();
    paths = ['/b-post2.html', '/a-post1.html'];
    d.clock.advance(DAY);
    expect(await d.run()).toMatchObject({ stored: 0 });
    d.clock.advance(2 * DAY);
    expect(await d.run()).toMatchObject({ stored: 1, outcomes: { 'false-unchanged': 1 } });
    expect(await d.incidents()).toEqual({ '/rss': 'false-unchanged' });
    paths = ['/c-post3.html', '/b-post2.html'];
    d.clock.advance(HOUR);
    d.server.forget();
    expect(await d.run()).toMatchObject({ stored: 1 });
    expect(d.server.requests.find((r) => r.path === '/rss')?.headers).not.toHaveProperty(
      'if-none-match',
    );
  });

  const longFeed = (o: string, paths: readonly string[]) =>
    `<rss version="2.0"><channel><title>Thử</title>${paths
      .map((path) => `<item><link>${o}${path}</link></item>`)
      .join('')}<copyright>${'x'.repeat(20_000)}</copyright></channel></rss>`;

  it.each([
    ['honours ranges', true],
    ['sends the whole instead', false],
  ])('costs a kilobyte where it has not lied and %s', async (_, ranges) => {
    const state = { etag: '"1"', paths: ['/a-post1.html'] };
    const sizes: number[] = [];
    const d = await open({
      '/rss': (request, response, origin) => {
        const headers = { 'content-type': 'application/rss+xml', etag: state.etag };
        if (request.headers['if-none-match'] === state.etag)
          return void response.writeHead(304, headers).end();
        const whole = longFeed(origin, state.paths).replaceAll('ử', 'u');
        sizes.push(whole.length);
        if (ranges) return hostile.withRanges(() => whole, headers)(request, response, origin);
        response.writeHead(200, { ...headers, 'content-length': whole.length });
        response.write(whole.slice(0, 1_024));
        if (!request.headers.range) response.end(whole.slice(1_024));
      },
      '/a-post1.html': articlePage('một'),
      '/b-post2.html': articlePage('hai'),
    });
    await d.run();
    for (const night of [1, 2, 3, 4, 5, 6]) {
      d.clock.advance(DAY);
      d.server.forget();
      expect(await d.run({ mode: 'sweep' })).toMatchObject({ state: 'complete', repeated: 0 });
      const [feed, ...more] = d.server.requests.filter(({ path }) => path === '/rss');
      expect(more).toEqual([]);
      // Every third night its beginning, by which it is the same.
      expect([night, feed?.headers.range]).toEqual([
        night,
        night % 3 === 0 ? 'bytes=0-1023' : undefined,
      ]);
    }
    expect(sizes).toHaveLength(3);
    d.clock.advance(DAY);
    await d.run({ mode: 'sweep' });
    // What it tells then is believed, and costs one question more.
    Object.assign(state, { etag: '"2"', paths: ['/b-post2.html'] });
    d.clock.advance(2 * DAY);
    d.server.forget();
    expect(await d.run({ mode: 'sweep' })).toMatchObject({ stored: 1, outcomes: { article: 1 } });
    expect(paths(d).filter((path) => path === '/rss')).toHaveLength(2);
    expect(await d.incidents()).toEqual({});
  });

  it('about a source is found out by its beginning, and nothing is lost', async () => {
    let named = ['/a-post1.html'];
    const d = await open({
      '/rss': (request, response, origin) => {
        if (request.headers['if-none-match']) return void response.writeHead(304).end();
        const headers = { 'content-type': 'application/rss+xml', etag: '"always"' };
        return hostile.withRanges(() => longFeed(origin, named), headers)(
          request,
          response,
          origin,
        );
      },
      '/a-post1.html': articlePage('một'),
      '/b-post2.html': articlePage('hai'),
    });
    await d.run();
    d.clock.advance(DAY);
    await d.run();
    named = ['/a-post1.html', '/b-post2.html'];
    d.clock.advance(2 * DAY);
    d.server.forget();
    expect(await d.run()).toMatchObject({
      stored: 1,
      outcomes: { 'false-unchanged': 1, article: 1 },
    });
    const asked = d.server.requests.filter(({ path }) => path === '/rss');
    expect(asked.map((one) => one.status())).toEqual([206, 304, 200]);
    expect(await d.incidents()).toEqual({ '/rss': 'false-unchanged' });
  });

  it('is asked whole where it refuses ranges', async () => {
    const named = ['/a-post1.html'];
    const d = await open({
      '/rss': (request, response, origin) => {
        if (request.headers.range) return void response.writeHead(416).end();
        if (request.headers['if-none-match']) return void response.writeHead(304).end();
        response.setHeader('etag', '"always"');
        return feedOf(...named)(request, response, origin);
      },
      '/a-post1.html': articlePage('một'),
      '/b-post2.html': articlePage('hai'),
    });
    await d.run();
    d.clock.advance(DAY);
    await d.run();
    named.push('/b-post2.html');
    d.clock.advance(2 * DAY);
    expect(await d.run()).toMatchObject({ stored: 1, outcomes: { 'false-unchanged': 1 } });
  });

  it('is no honest one whose feed was quiet for days and then has news', async () => {
    const state = { etag: '"1"', paths: ['/a-post1.html'] };
    const d = await open({
      '/rss': (request, response, origin) => {
        if (request.headers['if-none-match'] === state.etag)
          return void response.writeHead(304).end();
        response.setHeader('etag', state.etag);
        return feedOf(...state.paths)(request, response, origin);
      },
      '/a-post1.html': articlePage('một'),
      '/b-post2.html': articlePage('hai'),
    });
    await d.run();
    d.clock.advance(DAY);
    await d.run();
    d.clock.advance(2 * DAY);
    Object.assign(state, { etag: '"2"', paths: ['/b-post2.html'] });
    expect(await d.run()).toMatchObject({ stored: 1, outcomes: { article: 1 } });
    expect(await d.incidents()).toEqual({});
  });

  it('Regression: is put to the question once a run, and not again once it has told a change', async () => {
    const paths = Array.from({ length: 4 }, (_, i) => `/a-post${i + 1}.html`);
    const state = { words: 'một' };
    const answer: Answer = (request, response, origin) => {
      const etag = `"${state.words.length}"`;
      if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
      response.setHeader('etag', etag);
      return articlePage(`${state.words} ${request.url}`)(request, response, origin);
    };
    const d = await open({
      '/rss': feedOf(...paths),
      ...Object.fromEntries(paths.map((path) => [path, answer])),
    });
    await d.run();
    d.clock.advance(DAY);
    await d.run();
    d.clock.advance(6 * DAY);
    state.words = 'một, bố cục mới';
    d.server.forget();
    expect(await d.run()).toMatchObject({ stored: 4, outcomes: { article: 4 } });
    expect(d.server.requests.filter(({ path }) => paths.includes(path))).toHaveLength(5);
  });

  it('by another ETag each time costs a body, which is counted and not read again', async () => {
    const feed =
      '<rss version="2.0"><channel><item><link>/a-post1.html</link></item></channel></rss>';
    const d = await open({
      '/rss': hostile.changingEtag(feed, 'application/rss+xml'),
      '/a-post1.html': hostile.changingEtag('<html><h1>một</h1></html>'),
    });
    await d.run();
    d.clock.advance(2 * HOUR);
    expect(await d.run()).toMatchObject({ outcomes: { unchanged: 1 }, stored: 0, repeated: 2 });
  });
});

it('Regression: a feed that is still empty is still dry, also where it says that it is unchanged', async () => {
  const d = await open({ '/rss': hostile.withEtag('"rong"', EMPTY_FEED, 'application/rss+xml') });
  for (let night = 0; night < 3; night += 1) {
    await d.run();
    expect(Object.values(await d.incidents())).toEqual(['discovery-dry']);
    d.clock.advance(DAY);
  }
  expect(d.server.requests.map((one) => one.status())).not.toContain(304);
});

it('a changed article is found by its last look, also where the server says that it is unchanged', async () => {
  const page = { words: 'một' };
  const d = await open({
    '/rss': feedOf('/a-post1.html'),
    '/a-post1.html': hostile.alwaysUnchanged((...args) => articlePage(page.words)(...args)),
  });
  await d.run();
  for (const [ms, expected] of [
    [2 * HOUR, { unchanged: 1 }],
    [DAY, { unchanged: 1 }],
    [7 * DAY, { article: 1, 'false-unchanged': 1 }],
  ] as const) {
    page.words = 'một, đã sửa';
    d.clock.advance(ms);
    const { outcomes } = await d.run();
    const { 'false-unchanged': lie = 0, ...rest } = outcomes;
    expect({ ...rest, ...(lie ? { 'false-unchanged': lie } : {}) }).toEqual(expected);
  }
});

describe('an article that was gone', () => {
  it.each([
    ['with the same text', articlePage('một')],
    ['and is unchanged since', hostile.status(304)],
  ])('and returns %s is no longer withdrawn', async (_, answer) => {
    const d = await open({
      '/rss': feedOf('/a-post1.html'),
      '/a-post1.html': hostile.inTurn(
        hostile.html('<html><body><h1>một</h1></body></html>', { etag: '"a"' }),
        hostile.status(404),
        answer,
      ),
    });
    await d.run();
    const url = `${d.server.origin}/a-post1.html`;
    const { id } = await d.archive.articles.put(
      input(record('a', { url: identityUrl(paper(d.server.origin), url) })),
      d.clock.now().toISOString(),
    );
    d.clock.advance(2 * HOUR);
    expect(await d.run()).toMatchObject({ outcomes: { gone: 1 } });
    expect((await d.archive.articles.get(id))?.withdrawnAt).not.toBeNull();
    d.clock.advance(2 * HOUR);
    expect(await d.run()).toMatchObject({ outcomes: { unchanged: 1 }, stored: 0 });
    expect((await d.archive.articles.get(id))?.withdrawnAt).toBeNull();
    expect(await d.incidents()).toEqual({});
  });
});

describe('an article that has moved', () => {
  const spec = {
    article: {
      pattern: '-post(\\d+)\\.html',
      twins: [],
      exclude: [],
      identity: '/post$1',
    },
  };
  /** Requests for articles. */
  const asked = (d: Desk) => paths(d).filter((path) => path.includes('post'));

  it('is looked at under its new address from then on, as often as it would have been', async () => {
    const d = await open(
      { '/rss': feedOf('/cu-post1.html'), '/cu-post1.html': articlePage('một') },
      () => spec,
    );
    await d.run();
    d.server.set('/cu-post1.html', hostile.redirect('/moi-post1.html', 301));
    d.server.set('/moi-post1.html', articlePage('một, đã sửa'));
    d.server.forget();
    d.clock.advance(2 * HOUR);
    expect(await d.run()).toMatchObject({ stored: 1, outcomes: { article: 1 } });
    expect(asked(d)).toEqual(['/cu-post1.html', '/moi-post1.html']);
    expect(await d.due('/cu-post1.html')).toBeNull();
    d.server.forget();
    for (const ms of [DAY, 7 * DAY, 7 * DAY]) {
      d.clock.advance(ms);
      await d.run();
    }
    expect(asked(d)).toEqual(['/moi-post1.html', '/moi-post1.html']);
    expect(await d.due('/moi-post1.html')).toBeNull();
  });

  it('is not fetched once more where its new address was named and fetched before', async () => {
    const named = ['/cu-post1.html'];
    const d = await open(
      {
        '/rss': (...args) => feedOf(...named)(...args),
        '/cu-post1.html': articlePage('một'),
        '/moi-post1.html': articlePage('một, đã sửa'),
      },
      () => spec,
    );
    await d.run();
    named[0] = '/moi-post1.html';
    d.server.set('/cu-post1.html', hostile.redirect('/moi-post1.html', 301));
    d.server.forget();
    d.clock.advance(2 * HOUR);
    expect(await d.run()).toMatchObject({ stored: 1, outcomes: { article: 1, unchanged: 1 } });
    expect(asked(d)).toEqual(['/moi-post1.html', '/cu-post1.html']);
    expect(await d.due('/cu-post1.html')).toBeNull();
    expect(await d.due('/moi-post1.html')).not.toBeNull();
  });

  it('is itself, not the page of another article or the home page that its address leads to', async () => {
    const d = await open(
      {
        '/rss': feedOf('/cu-post1.html', '/khac-post2.html'),
        '/cu-post1.html': articlePage('một'),
        '/khac-post2.html': articlePage('hai'),
        '/': articlePage('trang nhất'),
      },
      () => spec,
    );
    await d.run();
    for (const to of ['/khac-post2.html', '/']) {
      d.server.set('/cu-post1.html', hostile.redirect(to, 301));
      d.clock.advance(25 * HOUR);
      await d.run();
      expect(await d.due('/cu-post1.html')).not.toBeUndefined();
    }
    expect(await d.archive.frontier.get(`${d.server.origin}/`)).toBeNull();
    expect(await d.due('/cu-post1.html')).not.toBeNull();
  });
});

describe('block pages', () => {
  it('are never stored, and the host is left alone after five of them', async () => {
    const walls = [hostile.cookieWall, hostile.challenge, hostile.firewall, hostile.refreshWall];
    const articles = Array.from({ length: 8 }, (_, i) => `/x-post${i}.html`);
    const d = await open({
      '/rss': feedOf(...articles),
      ...Object.fromEntries(articles.map((path, i) => [path, walls[i % 4] ?? hostile.challenge])),
    });
    const summary = await d.run();
    expect(summary).toMatchObject({
      state: 'failed',
      stored: 0,
      outcomes: { blocked: 5, 'host-stopped': 1 },
    });
    expect(Date.parse(summary.retryAt ?? '')).toBe(d.clock.now().getTime() + 15 * 60_000);
    expect((await d.archive.counts()).pages).toBe(0);
    expect((await d.incidents())['/']).toBe('host-stopped');
    // Half-open: one probe, which fails, and the rest is longer.
    d.clock.advance(16 * 60_000);
    d.server.forget();
    await d.run();
    d.server.forget();
    for (const path of articles) d.server.set(path, articlePage(path));
    d.clock.advance(2 * HOUR);
    expect(await d.run()).toMatchObject({ state: 'complete', stored: 8, retryAt: null });
    expect(await d.incidents()).toEqual({});
  });

  it('in place of robots.txt mean not tonight', async () => {
    const d = await open({ '/robots.txt': hostile.challenge, '/rss': feedOf('/a-post1.html') });
    expect(await d.run()).toMatchObject({ state: 'failed', outcomes: { 'robots-unreachable': 1 } });
    expect(paths(d)).toEqual(['/robots.txt']);
  });
});

it('Regression: a night begins with tonight’s robots.txt, also a minute short of a day after the last', async () => {
  const d = await open({
    '/robots.txt': hostile.inTurn(hostile.text(''), hostile.text('User-agent: *\nDisallow: /')),
    '/rss': feedOf('/a-post1.html'),
    '/a-post1.html': articlePage('một'),
  });
  await d.run();
  d.clock.advance(DAY - 60_000);
  d.server.forget();
  expect((await d.run()).message).toContain('refuses');
  expect(paths(d)).toEqual(['/robots.txt']);
});

it('Regression: a night whose only source fails is no complete night, and is asked again in an hour', async () => {
  const d = await open({
    '/rss': hostile.status(503),
    '/a-post1.html': articlePage('một'),
  });
  const failed = await d.run();
  expect(failed).toMatchObject({
    state: 'failed',
    message: 'none of the 1 sources of test-paper could be read',
  });
  expect(Date.parse(failed.retryAt ?? '') - d.clock.now().getTime()).toBe(HOUR);
  d.server.set('/rss', feedOf('/a-post1.html'));
  d.clock.advance(HOUR);
  expect(await d.run()).toMatchObject({ state: 'complete', stored: 1, retryAt: null });
});

it('a paper that refuses is shown as refusing', async () => {
  const d = await open({ '/robots.txt': hostile.text('User-agent: *\nDisallow: /') });
  expect(await d.run()).toMatchObject({
    state: 'complete',
    requests: 1,
    message: 'robots.txt refuses: none of the 1 sources of test-paper may be read',
  });
});

it('two papers on one host are one visitor there', async () => {
  const d = await open({
    '/rss': feedOf('/a-post1.html'),
    '/rss2': feedOf('/b-post2.html'),
    '/a-post1.html': articlePage('a'),
    '/b-post2.html': articlePage('b'),
  });
  const other = paper(d.server.origin, {
    id: 'other',
    discover: [{ feed: `${d.server.origin}/rss2` }],
  });
  const summaries = await Promise.all([d.run(), d.run({ newspaper: other })]);
  expect(summaries.map((s) => s.stored)).toEqual([1, 1]);
  expect(d.server.atOnce()).toBe(1);
  expect(d.server.requests.length).toBeLessThanOrEqual(6);
  expect(d.clock.slept()).toBeGreaterThanOrEqual((d.server.requests.length - 1) * 1000);
});
