/** A part of one facet: the server finds values by their beginning only, so all are asked for and looked through. */
import type { FacetAnswer, FacetCount, FacetSlice } from '../../../core/search.ts';
import { type FacetKeys, facetKeys } from '../../facet-keys.ts';

/** Making a key takes as long as looking through a hundred. */
const MOST_KEPT = 200_000;

/** A function that answers from all values of a facet; it keeps the keys of values it has seen. */
export function openFacetSlices(): (all: readonly FacetCount[], slice: FacetSlice) => FacetAnswer {
  const kept = new Map<string, FacetKeys>();
  const keysOf = (value: string) => {
    let keys = kept.get(value);
    if (keys === undefined) {
      if (kept.size >= MOST_KEPT) kept.clear();
      keys = facetKeys(value);
      kept.set(value, keys);
    }
    return keys;
  };
  return (all, { within, order, offset, limit }) => {
    const found = all
      .map(({ value, count }) => ({ value, count, keys: keysOf(value) }))
      .filter(({ keys }) => keys.folded.includes(within))
      .sort(
        (a, b) =>
          (order === 'count' ? b.count - a.count : 0) ||
          (a.keys.sort < b.keys.sort ? -1 : a.keys.sort > b.keys.sort ? 1 : 0) ||
          (a.value < b.value ? -1 : 1),
      );
    return {
      total: found.length,
      values: found.slice(offset, offset + limit).map(({ value, count }) => ({ value, count })),
    };
  };
}
