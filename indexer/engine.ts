/** The port of a search engine: a disposable, rebuildable copy of the archive's articles. */
import type {
  EngineAnswer,
  FacetAnswer,
  FacetSlice,
  SearchDocument,
  SearchRequest,
} from '../core/search.ts';

/**
 * `older`: answers and takes documents, but is set otherwise than this program sets it; `unreadable`: neither.
 * Both are to be built anew.
 */
export type IndexForm = 'missing' | 'current' | 'older' | 'unreadable';

/** An index that is built beside the one that answers. */
export interface NewIndex {
  /** Tells this very index from every other one, also after it has become the one that answers. */
  readonly mark: string;
  put(documents: readonly SearchDocument[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  count(): Promise<number>;
  /** Those of the ids that it holds. */
  has(ids: readonly string[]): Promise<readonly string[]>;
  /** Makes it the one that answers, at once; the former one is deleted. Ends this object. */
  swap(): Promise<void>;
  /** Leaves it as it is, to be gone on with. */
  close(): Promise<void>;
}

export interface SearchEngine {
  readonly id: 'embedded' | 'meilisearch';
  /** Makes the index where it is missing, and sets it where it is empty. One that holds articles stays as it is. */
  ensure(): Promise<void>;
  form(): Promise<IndexForm>;
  /** The mark of the index that answers; null where there is none. */
  mark(): Promise<string | null>;
  /** Goes on with the index that is being built beside, else begins one. */
  build(): Promise<NewIndex>;
  /** The mark of the index that is being built; null where there is none. */
  begun(): Promise<string | null>;
  /** Forgets the index that is being built. */
  discard(): Promise<void>;
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
  /** Those of the ids that the index holds. */
  has(ids: readonly string[]): Promise<readonly string[]>;
  /** Ids in the index, ascending, after `after`; for reconciling. */
  ids(after: string | null, limit: number): Promise<readonly string[]>;
  clear(): Promise<void>;
  close(): Promise<void>;
}
