/** Who said what. */
import { type Article, passages } from '../../core/article.ts';
import { findQuotes } from '../../vietnamese/index.ts';

export const quotes = (article: Article): Pick<Article, 'quotes'> => ({
  quotes: findQuotes(passages(article)),
});
