/** How each engine is best written to. */
import type { SearchEngine } from './engine.ts';

/**
 * Batches that are with the engine at once. The embedded one writes in this process, one after the other;
 * Meilisearch joins the tasks that lie before it, and idles while it is waited for.
 */
export const IN_FLIGHT = { embedded: 1, meilisearch: 8 } as const satisfies Record<
  SearchEngine['id'],
  number
>;
