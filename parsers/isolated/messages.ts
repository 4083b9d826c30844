/** What the two sides of a parser's thread say to each other. */
import type { RawPage } from '../../core/raw-page.ts';
import type { Family, Newspaper } from '../../newspapers/define.ts';
import type { ParseResult } from '../port.ts';

/** Sent once, before anything else. */
export interface Begin {
  readonly kind: 'begin';
  readonly families: readonly Family[];
}

/** A paper that the thread has not been told of; later pages name it by its hash. */
export interface Paper {
  readonly kind: 'paper';
  readonly newspaper: Newspaper;
}

export interface Read {
  readonly kind: 'read';
  readonly page: RawPage;
  /** Hash of the newspaper; null for none. */
  readonly newspaper: string | null;
}

export type Ask = Begin | Paper | Read;
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly result: ParseResult };
