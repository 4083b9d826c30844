/** A listing page (home page, section) -> the links that the spec's selector picks. Pure. */
import { load } from 'cheerio';
import { tooDeep } from '../../core/too-deep.ts';
import { canonicalUrl } from '../../newspapers/identity.ts';
import { broken, distinct, type Found, type FoundLink } from './found.ts';
import { sourceText } from './source-text.ts';

/**
 * @param url the page's own; a <base href> goes before it
 * @param selector of the links, or of boxes whose first link is meant
 */
export function discoverListing(
  body: Uint8Array,
  url: string,
  contentType: string | null,
  selector: string,
): Found {
  const text = sourceText(body, contentType);
  if (text === null) return broken('the gzip file is broken');
  if (tooDeep(text)) return broken('its elements are nested too deeply');
  if (text.trim() === '') return broken('the page is empty');
  const $ = load(text);
  const base = canonicalUrl($('base[href]').first().attr('href') ?? '', url) ?? url;
  const links = $(selector)
    .toArray()
    .flatMap((element): FoundLink[] => {
      const link = $(element).is('a') ? $(element) : $(element).find('a[href]').first();
      const href = link.attr('href')?.trim() ?? '';
      const found = href === '' || href.startsWith('#') ? null : canonicalUrl(href, base);
      const title = link.text().replace(/\s+/gu, ' ').trim() || link.attr('title')?.trim();
      return found ? [{ url: found, title: title || null, lastmod: null }] : [];
    });
  return { links: distinct(links), sitemaps: [], problem: null };
}
