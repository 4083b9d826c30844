/** What parsing is handed and what it answers. Pure and synchronous: no clock, no network, no archive. */
import type { Article } from '../core/article.ts';
import type { Outcome } from '../core/outcomes.ts';
import type { RawPage } from '../core/raw-page.ts';
import type { Family, Newspaper } from '../newspapers/define.ts';

export interface ParseContext {
  /** Null: the family is found by its fingerprint. */
  readonly newspaper: Newspaper | null;
  readonly families: readonly Family[];
}

export interface ParseResult {
  readonly outcome: Outcome;
  readonly article: Article | null;
  /** URLs that lead to this article: asked for, final, canonical. */
  readonly aliases: readonly string[];
  /** MinHash of the body's syllables, unsigned 32-bit numbers; [] for a body too short to compare. */
  readonly signature: readonly number[];
  /** One joining key for each of `article.conferences`. */
  readonly conferenceKeys: readonly string[];
  /** For each of `article.conferences`: codes of every unit that holds its place. */
  readonly conferencePlaces: readonly (readonly string[])[];
  /** Address of the original where the page says that it republishes another paper. */
  readonly original?: string | null;
}

export type ParsePage = (page: RawPage, context: ParseContext) => ParseResult;
