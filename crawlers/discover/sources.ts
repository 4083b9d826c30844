/** The discovery sources of a spec as things to visit, each with the function that reads it. Pure. */
import type { Newspaper } from '../../newspapers/define.ts';
import { sitemapDays } from './dated.ts';
import { discoverFeed } from './feed.ts';
import { broken, type Found, type FoundLink } from './found.ts';
import { discoverListing } from './listing.ts';
import { discoverSitemap } from './sitemap.ts';

export interface Source {
  readonly kind: 'feed' | 'sitemap' | 'listing';
  readonly url: string;
  readonly read: (body: Uint8Array, url: string, contentType: string | null) => Found;
  /** The further pages of a listing, in order; asked for only while they bring something new. */
  readonly pages: readonly string[];
}

export function sourcesOf(newspaper: Newspaper): readonly Source[] {
  return newspaper.discover.map((source): Source => {
    if ('feed' in source)
      return { kind: 'feed', url: source.feed, read: safely(discoverFeed), pages: [] };
    if ('sitemap' in source) return sitemapSource(source.sitemap);
    const { listing, links, pages } = source;
    const numbers = Array.from({ length: Math.max(0, (pages?.last ?? 1) - 1) }, (_, i) => i + 2);
    return {
      kind: 'listing',
      url: listing,
      read: safely((body, url, contentType) => discoverListing(body, url, contentType, links)),
      pages: numbers.map((n) => (pages?.url ?? '').replaceAll('{page}', String(n))),
    };
  });
}

export const sitemapSource = (url: string): Source => ({
  kind: 'sitemap',
  url,
  read: safely(discoverSitemap),
  pages: [],
});

/** What a library throws at a source's text is the source's fault, and the rest of the run goes on. */
function safely(read: Source['read']): Source['read'] {
  return (body, url, contentType) => {
    try {
      return read(body, url, contentType);
    } catch (error) {
      return broken(error instanceof Error ? error.message : String(error));
    }
  };
}

/** Months meet within it: on the 1st, last month's sitemap still gets articles. */
const CURRENT_MS = 36 * 3_600_000;
/** Of one index. */
const MAX_CURRENT = 5;

/**
 * The sitemaps of an index that may hold new articles: those changed last, by <lastmod>, else by the month
 * or day in their name (`sitemap-2026-11.xml`), else the first ones. The older ones are for a back-fill.
 */
export function currentSitemaps(sitemaps: readonly FoundLink[]): readonly string[] {
  const dated = sitemaps.map((link) => ({ url: link.url, at: changedAt(link) }));
  const newest = Math.max(...dated.map(({ at }) => at ?? 0));
  const current = dated.filter(({ at }) => newest === 0 || (at ?? 0) >= newest - CURRENT_MS);
  return current.slice(0, MAX_CURRENT).map(({ url }) => url);
}

function changedAt({ url, lastmod }: FoundLink): number | null {
  const stated = Date.parse(lastmod ?? '');
  if (!Number.isNaN(stated)) return stated;
  const days = sitemapDays(url);
  return days === null ? null : Date.parse(days.first);
}
