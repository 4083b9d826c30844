/** Reprints on a page of hits, put under the article that they reprint. */
import type { StoredArticle } from '../../archive/port.ts';
import type { SearchRequest } from '../../core/search.ts';
import type { SearchEngine } from '../../indexer/engine.ts';
import type { FoundArticle, FoundReprint } from '../search-answer.ts';

/** Reprints that one page shows. */
const MOST_REPRINTS = 200;

export interface Grouped {
  readonly hits: readonly FoundArticle[];
  /** Hits of this page that stand under another one. */
  readonly folded: number;
}

const keyOf = ({ id, original }: Pick<FoundArticle, 'id' | 'original'>) => original ?? id;

function reprint({ article, original }: StoredArticle): FoundReprint & { original: string | null } {
  const { id, url, newspaper, headline, publishedAt, publishedPrecision } = article;
  return { id, url, newspaper, headline, publishedAt, publishedPrecision, original };
}

/**
 * The hits, each original with all its reprints that the same question finds, on whatever page they are; of
 * reprints whose original is not on the page the first stands for the others on it.
 */
export async function grouped(
  parts: {
    readonly engine: SearchEngine;
    readonly archive: {
      readonly articles: { getMany(ids: readonly string[]): Promise<readonly StoredArticle[]> };
    };
  },
  request: SearchRequest,
  hits: readonly FoundArticle[],
): Promise<Grouped> {
  if (hits.length === 0) return { hits, folded: 0 };
  const leads = new Map<string, FoundArticle>();
  for (const hit of hits) {
    const key = keyOf(hit);
    if (!leads.has(key) || hit.id === key) leads.set(key, hit);
  }
  const found = await parts.engine.search({
    ...request,
    filters: [...request.filters, { original: [...leads.keys()] }],
    facets: [],
    sort: 'oldest',
    offset: 0,
    limit: MOST_REPRINTS,
  });
  const stored = await parts.archive.articles.getMany(found.hits.map((hit) => hit.id));
  const reprints = stored.map(reprint);
  const onPage = new Set(hits.map((hit) => hit.id));
  const under = (lead: FoundArticle) =>
    reprints
      .filter(({ id, original }) => {
        if (original !== keyOf(lead) || id === lead.id) return false;
        return lead.original === null || onPage.has(id);
      })
      .map(({ original: _, ...shown }) => shown);
  // Where the best of a group stood.
  const shown = [...leads.values()].map((lead) => ({ ...lead, reprints: under(lead) }));
  return { hits: shown, folded: hits.length - shown.length };
}
