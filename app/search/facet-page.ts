/** One facet of an answer in full: looked through, by number or by name, page by page. */
import type { Facet, FacetAnswer } from '../../core/search.ts';
import { foldedWithin } from '../../indexer/facet-keys.ts';
import { isNamed } from '../labels.ts';
import type { FacetPage, FacetQuestion, FacetValue } from '../search-answer.ts';
import { type AskParts, ask } from './ask.ts';
import {
  checkFilters,
  checkSize,
  checkWithin,
  FACET_SIZE,
  MAX_FACET_SIZE,
  offsetOf,
} from './bounds.ts';
import { byLabel, type FacetParts, named, without } from './facets.ts';

const CHRONOLOGICAL: ReadonlySet<Facet> = new Set(['month', 'day']);

/** Days by the calendar, latest first; all else as a dictionary sorts. */
function byName(facet: Facet): (a: FacetValue, b: FacetValue) => number {
  return CHRONOLOGICAL.has(facet) ? (a, b) => (a.value < b.value ? 1 : -1) : byLabel;
}

/**
 * The facet of the answer to the same question, counted without what is chosen of it.
 * @throws DiembaoError with a code that begins with `question-` where the question itself is wrong
 */
export async function facetPage(
  parts: AskParts & FacetParts,
  question: FacetQuestion,
): Promise<FacetPage> {
  const { facet, within = '', order = 'count', page = 1, pageSize = FACET_SIZE } = question;
  const side = question.filters ?? {};
  checkFilters(side);
  checkWithin(within);
  checkSize(pageSize, MAX_FACET_SIZE, 'question-bad-facet-size');
  const offset = offsetOf(page, pageSize);
  const { question: asked, request } = await ask(parts, {
    text: question.text,
    filters: without(side, facet),
    exactOnly: question.exactOnly ?? false,
    sort: 'newest',
    facets: [],
    facetLimit: 0,
    offset: 0,
    limit: 0,
  });
  const folded = foldedWithin(within);
  const slice = { facet, within: folded, order, offset, limit: pageSize };
  const answer = async (): Promise<{ total: number; values: readonly FacetValue[] }> => {
    if (!isNamed(facet)) {
      const found: FacetAnswer = await parts.engine.facet(request, slice);
      return { total: found.total, values: named(parts, facet, found.values) };
    }
    const { facetLimit: _, ...all } = request;
    const { facets } = await parts.engine.search({ ...all, facets: [facet] });
    const values = named(parts, facet, facets[facet] ?? [])
      .filter(({ label }) => foldedWithin(label).includes(folded))
      .sort((a, b) => (order === 'count' ? b.count - a.count : 0) || byName(facet)(a, b));
    return { total: values.length, values: values.slice(offset, offset + pageSize) };
  };
  const { total, values } = await answer();
  return {
    facet,
    within,
    order,
    total,
    page,
    pageSize,
    pages: Math.ceil(total / pageSize),
    values,
    filters: { ...asked.filters, ...side },
  };
}
