/** Scoring one article of the gold: each kind that the gold annotates. */
import type { Article } from '../../core/article.ts';
import { scoreConferences } from './conferences.ts';
import { scoreDates } from './dates.ts';
import type { GoldArticle } from './gold.ts';
import { scoreMain, scorePlaces } from './places.ts';
import { scoreQuotes } from './quotes.ts';
import { scoreInto, type Tally } from './tally.ts';

export function scoreArticle(gold: GoldArticle, article: Article, tally: Tally): void {
  const score = scoreInto(tally, gold.id);
  tally.articles += 1;
  if (gold.quotes) scoreQuotes(gold.quotes, article, score);
  if (gold.dates) scoreDates(gold.dates, article, score);
  if (gold.places) scorePlaces(gold.places, article, score);
  if (gold.mainPlaces) scoreMain(gold.mainPlaces, gold.otherMainPlaces, article, score);
  if (gold.conferences) scoreConferences(gold.conferences, article, score);
}
