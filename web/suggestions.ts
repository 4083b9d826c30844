/** `/api/v1/suggestions?q=&limit=`: what a half-typed question may become, and where each leads. */
import type { Handler } from 'hono';
import { type Suggestion, suggest } from '../app/suggest.ts';
import type { SuggestionStore } from '../indexer/suggest/store.ts';
import { searchUrl } from './search-url.ts';

/** A name that a filter means is asked for by that filter; what stands before it stays in the box. */
function hrefOf({ text, question, filter }: Suggestion): string {
  if (filter === null || !question.endsWith(text)) return searchUrl({ text: question });
  const before = question.slice(0, question.length - text.length).trim();
  return searchUrl({ text: before, filters: { [filter.facet]: filter.values } });
}

export function suggestionHandler(store: SuggestionStore): Handler {
  return (context) => {
    const { q = '', limit } = context.req.query();
    const { query, groups } =
      limit === undefined ? suggest(store, q) : suggest(store, q, Number(limit));
    return context.json({
      query,
      groups: groups.map((group) => ({
        ...group,
        items: group.items.map((item) => ({ ...item, href: hrefOf(item) })),
      })),
    });
  };
}
