/**
 * Answers a question: the indexer builds and runs the request, the archive gives the texts.
 * Web, API and command line call only this.
 */
import type { Archive } from '../archive/port.ts';
import { DiembaoError } from '../core/errors.ts';
import type { Facet } from '../core/search.ts';
import type { SearchEngine } from '../indexer/engine.ts';
import type { Question, SearchAnswer } from './search-answer.ts';

export interface SearchParts {
  readonly engine: SearchEngine;
  readonly archive: Pick<Archive, 'articles'>;
  /** The name of a facet value for people ("42" -> "Tỉnh Hà Tĩnh"); null where it has none. */
  readonly label?: (facet: Facet, value: string) => string | null;
}

/**
 * @throws DiembaoError with a code that begins with `question-` where the question itself is wrong
 * (an API answers 400), any other code where the engine failed
 */
export async function search(_parts: SearchParts, _question: Question): Promise<SearchAnswer> {
  throw new DiembaoError('search-not-built', 'search: not built yet');
}
