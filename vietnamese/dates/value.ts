/** What a date's words say before it is known which year, or which days, they mean. */
import type { Days } from './calendar.ts';

/** Null: no year is printed. */
export type Year = number | null;

export type Value =
  | {
      readonly kind: 'day';
      readonly year: Year;
      /** Null: "ngày 24" of "ngày 24 và 25/5". */
      readonly month: number | null;
      readonly day: number;
      readonly lunar: boolean;
      readonly leap: boolean;
    }
  | {
      readonly kind: 'month';
      readonly year: Year;
      readonly month: number;
      readonly lunar: boolean;
      readonly leap: boolean;
    }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'quarter'; readonly year: Year; readonly quarter: number }
  /** 1 spring … 4 winter */
  | { readonly kind: 'season'; readonly year: Year; readonly season: number }
  /** "6 tháng đầu năm" */
  | { readonly kind: 'months'; readonly year: Year; readonly first: number; readonly last: number }
  | { readonly kind: 'weekday'; readonly weekday: number }
  /** Days that the words alone give, with their own EDTF. */
  | {
      readonly kind: 'fixed';
      readonly days: Days;
      readonly edtf: string;
      readonly approximate: boolean;
    }
  /** "cùng ngày" */
  | { readonly kind: 'same' }
  /** Depends on a day of publication that isn't known. */
  | { readonly kind: 'unknown' };

/** đầu, giữa, cuối */
export type Part = 'early' | 'middle' | 'late';

/** One date as printed, with what stands right at it. */
export interface Atom {
  readonly start: number;
  readonly end: number;
  readonly value: Value;
  readonly part: Part | null;
  /** Said of what will be, or has been: "tới", "vừa qua". */
  readonly lean: 'past' | 'future' | null;
  readonly recurring: boolean;
}

/** Day of publication (see calendar.ts), null if unknown. */
export interface Reference {
  readonly today: number | null;
}

/** A way to print a date. `pattern` is sticky and sees lower-case text. */
export interface Rule {
  /** What the rule takes, in words a reader knows. */
  readonly example: string;
  readonly pattern: RegExp;
  readonly read: (
    groups: Readonly<Record<string, string | undefined>>,
    reference: Reference,
  ) => Value | null;
}
