/** What is put into a search engine and what is asked of it. Engines know no Vietnamese: all texts are prepared. */

/**
 * A text in the two forms that are indexed, written by vietnamese/key-text.ts: ASCII words of a–z and
 * 0–9, parted by one space, and " . " wherever no unit may stand across. Both forms have the same words
 * at the same places.
 */
export interface KeyedText {
  /** Marks dropped: "bi thu . ha tinh". */
  readonly folded: string;
  /** All marks kept: "bi1 thu70 . ha2 tinh4". Shares no word with a folded text but plain numbers. */
  readonly exact: string;
}

/** Fields of an article that are searched, in order of weight. */
export const TEXT_FIELDS = [
  'headline',
  'sapo',
  'captions',
  'quotes',
  'people',
  'places',
  'body',
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

export interface SearchDocument {
  readonly id: string;
  readonly texts: Readonly<Record<TextField, KeyedText>>;
  /** Epoch seconds; null without a date. */
  readonly publishedAt: number | null;
  /** Values of each facet, each once. */
  readonly values: Readonly<Record<Facet, readonly string[]>>;
  /** Id of the original where this is a reprint. */
  readonly original: string | null;
}

/** One way to write a unit; the three lists are of one length, at least 1. */
export interface Spelling {
  readonly folded: readonly string[];
  /** The exact key of each syllable as typed, the level tone where no mark was typed. */
  readonly exact: readonly string[];
  /** Whether the syllable tells its spelling: typed with a mark, or a number. */
  readonly marked: readonly boolean[];
}

/** Syllables that stand next to each other: a compound, a name, an office. */
export interface Unit extends Spelling {
  /** As typed, for showing. */
  readonly text: string;
  /** Other ways to write the same unit: abbreviation and expansion. */
  readonly alternatives: readonly Spelling[];
}

/**
 * How many of `count` units must be found where `most` of them are enough: all of one or two, all but
 * one of three to seven, then one less for each four more.
 */
export function mostOf(count: number): number {
  return count < 3 ? count : count - Math.max(1, Math.floor(count / 4));
}

/**
 * How units are joined. `units`: each stands as a phrase; `words`: each syllable stands somewhere;
 * `most`: at least `mostOf` the units stand as phrases.
 */
export type Match = 'units' | 'words' | 'most';

/**
 * What articles are filtered by and counted by. Of one facet any of the chosen values holds; chosen values
 * of several facets hold together.
 */
export const FACETS = [
  /** Id of the newspaper. */
  'newspaper',
  /** `YYYY-MM` and `YYYY-MM-DD` in Vietnam's time. */
  'month',
  'day',
  /**
   * Units of all levels, of the article's day and of today: see indexer/place-codes.ts. A value never means
   * two units, though the statistics office gives codes again.
   */
  'places',
  'section',
  /** Names of all people, and of those who hold public office. */
  'people',
  'officials',
  /** Offices of those officials, as printed. */
  'offices',
  /** Of the conferences in the article: the record's words, occasion and organiser as printed. */
  'conferenceKinds',
  'occasions',
  'levels',
  'organisers',
  'statuses',
  /** `original` | `reprint` */
  'origin',
  /** `yes` | `no`: has quotes. */
  'quotes',
  /** `live` | `withdrawn` */
  'state',
  /** `yes` | `no`: has a text besides headline, sapo and captions. */
  'content',
] as const;
export type Facet = (typeof FACETS)[number];

export type SearchFilters = { readonly [F in Facet]?: readonly string[] } & {
  /** First and last day, `YYYY-MM-DD` in Vietnam's time. */
  readonly from?: string;
  readonly to?: string;
  /** Only articles without a date. */
  readonly undated?: boolean;
  /** Reprints of any of these articles. */
  readonly original?: readonly string[];
};

export interface SearchRequest {
  readonly units: readonly Unit[];
  /**
   * The question's stretches, each as one phrase. They only rank: an article that holds all of them stands
   * before one that holds the units apart. [] where nothing is gained by it.
   */
  readonly whole: readonly Unit[];
  /** Units that must not stand anywhere: as typed where a syllable is marked, else folded. */
  readonly without: readonly Unit[];
  readonly match: Match;
  /** Only the spelling as typed. */
  readonly exactOnly: boolean;
  /** All of them hold. */
  readonly filters: readonly SearchFilters[];
  readonly facets: readonly Facet[];
  /** So many values of each facet, the most frequent ones; every value where left out. */
  readonly facetLimit?: number;
  /** Equals are ordered by id; without a date last either way. */
  readonly sort: 'relevance' | 'newest' | 'oldest';
  readonly offset: number;
  readonly limit: number;
}

/** Which spelling of the question was found; `none` where the question has no units. */
export type Tier = 'exact-phrase' | 'exact-words' | 'folded' | 'none';

export interface SearchHit {
  readonly id: string;
  /** Falls along the list when sorted by relevance; comparable within one answer only. */
  readonly score: number;
  /** By relevance the first one that finds it; by date any that does. */
  readonly tier: Tier;
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export interface EngineAnswer {
  /** Articles that match; exact. */
  readonly total: number;
  readonly hits: readonly SearchHit[];
  /** Values that occur in the answer, most frequent first, equals by value; exact. */
  readonly facets: Readonly<Partial<Record<Facet, readonly FacetCount[]>>>;
  /** How many different values of each facet occur, those behind `facetLimit` too. */
  readonly facetSizes: Readonly<Partial<Record<Facet, number>>>;
}

/** A part of one facet's values: those that hold `within`, in the order of a Vietnamese dictionary or by number. */
export interface FacetSlice {
  readonly facet: Facet;
  /** Folded (vietnamese/fold.ts); '' = all. */
  readonly within: string;
  readonly order: 'count' | 'name';
  readonly offset: number;
  readonly limit: number;
}

export interface FacetAnswer {
  /** Values that hold `within`; exact. */
  readonly total: number;
  readonly values: readonly FacetCount[];
}
