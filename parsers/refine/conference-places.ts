/** Under which units a conference is found: those that hold its place, of its day and of today. */
import type { Article } from '../../core/article.ts';
import { codesAbove, today, unit } from '../../vietnamese/index.ts';

/** As the search's place values: a code, with the first day of its unit where others bore it before. */
function valueOn(code: string, day: string | null): string {
  const found = unit(code, day) ?? unit(code);
  return found?.from ? `${code}@${found.from}` : code;
}

/**
 * One list for each conference of the article, in their order; empty where no place is known. A unit of the
 * day is its value (`42`, `91@2025-07-01`), a unit of today `t:` and its code (`t:91`).
 */
export function conferencePlaces(
  article: Pick<Article, 'conferences' | 'publishedAt'>,
): string[][] {
  const day = article.publishedAt?.slice(0, 10) ?? null;
  return article.conferences.map(({ place }) => {
    if (!place?.code) return [];
    const then = codesAbove(place.code, day).map((code) => valueOn(code, day));
    const now = today(place.code, day).flatMap(({ code }) => codesAbove(code));
    return [...new Set([...then, ...now.map((code) => `t:${code}`)])].sort();
  });
}
