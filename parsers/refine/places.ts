/** The places of an article, by the map of its day and of today. */
import { type Article, passages } from '../../core/article.ts';
import { findPlaces } from '../../vietnamese/index.ts';

/** Every unit named in headline, sapo and blocks, in reading order, and the article's main places. */
export function places(
  article: Pick<Article, 'headline' | 'sapo' | 'blocks' | 'publishedAt'>,
  context: { readonly province: string | null },
): Pick<Article, 'places' | 'mainPlaces'> {
  return findPlaces(passages(article), {
    publishedAt: article.publishedAt,
    province: context.province,
  });
}
