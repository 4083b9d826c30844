/** How often each value occurs in what was found. */
import type {
  EngineAnswer,
  FacetAnswer,
  FacetCount,
  FacetSlice,
  SearchRequest,
} from '../../../core/search.ts';
import type { OpenIndex } from './index-file.ts';
import { positionOf } from './values.ts';

type Reading = Pick<OpenIndex, 'documents' | 'values'>;

/** Articles by number of value without its facet bits. */
function counted({ documents, values }: Reading, found: Uint32Array): Uint32Array {
  return documents.count(found, values.size());
}

const countOf = (counts: Uint32Array, v: number) => counts[positionOf(v)] ?? 0;

/** In their order, as they occur. */
function occurring(numbers: Uint32Array, counts: Uint32Array): number[] {
  const found: number[] = [];
  for (const v of numbers) if (countOf(counts, v) > 0) found.push(v);
  return found;
}

/** The most frequent ones, equals in their order. */
function mostFrequent(numbers: readonly number[], counts: Uint32Array, limit: number): number[] {
  const sorted = Uint32Array.from(numbers, (v) => countOf(counts, v)).sort();
  const least = sorted[numbers.length - limit] ?? 0;
  return numbers
    .filter((v) => countOf(counts, v) >= least)
    .sort((a, b) => countOf(counts, b) - countOf(counts, a))
    .slice(0, limit);
}

function named(values: Reading['values'], numbers: readonly number[], counts: Uint32Array) {
  const names = values.named(numbers);
  return numbers.map((v, i): FacetCount => ({ value: names[i] ?? '', count: countOf(counts, v) }));
}

export function facetsOf(
  index: Reading,
  found: Uint32Array,
  { facets, facetLimit }: Pick<SearchRequest, 'facets' | 'facetLimit'>,
): Pick<EngineAnswer, 'facets' | 'facetSizes'> {
  if (facets.length === 0) return { facets: {}, facetSizes: {} };
  const { values } = index;
  const counts = counted(index, found);
  const all = facets.map((facet) => ({ facet, numbers: occurring(values.ofFacet(facet), counts) }));
  return {
    facets: Object.fromEntries(
      all.map(({ facet, numbers }) => {
        const most = mostFrequent(numbers, counts, facetLimit ?? numbers.length);
        return [facet, named(values, most, counts)];
      }),
    ),
    facetSizes: Object.fromEntries(all.map(({ facet, numbers }) => [facet, numbers.length])),
  };
}

/** A part of one facet, those that hold `within`. */
export function facetSliceOf(index: Reading, found: Uint32Array, slice: FacetSlice): FacetAnswer {
  const { facet, within, order, offset, limit } = slice;
  const counts = counted(index, found);
  const all = occurring(index.values.holding(facet, within), counts);
  // The sort keeps the order of equals.
  if (order === 'count') all.sort((a, b) => countOf(counts, b) - countOf(counts, a));
  const shown = all.slice(offset, offset + limit);
  return { total: all.length, values: named(index.values, shown, counts) };
}
