/** Who said what. */
import type { Article } from '../../core/article.ts';
import { findQuotes } from '../../vietnamese/index.ts';
import { passagesOf } from './passages.ts';

export const quotes = (article: Article): Pick<Article, 'quotes'> => ({
  quotes: findQuotes(passagesOf(article)),
});
