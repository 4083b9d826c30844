/** Filters and exclusions as conditions on the column `n` of the rows `hit`. */
import { FACETS, type Facet, type SearchFilters } from '../../../core/search.ts';
import type { TierPlan } from '../../tiers.ts';
import { withoutMatch } from './match.ts';
import { marksFor, type Sql } from './sql.ts';
import { valueKey } from './store.ts';

function facetFilter(facet: Facet, wanted: readonly string[] | undefined): Sql[] {
  if (wanted === undefined || wanted.length === 0) return [];
  return [
    {
      sql: `n IN (SELECT n FROM facet WHERE v IN (SELECT v FROM value WHERE facet = ? AND key IN (${marksFor(wanted.length)})))`,
      values: [facet, ...wanted.map(valueKey)],
    },
  ];
}

/** A time up to so many days is looked up as a whole; in a longer one each hit's own day is. */
const SHORT_DAYS = 100;
const isShort = (from: string, to: string) =>
  Date.parse(to) - Date.parse(from) <= SHORT_DAYS * 86_400_000;

function dayFilter({ from, to }: SearchFilters): Sql[] {
  if (from !== undefined && to !== undefined && isShort(from, to))
    return [{ sql: 'n IN (SELECT n FROM doc WHERE day BETWEEN ? AND ?)', values: [from, to] }];
  const own = '(SELECT day FROM doc WHERE doc.n = hit.n)';
  return [
    ...(from === undefined ? [] : [{ sql: `${own} >= ?`, values: [from] }]),
    ...(to === undefined ? [] : [{ sql: `${own} <= ?`, values: [to] }]),
  ];
}

function filterSql(filters: SearchFilters): Sql[] {
  const found = FACETS.flatMap((facet) => facetFilter(facet, filters[facet]));
  found.push(...dayFilter(filters));
  if (filters.undated)
    found.push({ sql: 'n IN (SELECT n FROM doc WHERE published IS NULL)', values: [] });
  if (filters.original !== undefined) {
    const marks = marksFor(filters.original.length);
    found.push({
      sql: `n IN (SELECT n FROM doc WHERE original IN (${marks}))`,
      values: filters.original,
    });
  }
  return found;
}

/** All of them must hold. */
export function conditions(filters: readonly SearchFilters[], plan: TierPlan): Sql[] {
  const found = filters.flatMap(filterSql);
  if (plan.without.length > 0) {
    found.push({
      sql: 'n NOT IN (SELECT rowid FROM text WHERE text MATCH ?)',
      values: [withoutMatch(plan.without)],
    });
  }
  return found;
}
