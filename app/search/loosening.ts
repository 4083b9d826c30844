/** What would be found if one thing less were asked: for an answer without articles. */
import { FACETS, type SearchFilters } from '../../core/search.ts';
import type { Loosening } from '../search-answer.ts';
import { type Asked, type AskParts, countOf } from './ask.ts';
import { without } from './facets.ts';

/** A question that found nothing has so many of its units counted by themselves. */
const MOST_UNITS = 8;

const isEmpty = (filters: SearchFilters) =>
  Object.values(filters).every((value) => (Array.isArray(value) ? value.length === 0 : !value));

/** Each with its number of articles, those that find something first. */
export async function loosenings(
  parts: AskParts,
  { question, request }: Asked,
  side: SearchFilters,
): Promise<Loosening[]> {
  const ofText = question.filters;
  const found: Loosening[] = [];
  const chosen = FACETS.filter((facet) => (side[facet]?.length ?? 0) > 0);
  for (const facet of chosen) {
    const filters = [ofText, without(side, facet)];
    found.push({ drop: facet, unit: null, total: await countOf(parts, request, { filters }) });
  }
  if (side.from !== undefined || side.to !== undefined) {
    const { from: _, to: __, ...others } = side;
    const total = await countOf(parts, request, { filters: [ofText, others] });
    found.push({ drop: 'days', unit: null, total });
  }
  if (!isEmpty(side) && found.length > 1) {
    const total = await countOf(parts, request, { filters: [ofText] });
    found.push({ drop: 'filters', unit: null, total });
  }
  if (!isEmpty(ofText)) {
    const total = await countOf(parts, request, { filters: [side] });
    found.push({ drop: 'field-words', unit: null, total });
  }
  if (request.exactOnly) {
    const total = await countOf(parts, request, { exactOnly: false });
    found.push({ drop: 'exact', unit: null, total });
  }
  if (request.units.length > 1) {
    for (const [i, unit] of request.units.slice(0, MOST_UNITS).entries()) {
      const units = request.units.filter((_, at) => at !== i);
      found.push({
        drop: 'unit',
        unit: unit.text,
        total: await countOf(parts, request, { units }),
      });
    }
  }
  return found.sort((a, b) => Number(b.total > 0) - Number(a.total > 0));
}
