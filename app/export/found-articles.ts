/** Every article that a question finds, in order, read from the archive a few at a time. */
import type { Archive, StoredArticle } from '../../archive/port.ts';
import type { AskParts } from '../search/ask.ts';
import { type EveryHit, openEveryHit, type WholeQuestion } from '../search/every-hit.ts';

export interface FoundArticles {
  readonly answer: Omit<EveryHit, 'ids'>;
  readonly articles: AsyncIterable<StoredArticle>;
}

export interface FoundParts extends AskParts {
  readonly archive: { readonly articles: Pick<Archive['articles'], 'getMany'> };
}

const SLICE = 100;

/** @throws DiembaoError `question-…` where the question is wrong, before anything is read */
export async function foundArticles(
  parts: FoundParts,
  question: WholeQuestion,
): Promise<FoundArticles> {
  const { ids, ...answer } = await openEveryHit(parts, question);
  const { getMany } = parts.archive.articles;
  async function* articles() {
    let slice: string[] = [];
    for await (const id of ids) {
      if (slice.push(id) < SLICE) continue;
      yield* await getMany(slice);
      slice = [];
    }
    if (slice.length > 0) yield* await getMany(slice);
  }
  return { answer, articles: articles() };
}
