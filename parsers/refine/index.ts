/**
 * Refining: from an article's text to who said what, when and where. Each step adds its part of the record
 * and may look at what the steps before it found; that is why the order matters.
 */
import type { Article } from '../../core/article.ts';
import { conferences } from './conferences.ts';
import { readDates } from './dates.ts';
import { people } from './people.ts';
import { places } from './places.ts';
import { quotes } from './quotes.ts';

export interface RefineContext {
  /** Statistics-office code of the newspaper's province; null for a central paper or none. */
  readonly province: string | null;
}

export type RefineStep = (article: Article, context: RefineContext) => Partial<Article>;

const STEPS: readonly RefineStep[] = [
  (article) => ({ dates: readDates(article) }),
  places,
  people,
  quotes,
  // Last: it looks at all that the others found.
  conferences,
];

/** The article with quotes, dates, places, people and conferences read out of its text. Never throws. */
export function refine(article: Article, context: RefineContext): Article {
  let read = article;
  for (const step of STEPS) read = { ...read, ...step(read, context) };
  return read;
}

export { conferenceKeys } from './conferences.ts';
