/**
 * Answers a question: the indexer builds and runs the request, the archive gives the texts.
 * Web, API and command line call only this.
 */
import type { Archive } from '../archive/port.ts';
import { DiembaoError } from '../core/errors.ts';
import {
  type EngineAnswer,
  FACETS,
  type Facet,
  type Match,
  type SearchFilters,
  type SearchRequest,
  type Unit,
} from '../core/search.ts';
import type { SearchEngine } from '../indexer/engine.ts';
import { openFinder, unitsByWord } from '../indexer/highlight.ts';
import { type ParsedQuestion, parseQuestion } from '../indexer/question.ts';
import { foundArticle, type Looked } from './search/found-article.ts';
import {
  type FoundArticle,
  MAX_PAGE_SIZE,
  PAGE_SIZE,
  type Question,
  type SearchAnswer,
} from './search-answer.ts';

export interface SearchParts {
  readonly engine: SearchEngine;
  readonly archive: { readonly articles: Pick<Archive['articles'], 'getMany'> };
  /** The name of a facet value for people ("42" -> "Tỉnh Hà Tĩnh"); null where it has none. */
  readonly label?: (facet: Facet, value: string) => string | null;
  /** Id of the newspaper that `nguồn:` means by id, name or host; without it the word is the id. */
  readonly newspaper?: (text: string) => string | null;
  /** Told of every request before the engine is asked. */
  readonly onRequest?: (request: SearchRequest) => void;
}

interface Page {
  readonly page: number;
  readonly pageSize: number;
  readonly offset: number;
}

/** @throws DiembaoError `question-bad-page`, `question-bad-page-size` */
function pageOf(question: Question): Page {
  const { page = 1, pageSize = PAGE_SIZE } = question;
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
    throw new DiembaoError(
      'question-bad-page-size',
      `search: a page holds 1 to ${MAX_PAGE_SIZE} articles, not ${pageSize}`,
    );
  }
  const offset = (page - 1) * pageSize;
  if (!Number.isInteger(page) || page < 1 || !Number.isSafeInteger(offset)) {
    throw new DiembaoError('question-bad-page', `search: there is no page ${page}`);
  }
  return { page, pageSize, offset };
}

/** @throws DiembaoError `question-bad-date` for a chosen day that is not on the calendar */
function checkDays({ from, to }: SearchFilters): void {
  for (const day of [from, to]) {
    if (day === undefined) continue;
    const date = new Date(`${day}T00:00:00Z`);
    if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day) {
      throw new DiembaoError('question-bad-date', `search: there is no day "${day.slice(0, 20)}"`, {
        hint: 'Ngày viết dạng YYYY-MM-DD.',
      });
    }
  }
}

/** @throws DiembaoError with the first fault's code */
function parsed(parts: SearchParts, text: string, decode: boolean): ParsedQuestion {
  const question = parseQuestion(text, {
    decode,
    ...(parts.newspaper ? { newspaper: parts.newspaper } : {}),
  });
  const [fault] = question.errors;
  if (fault) throw new DiembaoError(fault.code, `search: ${fault.message}`);
  return question;
}

interface Attempt {
  readonly question: ParsedQuestion;
  readonly match: Match;
}

/** How a question is asked, one after the other, until something is found. */
function attempts(parts: SearchParts, text: string): Attempt[] {
  const first = parsed(parts, text, true);
  const asTyped = first.decoded === null ? [] : [parsed(parts, text, false)];
  const { units } = first;
  return [
    { question: first, match: 'units' },
    ...asTyped.map((question) => ({ question, match: 'units' as const })),
    ...(units.some((unit) => unit.exact.length > 1)
      ? [{ question: first, match: 'words' as const }]
      : []),
    ...(units.length > 2 ? [{ question: first, match: 'most' as const }] : []),
  ];
}

/** The filters of the text and those beside it, for showing. */
function allFilters(a: SearchFilters, b: SearchFilters): SearchFilters {
  const joined: Record<string, string | boolean | readonly string[]> = { ...a };
  for (const [name, value] of Object.entries(b)) {
    const own = joined[name];
    joined[name] =
      Array.isArray(own) && Array.isArray(value) ? [...new Set([...own, ...value])] : value;
  }
  return joined;
}

function lookedFor(units: readonly Unit[], match: Match, exactOnly: boolean): Looked {
  const looked = match === 'words' ? unitsByWord(units) : units;
  const words = unitsByWord(units).filter((word) => word.marked[0]);
  return {
    units: looked,
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

function labelled(parts: SearchParts, facets: EngineAnswer['facets']): SearchAnswer['facets'] {
  return Object.fromEntries(
    FACETS.flatMap((facet) => {
      const values = facets[facet];
      if (!values) return [];
      const withLabels = values.map(({ value, count }) => ({
        value,
        label: parts.label?.(facet, value) ?? value,
        count,
      }));
      return [[facet, withLabels]];
    }),
  );
}

/**
 * Asks for the units as phrases; where nothing is found, for their words, then for most of the units,
 * and says so in `loosened`. Raw Telex or VNI that finds nothing is asked for as typed too.
 *
 * @throws DiembaoError with a code that begins with `question-` where the question itself is wrong
 * (an API answers 400), any other code where the engine failed
 */
export async function search(parts: SearchParts, question: Question): Promise<SearchAnswer> {
  checkDays(question.filters ?? {});
  const { page, pageSize, offset } = pageOf(question);
  const side = question.filters ?? {};
  const tries = attempts(parts, question.text);
  const browsing = tries[0]?.question.units.length === 0;
  const wanted = question.sort ?? 'relevance';
  const sort = browsing && wanted === 'relevance' ? 'newest' : wanted;

  const ask = async ({ question: asked, match }: Attempt) => {
    const request: SearchRequest = {
      units: asked.units,
      whole: asked.whole,
      without: asked.without,
      match,
      exactOnly: asked.exactOnly || question.exactOnly === true,
      filters: [asked.filters, side],
      facets: question.facets ?? FACETS,
      sort,
      offset,
      limit: pageSize,
    };
    parts.onRequest?.(request);
    return { asked, match, request, answer: await parts.engine.search(request) };
  };
  const [first, ...more] = tries;
  if (!first) throw new Error('a question is asked at least once');
  let result = await ask(first);
  for (const next of more) {
    if (result.answer.total > 0) break;
    const loosened = await ask(next);
    // Nothing at all is found in the first way, not in the loosest one.
    if (loosened.answer.total > 0) result = loosened;
  }

  const { asked, match, request, answer } = result;
  const looked = lookedFor(asked.units, match, request.exactOnly);
  return {
    understood: {
      text: question.text,
      units: asked.units.map((unit) => unit.text),
      without: asked.without.map((unit) => unit.text),
      filters: allFilters(asked.filters, side),
      exactOnly: request.exactOnly,
      decoded: asked.decoded,
    },
    total: answer.total,
    loosened: match === 'units' ? null : match,
    sort,
    page,
    pageSize,
    pages: Math.ceil(answer.total / pageSize),
    hits: await foundArticles(parts, answer, looked),
    facets: labelled(parts, answer.facets),
  };
}
