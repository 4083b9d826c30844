/** Under which units a conference is found: those that hold its place, of its day and of today. */
import type { Article } from '../../core/article.ts';
import { codesAbove, today } from '../../vietnamese/index.ts';

/** One list of codes for each conference of the article, in their order; empty where no place is known. */
export function conferencePlaces(
  article: Pick<Article, 'conferences' | 'publishedAt'>,
): string[][] {
  const day = article.publishedAt?.slice(0, 10) ?? null;
  return article.conferences.map(({ place }) => {
    if (!place?.code) return [];
    const now = today(place.code, day).flatMap(({ code }) => codesAbove(code));
    return [...new Set([...codesAbove(place.code, day), ...now])].sort();
  });
}
