/** The port of a search engine: a disposable, rebuildable copy of the archive's articles. */
import type { EngineAnswer, SearchDocument, SearchRequest } from '../core/search.ts';

export interface SearchEngine {
  readonly id: 'embedded' | 'meilisearch';
  /** Makes the index and its settings as they must be; writes only what differs. */
  ensure(): Promise<void>;
  /** Puts documents in; resolves when they can be found. Throws when the engine's own task failed. */
  put(documents: readonly SearchDocument[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  search(request: SearchRequest): Promise<EngineAnswer>;
  /** What is sent for this request in the engine's own words, JSON-safe, for people who want to look. Pure. */
  explain(request: SearchRequest): unknown;
  count(): Promise<number>;
  /** Ids in the index, ascending, after `after`; for reconciling. */
  ids(after: string | null, limit: number): Promise<readonly string[]>;
  clear(): Promise<void>;
  close(): Promise<void>;
}
