/** A feed (RSS, Atom, RDF or JSON Feed) -> its links. Pure. */
import { parseFeed } from 'feedsmith';
import { tooDeep } from '../../core/too-deep.ts';
import { canonicalUrl } from '../../newspapers/identity.ts';
import { broken, distinct, type Found, type FoundLink } from './found.ts';
import { sourceText } from './source-text.ts';

/** @param url the feed's own, which its relative links are resolved against */
export function discoverFeed(body: Uint8Array, url: string, contentType: string | null): Found {
  const text = sourceText(body, contentType);
  if (text === null) return broken('the gzip file is broken');
  if (tooDeep(text)) return broken('its elements are nested too deeply');
  if (text.trim() === '') return broken('the feed is empty');
  const items = itemsOf(text);
  if (typeof items === 'string') return broken(items);
  const links = items.flatMap((item): FoundLink[] => {
    const found = item.url ? canonicalUrl(item.url, url) : null;
    return found ? [{ url: found, title: item.title ?? null, lastmod: item.date ?? null }] : [];
  });
  return { links: distinct(links), sitemaps: [], problem: null };
}

interface Item {
  readonly url: string | undefined;
  readonly title: string | undefined;
  readonly date: string | undefined;
}

/** A string says why the text is no feed. */
function itemsOf(text: string): readonly Item[] | string {
  try {
    const { format, feed } = parseFeed(text);
    switch (format) {
      case 'rss':
        return (feed.items ?? []).map((item) => ({
          url: item.link ?? permalink(item.guid),
          title: item.title,
          date: item.pubDate,
        }));
      case 'atom':
        return (feed.entries ?? []).map((entry) => ({
          url: (entry.links ?? []).find((l) => (l.rel ?? 'alternate') === 'alternate')?.href,
          title: entry.title?.value,
          date: entry.updated ?? entry.published,
        }));
      case 'rdf':
        return (feed.items ?? []).map((item) => ({
          url: item.link,
          title: item.title,
          date: item.dc?.dates?.[0],
        }));
      case 'json':
        return (feed.items ?? []).map((item) => ({
          url: item.url,
          title: item.title,
          date: item.date_modified ?? item.date_published,
        }));
      default:
        return format satisfies never;
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A guid is the item's address unless it says that it is not (RSS 2.0). */
function permalink(
  guid: { value?: string; isPermaLink?: boolean } | undefined,
): string | undefined {
  return guid?.isPermaLink === false ? undefined : guid?.value;
}
