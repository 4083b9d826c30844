/** The question of a saved search as it is kept: the whole of it, without page and order. */
import { z } from 'zod';
import { UsageError } from '../../core/errors.ts';
import { FACETS, type SearchFilters } from '../../core/search.ts';
import { told } from '../../i18n/text.ts';
import { parseQuestion } from '../../indexer/question.ts';
import type { AskParts } from '../search/ask.ts';
import { checkFilters } from '../search/bounds.ts';
import { questionFault } from '../search/question-fault.ts';
import type { Question } from '../search-answer.ts';

export const SavedQuestion = z.strictObject({
  text: z.string(),
  /** Values of each facet that was chosen. */
  facets: z.partialRecord(z.enum(FACETS), z.array(z.string())),
  from: z.string().nullable(),
  to: z.string().nullable(),
  undated: z.boolean(),
  exactOnly: z.boolean(),
});
export type SavedQuestion = z.infer<typeof SavedQuestion>;

export function toSaved({ text, filters = {}, exactOnly = false }: Question): SavedQuestion {
  const { from = null, to = null, undated = false } = filters;
  const facets: SavedQuestion['facets'] = {};
  for (const facet of FACETS) {
    const values = filters[facet];
    if (values?.length) facets[facet] = [...values];
  }
  return { text: text.trim(), facets, from, to, undated, exactOnly };
}

export function filtersOf({ facets, from, to, undated }: SavedQuestion): SearchFilters {
  return {
    ...Object.fromEntries(
      FACETS.flatMap((facet) => (facets[facet] ? [[facet, facets[facet]] as const] : [])),
    ),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(undated ? { undated } : {}),
  };
}

/** As the search page asks it. */
export const toQuestion = (saved: SavedQuestion): Question => ({
  text: saved.text,
  filters: filtersOf(saved),
  exactOnly: saved.exactOnly,
});

/**
 * @throws DiembaoError `question-…` where the question is wrong; UsageError `saved-search-no-question` where it asks for
 * everything
 */
export function checkQuestion(parts: Pick<AskParts, 'newspaper'>, saved: SavedQuestion): void {
  const filters = filtersOf(saved);
  checkFilters(filters);
  const fault = questionFault(parseQuestion(saved.text, parts).errors);
  if (fault) throw fault;
  if (saved.text === '' && Object.keys(filters).length === 0)
    throw new UsageError('saved-search-no-question', told('Chưa có câu hỏi hay bộ lọc nào để lưu'));
}
