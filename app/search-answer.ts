/** What a question is and what its answer looks like: the one shape that web, API and command line show. */
import type { Facet, SearchFilters, Tier } from '../core/search.ts';

export const PAGE_SIZE = 20;
/** More than this in one answer is refused. */
export const MAX_PAGE_SIZE = 100;

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
  /** All of them where left out; [] for none. */
  readonly facets?: readonly Facet[];
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
}

export interface FacetValue {
  readonly value: string;
  /** For people to read; the value where no name is known. */
  readonly label: string;
  /** Articles of the whole answer that have it. */
  readonly count: number;
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
  /** Most frequent value first; complete. */
  readonly facets: Readonly<Partial<Record<Facet, readonly FacetValue[]>>>;
}
