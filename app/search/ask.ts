/** Puts a question to the engine: as it was meant, then loosened step by step until something is found. */
import type {
  EngineAnswer,
  Facet,
  Match,
  SearchFilters,
  SearchRequest,
  Unit,
} from '../../core/search.ts';
import type { SearchEngine } from '../../indexer/engine.ts';
import { type ParsedQuestion, parseQuestion } from '../../indexer/question.ts';
import { putRight } from '../../vietnamese/index.ts';
import type { Sort } from '../search-answer.ts';
import { chosenFacets, countedWithoutThemselves, type FacetCounts } from './facets.ts';
import { inWords, questionFault } from './question-fault.ts';

export interface AskParts {
  readonly engine: SearchEngine;
  /** Id of the newspaper that `nguồn:` means by id, name or host; without it the word is the id. */
  readonly newspaper?: (text: string) => string | null;
  /** Told of every request before the engine is asked. */
  readonly onRequest?: (request: SearchRequest) => void;
}

/** What is asked for, checked. */
export interface Asking {
  readonly text: string;
  /** Beside the text. */
  readonly filters: SearchFilters;
  readonly exactOnly: boolean;
  readonly sort: Sort;
  readonly facets: readonly Facet[];
  readonly facetLimit: number;
  readonly offset: number;
  readonly limit: number;
}

/** The question in the way in which it found something; in the first way where nothing did. */
export interface Asked {
  readonly question: ParsedQuestion;
  readonly match: Match;
  /** Null where it was asked for as it was meant: every unit as a phrase, and nothing put right. */
  readonly loosened: null | 'words' | 'most';
  /** The facets in which nothing is chosen come with its answer. */
  readonly request: SearchRequest;
  readonly answer: EngineAnswer;
  /** Of all facets that were asked for. */
  readonly counts: FacetCounts;
  readonly sort: Sort;
}

interface Attempt {
  readonly question: ParsedQuestion;
  readonly match: Match;
  readonly loosened: null | 'words' | 'most';
}

/** @throws DiembaoError with the first fault's code */
function parsed(parts: AskParts, text: string, decode: boolean): ParsedQuestion {
  const question = parseQuestion(text, {
    decode,
    ...(parts.newspaper ? { newspaper: parts.newspaper } : {}),
  });
  const fault = questionFault(question.errors);
  if (fault) throw fault;
  return question;
}

/** How a question is asked, one after the other, until something is found. */
function attempts(parts: AskParts, text: string): [Attempt, ...Attempt[]] {
  const first = parsed(parts, text, true);
  const asTyped = first.decoded === null ? [] : [parsed(parts, text, false)];
  const { units } = first;
  const right = putRight(first.decoded ?? text);
  // It says so: what was asked for is `decoded`.
  const forgiven = right === null ? [] : [{ ...parsed(parts, right, false), decoded: right }];
  return [
    { question: first, match: 'units', loosened: null },
    ...asTyped.map((question) => ({ question, match: 'units' as const, loosened: null })),
    ...(units.some((unit) => unit.exact.length > 1)
      ? [{ question: first, match: 'words' as const, loosened: 'words' as const }]
      : []),
    ...forgiven.map((question) => ({
      question,
      match: 'units' as const,
      loosened: 'words' as const,
    })),
    ...(units.length > 2
      ? [{ question: first, match: 'most' as const, loosened: 'most' as const }]
      : []),
  ];
}

/** The filters of the text and those beside it, for showing. */
export function allFilters(a: SearchFilters, b: SearchFilters): SearchFilters {
  const joined: Record<string, string | boolean | readonly string[]> = { ...a };
  for (const [name, value] of Object.entries(b)) {
    const own = joined[name];
    joined[name] =
      Array.isArray(own) && Array.isArray(value) ? [...new Set([...own, ...value])] : value;
  }
  return joined;
}

/** What the engine is asked for one way of taking the question. */
function requestOf({ question, match }: Attempt, asking: Asking, sort: Sort): SearchRequest {
  const chosen = chosenFacets(asking.facets, asking.filters);
  return {
    units: question.units,
    whole: question.whole,
    without: question.without,
    match,
    exactOnly: question.exactOnly || asking.exactOnly,
    filters: [question.filters, asking.filters],
    facets: asking.facets.filter((facet) => !chosen.includes(facet)),
    facetLimit: asking.facetLimit,
    sort,
    offset: asking.offset,
    limit: asking.limit,
  };
}

/** @throws DiembaoError with a code that begins with `question-` where the text is wrong */
export async function ask(parts: AskParts, asking: Asking): Promise<Asked> {
  const [first, ...more] = attempts(parts, asking.text);
  const browsing = first.question.units.length === 0;
  const sort = browsing && asking.sort === 'relevance' ? 'newest' : asking.sort;
  const chosen = chosenFacets(asking.facets, asking.filters);
  const one = async (attempt: Attempt): Promise<Asked> => {
    const request = requestOf(attempt, asking, sort);
    parts.onRequest?.(request);
    // At once: on a server they cost no second wait.
    const [answer, own] = await inWords(
      Promise.all([
        parts.engine.search(request),
        countedWithoutThemselves(
          parts.engine,
          request,
          chosen,
          asking.filters,
          attempt.question.filters,
        ),
      ]),
    );
    const counts = {
      facets: { ...answer.facets, ...own.facets },
      facetSizes: { ...answer.facetSizes, ...own.facetSizes },
    };
    return { ...attempt, request, answer, counts, sort };
  };
  const asMeant = await one(first);
  if (asMeant.answer.total > 0) return asMeant;
  for (const next of more) {
    const loosened = await one(next);
    if (loosened.answer.total > 0) return loosened;
  }
  // Nothing at all is found in the first way, not in the loosest one.
  return asMeant;
}

/** The number of articles of a request that is asked otherwise. */
export async function countOf(
  { engine }: AskParts,
  request: SearchRequest,
  change: Partial<Pick<SearchRequest, 'filters' | 'units' | 'without' | 'exactOnly'>>,
): Promise<number> {
  const { total } = await engine.search({
    ...request,
    whole: [],
    ...change,
    facets: [],
    offset: 0,
    limit: 0,
  });
  return total;
}

/** Units that a request was read into, as typed. */
export const textsOf = (units: readonly Unit[]): string[] => units.map((unit) => unit.text);
