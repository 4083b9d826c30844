/** The port of a search engine: a disposable, rebuildable copy of the archive's articles. */
import type {
  EngineAnswer,
  FacetAnswer,
  FacetSlice,
  SearchDocument,
  SearchRequest,
} from '../core/search.ts';

export interface SearchEngine {
  readonly id: 'embedded' | 'meilisearch';
  /** Makes the index and its settings as they must be; writes only what differs. */
  ensure(): Promise<void>;
  /** Puts documents in; resolves when they can be found. Throws when the engine's own task failed. */
  put(documents: readonly SearchDocument[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  search(request: SearchRequest): Promise<EngineAnswer>;
  /** A part of one facet of the answer; the request's own facets, order and page do not matter. */
  facet(request: SearchRequest, slice: FacetSlice): Promise<FacetAnswer>;
  /**
   * Ids of every article that matches, each once, in the order of `sort`, a batch at a time; offset and limit
   * do not matter. What is put in meanwhile may be missing, nothing that was there is.
   */
  every(request: SearchRequest): AsyncIterable<readonly string[]>;
  /** What is sent for this request in the engine's own words, JSON-safe, for people who want to look. Pure. */
  explain(request: SearchRequest): unknown;
  count(): Promise<number>;
  /** Ids in the index, ascending, after `after`; for reconciling. */
  ids(after: string | null, limit: number): Promise<readonly string[]>;
  clear(): Promise<void>;
  close(): Promise<void>;
}
