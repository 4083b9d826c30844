/** `/api/v1/suggestions?q=&limit=`: what a half-typed question may become. */
import type { Handler } from 'hono';
import { suggest } from '../app/suggest.ts';
import type { SuggestionStore } from '../indexer/suggest/store.ts';

export function suggestionHandler(store: SuggestionStore): Handler {
  return (context) => {
    const { q = '', limit } = context.req.query();
    return context.json(limit === undefined ? suggest(store, q) : suggest(store, q, Number(limit)));
  };
}
