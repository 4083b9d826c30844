/** Every article that a question finds, whatever a page holds: for exports and lists that must be complete. */
import type { Question, SearchAnswer } from '../search-answer.ts';
import { type AskParts, allFilters, ask, textsOf } from './ask.ts';
import { checkFilters } from './bounds.ts';

export type WholeQuestion = Pick<Question, 'text' | 'filters' | 'sort' | 'exactOnly'>;

export interface EveryHit extends Pick<SearchAnswer, 'understood' | 'total' | 'loosened' | 'sort'> {
  /** Each once, in the order of `sort`; read only as fast as it is asked for. May be left at any time. */
  readonly ids: AsyncIterable<string>;
}

async function* flat(batches: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  for await (const ids of batches) yield* ids;
}

/**
 * The answer to a question as `search` gives it, with all of its articles.
 * @throws DiembaoError with a code that begins with `question-` where the question itself is wrong
 */
export async function openEveryHit(parts: AskParts, question: WholeQuestion): Promise<EveryHit> {
  const side = question.filters ?? {};
  checkFilters(side);
  const asked = await ask(parts, {
    text: question.text,
    filters: side,
    exactOnly: question.exactOnly ?? false,
    sort: question.sort ?? 'relevance',
    facets: [],
    facetLimit: 0,
    offset: 0,
    limit: 0,
  });
  return {
    understood: {
      text: question.text,
      units: textsOf(asked.question.units),
      without: textsOf(asked.question.without),
      filters: allFilters(asked.question.filters, side),
      exactOnly: asked.request.exactOnly,
      decoded: asked.question.decoded,
    },
    total: asked.answer.total,
    loosened: asked.loosened,
    sort: asked.sort,
    ids: flat(parts.engine.every(asked.request)),
  };
}

/** The ids alone. */
export async function* everyHit(parts: AskParts, question: WholeQuestion): AsyncGenerator<string> {
  yield* (await openEveryHit(parts, question)).ids;
}
