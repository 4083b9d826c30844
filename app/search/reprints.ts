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

interface Reprint extends FoundReprint {
  readonly original: string | null;
}

type Described = Pick<StoredArticle['article'], keyof FoundReprint>;

function reprint(article: Described, original: string | null): Reprint {
  const { id, url, newspaper, headline, publishedAt, publishedPrecision } = article;
  return { id, url, newspaper, headline, publishedAt, publishedPrecision, original };
}

/** In the order of `ids`; only what is not on the page is read. */
async function reprintsOf(
  { archive }: Pick<GroupedParts, 'archive'>,
  ids: readonly string[],
  hits: readonly FoundArticle[],
): Promise<Reprint[]> {
  const known = new Map(
    hits.map((hit) => {
      const headline = hit.headline?.text ?? null;
      return [hit.id, reprint({ ...hit, headline }, hit.original)];
    }),
  );
  const others = await archive.articles.getMany(ids.filter((id) => !known.has(id)));
  for (const { article, original } of others) known.set(article.id, reprint(article, original));
  return ids.flatMap((id) => known.get(id) ?? []);
}

export interface GroupedParts {
  readonly engine: SearchEngine;
  readonly archive: {
    readonly articles: { getMany(ids: readonly string[]): Promise<readonly StoredArticle[]> };
  };
}

/**
 * The hits, each original with all its reprints that the same question finds, on whatever page they are; of
 * reprints whose original is not on the page the first stands for the others on it.
 */
export async function grouped(
  parts: GroupedParts,
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
  const ids = found.hits.map((hit) => hit.id);
  const reprints = await reprintsOf(parts, ids, hits);
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
