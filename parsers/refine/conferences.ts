/** The conferences of an article, and the keys by which the archive joins their mentions. */
import { type Article, passages } from '../../core/article.ts';
import { conferenceKey, findConferences } from '../../vietnamese/index.ts';

/** Reads dates, places, people and quotes of the steps before. */
export const conferences = (
  article: Article,
  context: { readonly province: string | null },
): Pick<Article, 'conferences'> => ({
  conferences: findConferences(passages(article), {
    publishedAt: article.publishedAt,
    province: context.province,
    dates: article.dates,
    places: article.places,
    mainPlaces: article.mainPlaces,
    people: article.people,
    quotes: article.quotes,
  }),
});

/** One joining key for each conference: mentions with equal keys are the same event; "" joins nothing. */
export function conferenceKeys(article: Pick<Article, 'conferences' | 'publishedAt'>): string[] {
  const { publishedAt } = article;
  return article.conferences.map((conference) => conferenceKey(conference, { publishedAt }));
}
