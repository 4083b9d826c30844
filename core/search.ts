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
  readonly newspaper: string | null;
  readonly section: string | null;
  /** Epoch seconds; null without a date. */
  readonly publishedAt: number | null;
  /** `YYYY-MM` and `YYYY-MM-DD` in Vietnam's time. */
  readonly month: string | null;
  readonly day: string | null;
  /** Codes of all levels: of the article's day plain ("42", "448", "18622"), of today as "t:42", "t:18622". */
  readonly places: readonly string[];
  readonly people: readonly string[];
  readonly conferenceKinds: readonly string[];
  readonly hasQuotes: boolean;
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

export const FACETS = [
  'newspaper',
  'month',
  'places',
  'conferenceKinds',
  'section',
  'people',
] as const;
export type Facet = (typeof FACETS)[number];

export interface SearchFilters {
  readonly newspaper?: readonly string[];
  /** `YYYY-MM` */
  readonly month?: readonly string[];
  /** Any of these codes. */
  readonly places?: readonly string[];
  readonly conferenceKinds?: readonly string[];
  readonly section?: readonly string[];
  readonly people?: readonly string[];
  /** First and last day, `YYYY-MM-DD` in Vietnam's time. */
  readonly from?: string;
  readonly to?: string;
}

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
  readonly tier: Tier;
}

export interface EngineAnswer {
  /** Articles that match; exact. */
  readonly total: number;
  readonly hits: readonly SearchHit[];
  /** Every value that occurs in the answer, most frequent first, equals by value; exact. */
  readonly facets: Readonly<
    Partial<Record<Facet, readonly { readonly value: string; readonly count: number }[]>>
  >;
}
