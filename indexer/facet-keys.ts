/** By what a facet's values are found and sorted: prepared here, for engines know no Vietnamese. */
import { fold, sortKey } from '../vietnamese/index.ts';

export interface FacetKeys {
  /** A value holds what is typed where this holds it folded likewise. */
  readonly folded: string;
  /** Byte by byte in the order of a Vietnamese dictionary. */
  readonly sort: string;
}

export function facetKeys(value: string): FacetKeys {
  return { folded: foldedWithin(value), sort: sortKey(value) };
}

/** What is looked for within values: marks, case and runs of spaces make no difference. */
export function foldedWithin(text: string): string {
  return fold(text).replace(/\s+/gu, ' ').trim();
}
