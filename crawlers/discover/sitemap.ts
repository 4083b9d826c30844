/** A sitemap, news sitemap or sitemap index (sitemaps.org 0.9), plain or as a .gz file -> its links. Pure. */
import { load } from 'cheerio';
import { canonicalUrl } from '../../newspapers/identity.ts';
import { broken, distinct, type Found, type FoundLink } from './found.ts';
import { sourceText } from './source-text.ts';

/** @param url the sitemap's own */
export function discoverSitemap(body: Uint8Array, url: string, contentType: string | null): Found {
  const text = sourceText(body, contentType);
  if (text === null) return broken('the gzip file is broken');
  const root = /<(?:[\w-]+:)?(urlset|sitemapindex)[\s>]/u.exec(text)?.[1];
  if (!root) return broken('neither <urlset> nor <sitemapindex>');
  const $ = load(text, { xml: { decodeEntities: true } });
  const entry = root === 'urlset' ? 'url' : 'sitemap';
  const found: FoundLink[] = [];
  for (const element of $.root().children().children().toArray()) {
    if (localName(element) !== entry) continue;
    const parts = new Map<string, string>();
    for (const part of $(element).find('*').toArray()) {
      // An image or video inside the entry has a <loc> of its own: the first is the page's.
      const name = localName(part);
      if (!parts.has(name)) parts.set(name, $(part).text().trim());
    }
    const address = parts.get('loc');
    const loc = address ? canonicalUrl(address, url) : null;
    if (!loc) continue;
    const lastmod = parts.get('lastmod') ?? parts.get('publication_date') ?? null;
    found.push({ url: loc, title: parts.get('title') ?? null, lastmod });
  }
  const links = distinct(found);
  // Text that breaks off still names what came before the break.
  const whole = new RegExp(`</(?:[\\w-]+:)?${root}\\s*>\\s*(?:<!--.*?-->\\s*)*$`, 'su').test(text);
  const problem = whole ? null : `<${root}> is not closed`;
  return root === 'urlset'
    ? { links, sitemaps: [], problem }
    : { links: [], sitemaps: links, problem };
}

const localName = (node: object): string =>
  'name' in node ? String(node.name).replace(/^.*:/u, '').toLowerCase() : '';
