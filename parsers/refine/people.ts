/** Who is named, with which offices and in which part. */
import { type Article, passages } from '../../core/article.ts';
import { findPeople } from '../../vietnamese/index.ts';

export const people = (article: Article): Pick<Article, 'people'> => ({
  people: findPeople(passages(article)),
});
