/** What a discovery source names. Addresses are canonical (newspapers/identity.ts) and may be on any host. */

export interface FoundLink {
  readonly url: string;
  readonly title: string | null;
  /** As the source writes it; null when it does not say. */
  readonly lastmod: string | null;
  /** When it was published, where the source says that beside its last change. */
  readonly published?: string;
}

export interface Found {
  readonly links: readonly FoundLink[];
  /** Sitemaps that a sitemap index names. */
  readonly sitemaps: readonly FoundLink[];
  /** What is wrong with the source; `links` then holds what could be read before it. */
  readonly problem: string | null;
}

export const broken = (problem: string): Found => ({ links: [], sitemaps: [], problem });

/** The first mention of each URL, in the source's order. */
export function distinct(links: readonly FoundLink[]): readonly FoundLink[] {
  const seen = new Set<string>();
  return links.filter((link) => {
    if (seen.has(link.url)) return false;
    seen.add(link.url);
    return true;
  });
}
