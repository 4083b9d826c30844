/** The facets of an answer: counted as if nothing of the facet itself were chosen, named and sorted for people. */
import {
  type EngineAnswer,
  FACETS,
  type Facet,
  type FacetCount,
  type SearchFilters,
  type SearchRequest,
} from '../../core/search.ts';
import type { SearchEngine } from '../../indexer/engine.ts';
import { sortKey } from '../../vietnamese/index.ts';
import type { FacetValue, SearchAnswer } from '../search-answer.ts';

export interface FacetParts {
  readonly engine: SearchEngine;
  /** The name of a facet value for people ("42" -> "Tỉnh Hà Tĩnh"); null where it has none. */
  readonly label?: (facet: Facet, value: string) => string | null;
}

export function without(filters: SearchFilters, facet: Facet): SearchFilters {
  const { [facet]: _, ...others } = filters;
  return others;
}

export type FacetCounts = Pick<EngineAnswer, 'facets' | 'facetSizes'>;

/** The facets of a request in which something is chosen beside the text. */
export function chosenFacets(facets: readonly Facet[], side: SearchFilters): Facet[] {
  return facets.filter((facet) => (side[facet]?.length ?? 0) > 0);
}

/**
 * The facets in which something is chosen, each counted without its own choice. That takes one more request
 * for each of them, without ranking and without hits.
 */
export async function countedWithoutThemselves(
  engine: Pick<SearchEngine, 'search'>,
  request: SearchRequest,
  chosen: readonly Facet[],
  side: SearchFilters,
  ofText: SearchFilters,
): Promise<FacetCounts> {
  const answers = await Promise.all(
    chosen.map((facet) =>
      engine.search({
        ...request,
        filters: [ofText, without(side, facet)],
        facets: [facet],
        offset: 0,
        limit: 0,
      }),
    ),
  );
  return {
    facets: Object.assign({}, ...answers.map((answer) => answer.facets)),
    facetSizes: Object.assign({}, ...answers.map((answer) => answer.facetSizes)),
  };
}

const MOST_KEYS = 50_000;
const keys = new Map<string, string>();
/** Making a key takes longer than all the rest. */
export function keptSortKey(label: string): string {
  let key = keys.get(label);
  if (key === undefined) {
    if (keys.size >= MOST_KEYS) keys.clear();
    key = sortKey(label);
    keys.set(label, key);
  }
  return key;
}

/** As a Vietnamese dictionary sorts. */
export function byLabel(a: FacetValue, b: FacetValue): number {
  const [left, right] = [keptSortKey(a.label), keptSortKey(b.label)];
  return left < right ? -1 : left > right ? 1 : a.value < b.value ? -1 : 1;
}

export function named(
  parts: FacetParts,
  facet: Facet,
  counts: readonly FacetCount[],
): FacetValue[] {
  return counts.map(({ value, count }) => ({
    value,
    label: parts.label?.(facet, value) ?? value,
    count,
  }));
}

/** A chosen value stays in sight, also where nothing has it or others are more frequent. */
async function withChosen(
  parts: FacetParts,
  facet: Facet,
  values: readonly FacetValue[],
  chosen: readonly string[],
  complete: boolean,
  count: (value: string) => Promise<number>,
): Promise<FacetValue[]> {
  const missing = chosen.filter((value) => !values.some((one) => one.value === value));
  const added = await Promise.all(
    missing.map(async (value) => ({ value, count: complete ? 0 : await count(value) })),
  );
  return [...values, ...named(parts, facet, added)];
}

export async function facetsFor(
  parts: FacetParts,
  request: SearchRequest,
  { facets, facetSizes }: FacetCounts,
  side: SearchFilters,
  ofText: SearchFilters,
): Promise<Pick<SearchAnswer, 'facets' | 'facetSizes'>> {
  const countWith = async (facet: Facet, value: string) => {
    const filters = [ofText, { ...side, [facet]: [value] }];
    const found = await parts.engine.search({
      ...request,
      filters,
      facets: [],
      offset: 0,
      limit: 0,
    });
    return found.total;
  };
  const shown = await Promise.all(
    FACETS.map(async (facet): Promise<[Facet, FacetValue[]][]> => {
      const counts = facets[facet];
      if (!counts) return [];
      const values = named(parts, facet, counts).sort((a, b) => b.count - a.count || byLabel(a, b));
      const complete = (facetSizes[facet] ?? 0) <= values.length;
      const count = (value: string) => countWith(facet, value);
      return [[facet, await withChosen(parts, facet, values, side[facet] ?? [], complete, count)]];
    }),
  );
  return { facets: Object.fromEntries(shown.flat()), facetSizes };
}
