/** What is put into a search engine and what is asked of it. Engines know no Vietnamese: all texts are prepared. */

/** A text in the two forms that are indexed (vietnamese/): as printed and as exact key. */
export interface KeyedText {
  readonly plain: string;
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
  /** Codes of every level, of the article's day and of today together with a prefix: "42", "d:448", "t:18622". */
  readonly places: readonly string[];
  readonly people: readonly string[];
  readonly conferenceKinds: readonly string[];
  readonly hasQuotes: boolean;
  /** Id of the original where this is a reprint. */
  readonly original: string | null;
}

/** Syllables that stand next to each other: a compound, a name, an office. */
export interface Unit {
  /** As typed, for showing. */
  readonly text: string;
  /** Folded syllables ("ha", "tinh"). */
  readonly folded: readonly string[];
  /** Exact keys; null for a syllable that was typed without marks. */
  readonly exact: readonly (string | null)[];
  /** Other ways to write the same unit (abbreviation and expansion), each folded syllables with exact keys. */
  readonly alternatives: readonly {
    readonly folded: readonly string[];
    readonly exact: readonly (string | null)[];
  }[];
}

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
  /** Units that must not stand anywhere in the article. */
  readonly without: readonly Unit[];
  /** How the units are joined: all as phrases, all as words, most of them. */
  readonly match: Match;
  /** Only the spelling as typed. */
  readonly exactOnly: boolean;
  readonly filters: SearchFilters;
  readonly facets: readonly Facet[];
  readonly sort: 'relevance' | 'newest' | 'oldest';
  readonly offset: number;
  readonly limit: number;
}

export interface SearchHit {
  readonly id: string;
  readonly score: number;
  /** The best way in which the question was found. */
  readonly tier: 'exact-phrase' | 'exact-words' | 'folded' | 'none';
}

export interface EngineAnswer {
  readonly total: number;
  readonly hits: readonly SearchHit[];
  readonly facets: Readonly<
    Partial<Record<Facet, readonly { readonly value: string; readonly count: number }[]>>
  >;
}
