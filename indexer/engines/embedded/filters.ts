/** Filters as statements that give the numbers of the articles that pass. */
import { FACETS, type Facet, type SearchFilters } from '../../../core/search.ts';
import type { Sql } from './sql.ts';
import { valueKey } from './store.ts';

function facetFilter(facet: Facet, wanted: readonly string[] | undefined): Sql[] {
  if (wanted === undefined || wanted.length === 0) return [];
  return [
    {
      sql: `SELECT n FROM facet WHERE v IN
        (SELECT v FROM value WHERE facet = ? AND key IN (SELECT value FROM json_each(?)))`,
      values: [facet, JSON.stringify(wanted.map(valueKey))],
    },
  ];
}

const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';

function dayFilter({ from, to }: SearchFilters): Sql[] {
  if (from === undefined && to === undefined) return [];
  const values = [from ?? FIRST_DAY, to ?? LAST_DAY];
  return [{ sql: 'SELECT n FROM doc WHERE day BETWEEN ? AND ?', values }];
}

/** One for each condition; all of them must hold. */
export function filterSql(filters: SearchFilters): Sql[] {
  const { undated, original } = filters;
  return [
    ...FACETS.flatMap((facet) => facetFilter(facet, filters[facet])),
    ...dayFilter(filters),
    ...(undated ? [{ sql: 'SELECT n FROM doc WHERE published IS NULL', values: [] }] : []),
    ...(original === undefined
      ? []
      : [
          {
            sql: 'SELECT n FROM doc WHERE original IN (SELECT value FROM json_each(?))',
            values: [JSON.stringify(original)],
          },
        ]),
  ];
}
