/**
 * Answers a question: the indexer builds and runs the request, the archive gives the texts.
 * Web, API and command line call only this.
 */
import type { Archive } from '../archive/port.ts';
import type { EngineAnswer, Match, Unit } from '../core/search.ts';
import { openFinder, unitsByWord } from '../indexer/highlight.ts';
import { type AskParts, allFilters, ask, textsOf } from './search/ask.ts';
import { checkFilters, checkSize, MAX_FACET_SIZE, offsetOf } from './search/bounds.ts';
import { type FacetParts, facetsFor } from './search/facets.ts';
import { foundArticle, type Looked } from './search/found-article.ts';
import { loosenings } from './search/loosening.ts';
import { grouped } from './search/reprints.ts';
import {
  FACET_SIZE,
  type FoundArticle,
  MAX_PAGE_SIZE,
  PAGE_SIZE,
  type Question,
  type SearchAnswer,
  USUAL_FACETS,
} from './search-answer.ts';

export interface SearchParts extends AskParts, FacetParts {
  readonly archive: { readonly articles: Pick<Archive['articles'], 'getMany'> };
}

function lookedFor(units: readonly Unit[], match: Match, exactOnly: boolean): Looked {
  const looked = match === 'words' ? unitsByWord(units) : units;
  const words = unitsByWord(units).filter((word) => word.marked[0]);
  return {
    units: looked,
    mayMiss: match === 'most',
    finder: openFinder(looked, exactOnly),
    words,
    wordFinder: openFinder(words, true),
  };
}

async function foundArticles(
  parts: SearchParts,
  answer: EngineAnswer,
  looked: Looked,
): Promise<FoundArticle[]> {
  if (answer.hits.length === 0) return [];
  const stored = await parts.archive.articles.getMany(answer.hits.map((hit) => hit.id));
  const byId = new Map(stored.map((one) => [one.article.id, one]));
  return answer.hits.flatMap((hit) => {
    const one = byId.get(hit.id);
    return one ? [foundArticle(one, hit, looked)] : [];
  });
}

/**
 * Asks for the units as phrases; where nothing is found, for their words, then for most of the units,
 * and says so in `loosened`. Raw Telex or VNI that finds nothing is asked for as typed too.
 *
 * @throws DiembaoError with a code that begins with `question-` where the question itself is wrong
 * (an API answers 400), any other code where the engine failed
 */
export async function search(parts: SearchParts, question: Question): Promise<SearchAnswer> {
  const side = question.filters ?? {};
  checkFilters(side);
  const { page = 1 } = question;
  const pageSize = checkSize(
    question.pageSize ?? PAGE_SIZE,
    MAX_PAGE_SIZE,
    'question-bad-page-size',
  );
  const asked = await ask(parts, {
    text: question.text,
    filters: side,
    exactOnly: question.exactOnly ?? false,
    sort: question.sort ?? 'relevance',
    facets: question.facets ?? USUAL_FACETS,
    facetLimit: checkSize(
      question.facetSize ?? FACET_SIZE,
      MAX_FACET_SIZE,
      'question-bad-facet-size',
    ),
    offset: offsetOf(page, pageSize),
    limit: pageSize,
  });
  const { question: read, match, request, answer, counts, sort } = asked;
  const looked = lookedFor(read.units, match, request.exactOnly);
  const hits = await foundArticles(parts, answer, looked);
  const shown = question.group ? await grouped(parts, request, hits) : { hits, folded: 0 };
  return {
    understood: {
      text: question.text,
      units: textsOf(read.units),
      without: textsOf(read.without),
      filters: allFilters(read.filters, side),
      exactOnly: request.exactOnly,
      decoded: read.decoded,
    },
    total: answer.total,
    loosened: asked.loosened,
    sort,
    page,
    pageSize,
    pages: Math.ceil(answer.total / pageSize),
    ...shown,
    ...(await facetsFor(parts, request, counts, side, read.filters)),
    loosenings: answer.total === 0 ? await loosenings(parts, asked, side) : [],
  };
}
