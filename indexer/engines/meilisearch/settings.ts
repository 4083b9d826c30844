/** How the index must be set, and which of it has to be written. */
import type { Settings } from 'meilisearch';
import { FACETS, TEXT_FIELDS } from '../../../core/search.ts';

/** Names of the two forms of a text field; bare names are those of filter values. */
export const foldedField = (field: string) => `${field}_f`;
export const exactField = (field: string) => `${field}_x`;

export const FILTERABLE = [...FACETS, 'dayNumber', 'publishedAt', 'original', 'id'];

/** An answer with so many values of one facet may lack some; archives have far fewer. */
export const MOST_FACET_VALUES = 10_000_000;

/**
 * Texts arrive folded or keyed (vietnamese/key-text.ts), so nothing is left to guess: no typos, no
 * prefixes, no stop words. Positions are kept by word, or phrases would mean nothing.
 */
export const SETTINGS = {
  searchableAttributes: TEXT_FIELDS.flatMap((field) => [exactField(field), foldedField(field)]),
  // Key texts are read again to make sure of long phrases.
  displayedAttributes: [
    'id',
    ...TEXT_FIELDS.flatMap((field) => [exactField(field), foldedField(field)]),
  ],
  filterableAttributes: FILTERABLE,
  sortableAttributes: ['publishedAt', 'id'],
  rankingRules: [
    'sort',
    'words',
    'proximity',
    'attributeRank',
    'wordPosition',
    'exactness',
    'publishedAt:desc',
  ],
  stopWords: [],
  synonyms: {},
  typoTolerance: { enabled: false },
  prefixSearch: 'disabled',
  proximityPrecision: 'byWord',
  pagination: { maxTotalHits: 100_000_000 },
  faceting: { maxValuesPerFacet: MOST_FACET_VALUES, sortFacetValuesBy: { '*': 'count' } },
  searchCutoffMs: 20_000,
} satisfies Settings;

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};
/** Lists whose order means nothing. */
const SETS = new Set(['filterableAttributes', 'sortableAttributes', 'displayedAttributes']);

function covers(wanted: unknown, present: unknown): boolean {
  if (typeof wanted === 'object' && wanted !== null && !Array.isArray(wanted)) {
    if (typeof present !== 'object' || present === null) return false;
    const there = new Map(Object.entries(present));
    const entries = Object.entries(wanted);
    // {} means "none": something that is there is a difference.
    if (entries.length === 0) return there.size === 0;
    return entries.every(([key, value]) => covers(value, there.get(key)));
  }
  return JSON.stringify(sorted(wanted)) === JSON.stringify(sorted(present));
}

/** The settings of SETTINGS that the index does not have; {} when all fit. */
export function differing(present: Settings): Settings {
  const there = new Map<string, unknown>(Object.entries(present));
  const order = (name: string, value: unknown) =>
    SETS.has(name) && Array.isArray(value) ? [...value].sort() : value;
  return Object.fromEntries(
    Object.entries(SETTINGS).filter(
      ([name, wanted]) => !covers(order(name, wanted), order(name, there.get(name))),
    ),
  );
}
