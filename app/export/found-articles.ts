/** Every article that a question finds, in order, read from the archive a few at a time. */
import type { StoredArticle } from '../../archive/port.ts';
import { type SearchParts, search } from '../search.ts';
import { MAX_PAGE_SIZE, type Question, type SearchAnswer } from '../search-answer.ts';

export interface FoundArticles {
  readonly answer: Pick<SearchAnswer, 'understood' | 'total' | 'loosened' | 'sort'>;
  readonly articles: AsyncIterable<StoredArticle>;
}

export type AllQuestion = Omit<Question, 'page' | 'pageSize' | 'facets'>;

/** @throws DiembaoError `question-…` where the question is wrong, before anything is read */
export async function foundArticles(
  parts: SearchParts,
  question: AllQuestion,
): Promise<FoundArticles> {
  const page = (number: number) =>
    search(parts, { ...question, page: number, pageSize: MAX_PAGE_SIZE, facets: [] });
  const first = await page(1);
  async function* articles() {
    for (let number = 1, found = first; ; number++, found = await page(number)) {
      yield* await parts.archive.articles.getMany(found.hits.map((hit) => hit.id));
      if (number >= found.pages) return;
    }
  }
  return { answer: first, articles: articles() };
}
