/** What conferences are read from and what is read: equal in shape to the record's own types. */

export interface Passage {
  /** -1 the headline, 0 the sapo, n the n-th block. */
  readonly paragraph: number;
  readonly type: string;
  readonly text: string;
}

export interface Span {
  /** UTF-16 offsets, end exclusive. */
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

export type PlacePath = [string | null, string | null, string | null];

export interface DateSeen extends Span {
  readonly text: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly recurring: boolean;
  readonly birth: boolean;
}

export interface PlaceSeen extends Span {
  readonly text: string;
  readonly level: 'province' | 'district' | 'commune';
  readonly code: string | null;
  readonly path: PlacePath;
}

export interface PersonSeen {
  readonly name: string | null;
  readonly roles: readonly string[];
}

export interface QuoteSeen {
  readonly spans: readonly Span[];
  readonly speaker: { readonly name: string | null } | null;
}

/** What the steps before found in the same article. */
export interface ConferenceContext {
  /** ISO moment; without it nothing is known to lie ahead but what the words say. */
  readonly publishedAt: string | null;
  /** Statistics-office code of the newspaper's province. */
  readonly province?: string | null;
  readonly dates: readonly DateSeen[];
  readonly places: readonly PlaceSeen[];
  readonly mainPlaces: readonly PlacePath[];
  readonly people: readonly PersonSeen[];
  readonly quotes: readonly QuoteSeen[];
}

export type Kind = 'so-ket' | 'tong-ket' | 'dai-hoi' | 'ky-hop' | 'hoi-nghi' | 'hoi-thi' | 'le';
export type Level = 'co-so' | 'huyen' | 'tinh' | 'trung-uong';
export type Status = 'held' | 'planned';

export interface Years {
  readonly from: number;
  readonly to: number;
}

export interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

export interface Conference {
  name: string;
  kind: Kind;
  occasion: string | null;
  organiser: string | null;
  level: Level | null;
  term: Years | null;
  date: Days | null;
  place: { code: string | null; path: PlacePath } | null;
  chairs: string[];
  speakers: string[];
  status: Status;
  main: boolean;
  evidence: Span[];
}
