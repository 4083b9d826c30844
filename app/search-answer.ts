/** What a question is and what its answer looks like: the one shape that web, API and command line show. */
import type { Facet, SearchFilters, Tier } from '../core/search.ts';

export {
  FACET_SIZE,
  MAX_FACET_SIZE,
  MAX_PAGE_SIZE,
  MAX_VALUES,
  PAGE_SIZE,
} from './search/bounds.ts';

/** Counted where a question does not say which. */
export const USUAL_FACETS = [
  'newspaper',
  'month',
  'places',
  'section',
  'officials',
  'conferenceKinds',
  'occasions',
  'levels',
  'statuses',
  'origin',
  'quotes',
  'state',
  'content',
] as const satisfies readonly Facet[];

export type Sort = 'relevance' | 'newest' | 'oldest';

export interface Question {
  /** As typed. Empty = all articles (browse): then `relevance` sorts newest first. */
  readonly text: string;
  /** Chosen beside the box; joined by "and" with field words in the text. */
  readonly filters?: SearchFilters;
  /** From 1. */
  readonly page?: number;
  /** 1 to MAX_PAGE_SIZE; PAGE_SIZE where left out. */
  readonly pageSize?: number;
  readonly sort?: Sort;
  /** Only the spelling as typed, like `chính xác:có` in the text. */
  readonly exactOnly?: boolean;
  /** USUAL_FACETS where left out; [] for none. */
  readonly facets?: readonly Facet[];
  /** Values of each facet, the most frequent and the chosen ones: 1 to MAX_FACET_SIZE; FACET_SIZE where left out. */
  readonly facetSize?: number;
  /** Reprints stand under their original where both are on the page. */
  readonly group?: boolean;
}

/** A stretch of original text; `highlights` are sorted and do not overlap, UTF-16 units within `text`. */
export interface MarkedText {
  readonly text: string;
  readonly highlights: readonly { readonly start: number; readonly end: number }[];
}

/** A part of one paragraph. */
export interface Passage extends MarkedText {
  /** As in the record: -1 headline, 0 sapo, n >= 1 is `blocks[n - 1]`. */
  readonly paragraph: number;
  /** Where `text` begins in the paragraph; > 0 where its beginning was cut. */
  readonly offset: number;
  /** The paragraph goes on behind `text`. */
  readonly cut: boolean;
}

export interface FoundQuote extends MarkedText {
  readonly speaker: string | null;
  /** The first office of the speaker as printed. */
  readonly office: string | null;
  readonly paragraph: number;
}

export interface FoundCaption extends Passage {
  readonly image: string | null;
  readonly credit: string | null;
}

export interface FoundArticle {
  readonly id: string;
  readonly externalId: string | null;
  readonly url: string | null;
  readonly newspaper: string | null;
  readonly section: string | null;
  readonly headline: MarkedText | null;
  /** `YYYY-MM-DDTHH:mm:ss+07:00` */
  readonly publishedAt: string | null;
  readonly publishedPrecision: 'minute' | 'day' | 'month' | null;
  /** ISO in UTC. */
  readonly fetchedAt: string | null;
  /** Id of the article that this one reprints. */
  readonly original: string | null;
  readonly withdrawnAt: string | null;
  /** The best way in which the question was found; "none" when browsing. */
  readonly tier: Tier;
  readonly score: number;
  /** The passage of sapo or text that holds most of the question; the beginning when browsing. */
  readonly snippet: Passage | null;
  /** Only captions and quotes that hold a part of the question; a few at most. */
  readonly captions: readonly FoundCaption[];
  readonly quotes: readonly FoundQuote[];
  readonly matched: Matched;
  /** Reprints that the same question finds, oldest first; [] where not grouped. */
  readonly reprints: readonly FoundReprint[];
}

/** In which way the question was found in an article, beside its tier. */
export interface Matched {
  /** Units that are written only in another way, as the article has them: "UBND" for "ủy ban nhân dân". */
  readonly otherwise: readonly string[];
  /** Units of a loosened question that do not stand in it. */
  readonly missing: readonly string[];
}

export interface FoundReprint {
  readonly id: string;
  readonly url: string | null;
  readonly newspaper: string | null;
  readonly headline: string | null;
  readonly publishedAt: string | null;
  readonly publishedPrecision: FoundArticle['publishedPrecision'];
}

export interface FacetValue {
  readonly value: string;
  /** For people to read; the value where no name is known. */
  readonly label: string;
  /** Articles of the whole answer that have it; where values of the same facet are chosen, of the answer without them. */
  readonly count: number;
}

/** A part of a question that is left out. */
export interface Dropped {
  /**
   * A facet's chosen values, first and last day, "only without a date", all that is chosen beside the box, the
   * field words in the text, its exclusions, the marks, one unit of the text; everything but one unit.
   */
  readonly drop:
    | Facet
    | 'days'
    | 'undated'
    | 'filters'
    | 'field-words'
    | 'exclusions'
    | 'exact'
    | 'unit'
    | 'others';
  /** The unit, as typed. */
  readonly unit: string | null;
}

/** What a question that found nothing would find without some of its parts. */
export interface Loosening extends Dropped {
  /** Left out as well: only where no single part is to blame. */
  readonly and: Dropped | null;
  readonly total: number;
}

export interface SearchAnswer {
  /** How the text was understood. */
  readonly understood: {
    readonly text: string;
    /** Each found as a phrase. */
    readonly units: readonly string[];
    readonly without: readonly string[];
    /** Those of the text joined with those beside it. */
    readonly filters: SearchFilters;
    readonly exactOnly: boolean;
    /** The text was read as raw Telex or VNI; null where it was taken as typed. */
    readonly decoded: string | null;
  };
  /** Articles that match, after loosening; exact. */
  readonly total: number;
  /** null: every unit as a phrase; else units were loosened to words, or to most of the words. */
  readonly loosened: null | 'words' | 'most';
  readonly sort: Sort;
  readonly page: number;
  readonly pageSize: number;
  /** 0 where nothing was found. */
  readonly pages: number;
  readonly hits: readonly FoundArticle[];
  /** Articles of this page that stand under another hit. */
  readonly folded: number;
  /** Most frequent value first, equals as a Vietnamese dictionary sorts; counts are exact. */
  readonly facets: Readonly<Partial<Record<Facet, readonly FacetValue[]>>>;
  /** How many different values each facet has; more than are listed where `facetSize` cut them. */
  readonly facetSizes: Readonly<Partial<Record<Facet, number>>>;
  /** Only where nothing was found. */
  readonly loosenings: readonly Loosening[];
}

export interface FacetQuestion extends Pick<Question, 'text' | 'filters' | 'exactOnly'> {
  readonly facet: Facet;
  /** Only values whose name holds this, marks or not. */
  readonly within?: string;
  readonly order?: 'count' | 'name';
  /** From 1. */
  readonly page?: number;
  /** 1 to MAX_FACET_SIZE. */
  readonly pageSize?: number;
}

export interface FacetPage {
  readonly facet: Facet;
  readonly within: string;
  readonly order: 'count' | 'name';
  /** Values that hold `within`; exact. */
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly pages: number;
  readonly values: readonly FacetValue[];
  readonly filters: SearchFilters;
}
