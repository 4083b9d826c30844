import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discoverFeed } from '../../crawlers/discover/feed.ts';
import { discoverListing } from '../../crawlers/discover/listing.ts';
import { discoverSitemap } from '../../crawlers/discover/sitemap.ts';
import { currentSitemaps } from '../../crawlers/discover/sources.ts';
import { canonicalUrl } from '../../newspapers/identity.ts';

const URL_HERE = 'https://bao.example/tin/';
const bytes = (text: string) => new TextEncoder().encode(text);
const feed = (text: string) => discoverFeed(bytes(text), URL_HERE, 'application/xml');
const sitemap = (text: string) => discoverSitemap(bytes(text), URL_HERE, null);
const listing = (text: string, selector = 'a') =>
  discoverListing(bytes(text), URL_HERE, 'text/html', selector);
const urls = (found: ReturnType<typeof feed>) => found.links.map((l) => l.url);

describe('a feed', () => {
  it('of RSS', () => {
    const found = feed(`<?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0"><channel><title>Thử</title>
      <item><title><![CDATA[Bài một]]></title><link>https://bao.example/a.html?utm_source=rss#top</link>
        <pubDate>Tue, 24 Nov 2026 08:00:00 +0700</pubDate></item>
      <item><title>Bài hai</title><guid>https://bao.example/b.html</guid></item>
      <item><title>Bài ba</title><guid isPermaLink="false">123</guid></item>
      <item><link>/c.html</link></item>
      <item><link>/c.html</link></item>
      </channel></rss>`);
    expect(found.links).toEqual([
      {
        url: 'https://bao.example/a.html',
        title: 'Bài một',
        lastmod: 'Tue, 24 Nov 2026 08:00:00 +0700',
      },
      { url: 'https://bao.example/b.html', title: 'Bài hai', lastmod: null },
      { url: 'https://bao.example/c.html', title: null, lastmod: null },
    ]);
    expect(found.problem).toBeNull();
  });

  it('of Atom', () => {
    const found = feed(`<feed xmlns="http://www.w3.org/2005/Atom"><title>Thử</title><id>x</id>
      <entry><title>Một</title><id>1</id><updated>2026-11-24T08:00:00+07:00</updated>
      <link rel="enclosure" href="/a.jpg"/><link href="/a.html"/></entry></feed>`);
    expect(found.links).toEqual([
      { url: 'https://bao.example/a.html', title: 'Một', lastmod: '2026-11-24T08:00:00+07:00' },
    ]);
  });

  it('of RDF', () => {
    const found =
      feed(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
      <channel rdf:about="x"><title>Thử</title><link>x</link></channel>
      <item rdf:about="https://bao.example/a.html"><title>Một</title><link>https://bao.example/a.html</link></item></rdf:RDF>`);
    expect(urls(found)).toEqual(['https://bao.example/a.html']);
  });

  it('without items is no fault', () => {
    expect(feed('<rss version="2.0"><channel><title>Thử</title></channel></rss>')).toEqual({
      links: [],
      sitemaps: [],
      problem: null,
    });
  });

  it.each(['', '   ', '<html><body>404</body></html>', '{"a":1}', 'rubbish', '<rss'])(
    '%j is none',
    (text) => {
      expect(feed(text).problem).not.toBeNull();
    },
  );
});

describe('a sitemap', () => {
  const news = `<?xml version="1.0"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
    <url><loc> https://bao.example/a.html?x=1&amp;y=2 </loc>
      <image:image><image:loc>https://bao.example/a.jpg</image:loc></image:image>
      <news:news><news:publication_date>2026-11-24T08:00:00+07:00</news:publication_date><news:title>Một</news:title></news:news></url>
    <url><image:image><image:loc>/b.jpg</image:loc></image:image></url>
    <url><loc>/c.html</loc><lastmod>2026-11-23</lastmod></url>
    <url><loc>javascript:alert(1)</loc></url>
    </urlset>`;

  it('of news, with its images left out', () => {
    const found = sitemap(news);
    expect(found.links).toEqual([
      {
        url: 'https://bao.example/a.html?x=1&y=2',
        title: 'Một',
        lastmod: '2026-11-24T08:00:00+07:00',
        published: '2026-11-24T08:00:00+07:00',
      },
      { url: 'https://bao.example/c.html', title: null, lastmod: '2026-11-23' },
    ]);
    expect(found.problem).toBeNull();
  });

  it('as a .gz file, or with a prefix on every name', () => {
    const packed = discoverSitemap(gzipSync(news), URL_HERE, 'application/octet-stream');
    expect(packed).toEqual(sitemap(news));
    const prefixed = sitemap(
      '<s:urlset xmlns:s="x"><s:url><s:loc>/a.html</s:loc></s:url></s:urlset>',
    );
    expect(urls(prefixed)).toEqual(['https://bao.example/a.html']);
    expect(prefixed.problem).toBeNull();
  });

  it('that is an index names sitemaps and no links', () => {
    const found = sitemap(
      '<sitemapindex><sitemap><loc>/s1.xml</loc><lastmod>2026-11-24</lastmod></sitemap></sitemapindex>',
    );
    expect(found).toEqual({
      links: [],
      sitemaps: [{ url: 'https://bao.example/s1.xml', title: null, lastmod: '2026-11-24' }],
      problem: null,
    });
  });

  it('that breaks off is a fault, and what came before the break is read', () => {
    const found = sitemap('<urlset><url><loc>/a.html</loc></url><url><loc>/b.h');
    expect(found.links[0]?.url).toBe('https://bao.example/a.html');
    expect(found.problem).toBe('<urlset> is not closed');
  });

  it('that is something else, or a broken .gz file, is a fault', () => {
    expect(sitemap('<html></html>').problem).not.toBeNull();
    const cut = gzipSync(news).subarray(0, 40);
    expect(discoverSitemap(cut, URL_HERE, null).problem).toBe('the gzip file is broken');
  });
});

it('Regression: a sitemap with a long tail of comments was read for minutes', () => {
  expect(sitemap(`<urlset></urlset>${'<!-- --> '.repeat(50_000)}x`).problem).toBeNull();
});

it.each(['<div>', '<div/>', '<x-y>', '<span class="a">'])('%s without end is a fault', (tag) => {
  const deep = tag.repeat(200_000);
  const problem = 'its elements are nested too deeply';
  expect(listing(deep).problem).toBe(problem);
  expect(sitemap(`<urlset>${'<a>'.repeat(200_000)}`).problem).toBe(problem);
  expect(feed(`<rss><channel>${'<a>'.repeat(200_000)}`).problem).toBe(problem);
});

it('long pages are no deep ones', () => {
  const row = '<p>một<br><img src="/a.jpg"><svg><path d="M0"/></svg><li>hai<div><b>ba</b></div>';
  expect(listing(`${row.repeat(5000)}<a href="/a">x</a>`).links.length).toBe(1);
});

describe('the current sitemaps of an index', () => {
  const link = (url: string, lastmod: string | null = null) => ({ url, title: null, lastmod });
  it.each([
    [
      [link('a', '2026-10-31'), link('b', '2026-11-01'), link('c', '2026-08-31')],
      ['a', 'b'],
    ],
    [[link('s-2026-10.xml'), link('s-2026-11.xml'), link('tags.xml')], ['s-2026-11.xml']],
    [
      [link('s/2026/11/24.xml'), link('s/2026/11/23.xml'), link('s/2026/11/20.xml')],
      ['s/2026/11/24.xml', 's/2026/11/23.xml'],
    ],
    [['a', 'b', 'c', 'd', 'e', 'f'].map((url) => link(url)), ['a', 'b', 'c', 'd', 'e']],
    [[], []],
  ])('%j', (sitemaps, current) => {
    expect(currentSitemaps(sitemaps)).toEqual(current);
  });
});

describe('a listing', () => {
  it('gives the links that the selector picks, or the first in each box', () => {
    const html = `<a href="/menu">Menu</a><h3 class="t"><a href="a.html?fbclid=1">Bài
      một</a></h3><h3 class="t"><span>không</span></h3><h3 class="t"><a title="Hai" href=" ../b.html#x "><img></a></h3>
      <h3 class="t"><a href="javascript:void(0)">ba</a></h3><h3 class="t"><a href="#top">lên</a></h3>`;
    const expected = [
      { url: 'https://bao.example/tin/a.html', title: 'Bài một', lastmod: null },
      { url: 'https://bao.example/b.html', title: 'Hai', lastmod: null },
    ];
    expect(listing(html, 'h3.t').links).toEqual(expected);
    expect(listing(html, 'h3.t a').links).toEqual(expected);
  });

  it('resolves against <base href>', () => {
    const found = listing('<base href="/goc/"><a href="a.html">x</a>');
    expect(urls(found)).toEqual(['https://bao.example/goc/a.html']);
  });

  it('is read in its own charset', () => {
    const windows1258 = Uint8Array.from([...bytes('<a href="/a">'), 0xd0, 0x69, ...bytes('</a>')]);
    const found = discoverListing(windows1258, URL_HERE, 'text/html; charset=windows-1258', 'a');
    expect(found.links[0]?.title).toBe('Đi');
  });

  it('that is empty is a fault', () => {
    expect(listing(' ').problem).not.toBeNull();
  });
});

describe('whatever is sent', () => {
  const xmlish = fc
    .array(
      fc.constantFrom(
        '<urlset>',
        '</urlset>',
        '<url>',
        '<loc>',
        '</loc>',
        '<rss>',
        '<channel>',
        '<item>',
        '<link>',
        '/a.html',
        'http://[',
        '&#0;',
        '<![CDATA[',
        ']]>',
        '<?xml',
        '\0',
        'ệ',
        '<sitemapindex>',
        '<base href="http://[">',
        '<a href="http://[">',
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''));
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.oneof(xmlish, fc.string()).map((text) => bytes(text)),
  );
  it('nothing throws, and every link is canonical', () => {
    fc.assert(
      fc.property(anything, fc.option(fc.string(), { nil: null }), (body, type) => {
        for (const found of [
          discoverFeed(body, URL_HERE, type),
          discoverSitemap(body, URL_HERE, type),
          discoverListing(body, URL_HERE, type, 'a'),
        ]) {
          for (const { url } of [...found.links, ...found.sitemaps]) {
            expect(canonicalUrl(url)).toBe(url);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
