/** A sitemap, news sitemap or sitemap index (sitemaps.org 0.9), plain or as a .gz file -> its links. Pure. */
import { type CheerioAPI, load } from 'cheerio';
import { tooDeep } from '../../core/too-deep.ts';
import { canonicalUrl } from '../../newspapers/identity.ts';
import { broken, distinct, type Found, type FoundLink } from './found.ts';
import { sourceText } from './source-text.ts';

/** @param url the sitemap's own */
export function discoverSitemap(body: Uint8Array, url: string, contentType: string | null): Found {
  const text = sourceText(body, contentType);
  if (text === null) return broken('the gzip file is broken');
  if (tooDeep(text)) return broken('its elements are nested too deeply');
  const root = /<(?:[\w-]+:)?(urlset|sitemapindex)[\s>]/u.exec(text)?.[1];
  if (!root) return broken('neither <urlset> nor <sitemapindex>');
  const $ = load(text, { xml: { decodeEntities: true } });
  const entry = root === 'urlset' ? 'url' : 'sitemap';
  const found: FoundLink[] = [];
  for (const element of $.root().children().children().toArray()) {
    if (localName(element) !== entry) continue;
    // Only the entry's own parts: an image or video inside it has a <loc> and <title> of its own.
    const own = partsOf($, element);
    const newsElement = $(element)
      .children()
      .toArray()
      .find((part) => localName(part) === 'news');
    const news = newsElement ? partsOf($, newsElement) : null;
    const address = own.get('loc');
    const loc = address ? canonicalUrl(address, url) : null;
    if (!loc) continue;
    const published = news?.get('publication_date');
    found.push({
      url: loc,
      title: news?.get('title') ?? null,
      lastmod: own.get('lastmod') ?? published ?? null,
      ...(published ? { published } : {}),
    });
  }
  const links = distinct(found);
  // Text that breaks off still names what came before the break.
  const whole = new RegExp(`</(?:[\\w-]+:)?${root}\\s*>`, 'u').test(text);
  const problem = whole ? null : `<${root}> is not closed`;
  return root === 'urlset'
    ? { links, sitemaps: [], problem }
    : { links: [], sitemaps: links, problem };
}

/** Local name -> text of an element's children, the first of each name. */
function partsOf($: CheerioAPI, element: Parameters<CheerioAPI>[0]): Map<string, string> {
  const parts = new Map<string, string>();
  for (const part of $(element).children().toArray()) {
    const name = localName(part);
    if (!parts.has(name)) parts.set(name, $(part).text().trim());
  }
  return parts;
}

const localName = (node: object): string =>
  'name' in node ? String(node.name).replace(/^.*:/u, '').toLowerCase() : '';
