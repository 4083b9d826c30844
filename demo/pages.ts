/** What a demo paper answers at each path: articles, sources that announce them, and pages that go wrong. */
import type { DemoArticle, PaperId } from './article.ts';
import { epi } from './render/epi.ts';
import { escapeHtml, type Site } from './render/html.ts';
import { onecms } from './render/onecms.ts';
import { vnpt } from './render/vnpt.ts';

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  /** Where a redirect leads. */
  readonly location?: string;
  /** The body breaks off in the middle of its compression. */
  readonly broken?: boolean;
}

export const RENDERERS = {
  'demo-lam-hong': epi,
  'demo-song-lam': onecms,
  'demo-hien-luong': vnpt,
} as const satisfies Record<PaperId, unknown>;

const FEED_SIZE = 12;
const LISTING_SIZE = 10;

const html = (body: string, status = 200): Answer => ({
  status,
  type: 'text/html; charset=utf-8',
  body,
});
const xml = (body: string): Answer => ({ status: 200, type: 'text/xml; charset=utf-8', body });

/** Path (with query) -> answer. */
export type Pages = ReadonlyMap<string, Answer>;

/** All pages of a paper. @param origin without a slash at the end */
export function pagesOf(
  paper: PaperId,
  name: string,
  origin: string,
  all: readonly DemoArticle[],
): Pages {
  const render = RENDERERS[paper];
  const articles = all.filter((one) => one.paper === paper);
  const site: Site = { origin, name, path: render.path, articles };
  const pages = new Map<string, Answer>();
  for (const one of articles) pages.set(render.path(one), html(render.article(site, one)));
  const newest = articles[0];
  if (!newest) return pages;
  const announce = (path: string): Entry => ({
    path,
    title: 'Trang thử',
    publishedAt: newest.publishedAt,
  });
  const entries: Entry[] = articles.map((one) => ({
    path: render.path(one),
    title: one.headline,
    publishedAt: one.publishedAt,
  }));
  switch (paper) {
    case 'demo-lam-hong': {
      // As papers do with a page that has gone: it leads to the home page, which is no article.
      const topic = '/chuyen-de-xay-dung-nong-thon-moi-post9901.html';
      const withdrawn = '/bai-da-go-post9902.html';
      const internal = '/noi-bo/giao-ban-toa-soan-post9903.html';
      pages.set(topic, { ...html('', 302), location: '/' });
      pages.set('/robots.txt', text('User-agent: *\nDisallow: /noi-bo/\n'));
      pages.set('/', html(epi.listing(site, articles.slice(0, LISTING_SIZE))));
      pages.set(
        '/rss/home.rss',
        xml(feed(site, [...entries.slice(0, FEED_SIZE), announce(topic), announce(withdrawn)])),
      );
      addSitemaps(pages, site, [...entries, announce(internal)]);
      break;
    }
    case 'demo-song-lam': {
      const broken = { ...newest, number: 9_901, headline: 'Trang bị đứt giữa chừng' };
      pages.set(render.path(broken), { ...html(render.article(site, broken)), broken: true });
      const listed = [broken, ...articles];
      for (let page = 1; page <= 3; page += 1)
        pages.set(
          page === 1 ? '/tin-moi-nhat' : `/tin-moi-nhat?page=${page}`,
          html(onecms.listing(site, slice(listed, page, Math.ceil(listed.length / 3)))),
        );
      pages.set('/', html(onecms.listing(site, articles.slice(0, LISTING_SIZE))));
      break;
    }
    case 'demo-hien-luong': {
      const future = { ...newest, number: 9_901, headline: 'Bài ghi ngày ở tương lai' };
      const path = render.path(future);
      pages.set(path, html(render.article(site, { ...future, publishedAt: '2099-01-01T08:00' })));
      const wrong = { ...newest, number: 9_902, headline: 'Bài ghi tháng mười ba' };
      pages.set(
        render.path(wrong),
        html(
          render.article(site, {
            ...wrong,
            publishedAt: `${newest.publishedAt.slice(0, 4)}-13-05T08:00`,
          }),
        ),
      );
      pages.set('/', html(vnpt.listing(site, articles)));
      pages.set(
        '/index.rss',
        xml(
          feed(site, [
            ...entries.slice(0, FEED_SIZE),
            announce(path),
            announce(render.path(wrong)),
          ]),
        ),
      );
      break;
    }
    default:
      paper satisfies never;
  }
  return pages;
}

interface Entry {
  readonly path: string;
  readonly title: string;
  readonly publishedAt: string;
}

const text = (body: string): Answer => ({ status: 200, type: 'text/plain; charset=utf-8', body });

const slice = <T>(list: readonly T[], page: number, size: number): readonly T[] =>
  list.slice((page - 1) * size, page * size);

function feed(site: Site, entries: readonly Entry[]): string {
  const items = entries.map(
    ({ path, title, publishedAt }) =>
      `<item><title><![CDATA[${title}]]></title><link>${escapeHtml(site.origin + path)}</link><pubDate>${new Date(`${publishedAt}:00+07:00`).toUTCString()}</pubDate></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${escapeHtml(site.name)}</title><link>${site.origin}</link><description>Tin mới</description>${items.join('')}</channel></rss>`;
}

/** An index and one sitemap that is current, as the ePi family names them. */
function addSitemaps(pages: Map<string, Answer>, site: Site, entries: readonly Entry[]): void {
  const [year, month] = (entries[0]?.publishedAt ?? '').split('-').map(Number);
  const path = `/sitemaps/news-${year}-${month}.xml`;
  const open = '<?xml version="1.0" encoding="utf-8"?>';
  const ns = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
  const urls = entries.map(
    (one) =>
      `<url><loc>${escapeHtml(site.origin + one.path)}</loc><lastmod>${one.publishedAt}:00+07:00</lastmod></url>`,
  );
  pages.set(path, xml(`${open}<urlset ${ns}>${urls.join('')}</urlset>`));
  pages.set(
    '/sitemap.xml',
    xml(
      `${open}<sitemapindex ${ns}><sitemap><loc>${site.origin}${path}</loc></sitemap></sitemapindex>`,
    ),
  );
}
