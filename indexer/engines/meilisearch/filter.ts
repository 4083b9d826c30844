/** Filters in Meilisearch's filter language. The one place where a value is put into it. */
import { FACETS, type SearchFilters } from '../../../core/search.ts';

/** A value as a quoted string; backslash and quote are all that the language reads inside one. */
export function quoted(value: string): string {
  return `"${value.replace(/[\\"]/gu, '\\$&')}"`;
}

function anyOf(attribute: string, values: readonly string[] | undefined): string[] {
  if (values === undefined || values.length === 0) return [];
  return [`${attribute} IN [${values.map(quoted).join(', ')}]`];
}

/** Days as a number that can be compared: "2023-05-26" -> 20230526. */
export function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}

/** Conditions that all must hold; [] = no filter. */
export function filterOf(filters: SearchFilters): string[] {
  return [
    ...FACETS.flatMap((facet) => anyOf(facet, filters[facet])),
    ...anyOf('original', filters.original),
    ...(filters.undated ? ['publishedAt IS NULL'] : []),
    ...(filters.from === undefined ? [] : [`dayNumber >= ${dayNumber(filters.from)}`]),
    ...(filters.to === undefined ? [] : [`dayNumber <= ${dayNumber(filters.to)}`]),
  ];
}

export function idFilter(ids: readonly string[]): string {
  return `id IN [${ids.map(quoted).join(', ')}]`;
}
