/** The dates of an article, resolved against its publication. */
import { type Article, type DateMention, passages } from '../../core/article.ts';
import { findDates } from '../../vietnamese/index.ts';

/** Every mention in headline, sapo and blocks, in reading order. */
export function readDates(
  article: Pick<Article, 'headline' | 'sapo' | 'blocks' | 'publishedAt'>,
): DateMention[] {
  return findDates(passages(article), { publishedAt: article.publishedAt });
}
