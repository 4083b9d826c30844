/** Who is named, with which offices and in which part. */
import type { Article } from '../../core/article.ts';
import { findPeople } from '../../vietnamese/index.ts';
import { passagesOf } from './passages.ts';

export const people = (article: Article): Pick<Article, 'people'> => ({
  people: findPeople(passagesOf(article)),
});
