/**
 * The ids of all that is found. The server counts off whatever stands before a page, so a long list is asked
 * for month by month; within a month or by relevance page by page.
 */
import type { EngineAnswer, SearchFilters, SearchRequest } from '../../../core/search.ts';

const BATCH = 5_000;

export async function* everyId(
  search: (request: SearchRequest) => Promise<EngineAnswer>,
  request: SearchRequest,
): AsyncGenerator<readonly string[]> {
  const parts = request.sort === 'relevance' ? [{}] : await months(search, request);
  // What is put in while this runs moves the pages: nothing comes twice.
  const seen = new Set<string>();
  for (const part of parts) {
    if (request.sort !== 'relevance') seen.clear();
    for (let offset = 0; ; offset += BATCH) {
      const { total, hits } = await search({
        ...request,
        filters: [...request.filters, part],
        facets: [],
        offset,
        limit: BATCH,
      });
      const ids = hits.map((hit) => hit.id).filter((id) => !seen.has(id));
      for (const id of ids) seen.add(id);
      if (ids.length > 0) yield ids;
      if (offset + BATCH >= total || hits.length === 0) break;
    }
  }
}

/** Filters that part the answer by month, in the order asked for, what has no date last. */
async function months(
  search: (request: SearchRequest) => Promise<EngineAnswer>,
  request: SearchRequest,
): Promise<SearchFilters[]> {
  const { facetLimit: _, ...all } = request;
  const { facets } = await search({ ...all, facets: ['month'], offset: 0, limit: 0 });
  const found = (facets.month ?? []).map(({ value }) => value).sort();
  if (request.sort === 'newest') found.reverse();
  return [...found.map((month) => ({ month: [month] })), { undated: true }];
}
