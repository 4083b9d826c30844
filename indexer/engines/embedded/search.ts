/** One search in the index file: what is found is put aside once, then counted, paged and facetted. */

import {
  type EngineAnswer,
  FACETS,
  type Facet,
  type SearchFilters,
  type SearchRequest,
  TEXT_FIELDS,
  type TextField,
} from '../../../core/search.ts';
import type { Sqlite } from '../../../core/sqlite.ts';
import { planTiers, type TierPlan, type TierQuery } from '../../tiers.ts';
import { tierMatch, unitMatches, withoutMatch } from './match.ts';
import { valueKey } from './store.ts';

type Value = string | number;
interface Sql {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** How much a field counts in ranking (BM25 column weights). */
const FIELD_WEIGHTS: Readonly<Record<TextField, number>> = {
  headline: 10,
  sapo: 5,
  captions: 3,
  quotes: 2,
  people: 2,
  places: 1.5,
  body: 1,
};
const weights = TEXT_FIELDS.map((field) => FIELD_WEIGHTS[field]);
const RANK = `bm25(text, ${[...weights, ...weights].join(', ')})`;

function join(parts: readonly Sql[], between: string): Sql {
  return {
    sql: parts.map((part) => part.sql).join(between),
    values: parts.flatMap((part) => part.values),
  };
}

function marksFor(count: number): string {
  return Array.from({ length: count }, () => '?').join(', ');
}

/** The articles of one tier: n, tier, rank (lower is better). */
function tierSql(tier: TierQuery, position: number, ranked: boolean): Sql {
  const rank = ranked ? RANK : '0.0';
  const base: Sql = {
    sql: `SELECT rowid AS n, ${position} AS tier, ${rank} AS rank FROM text WHERE text MATCH ?`,
    values: [tierMatch(tier)],
  };
  if (tier.need >= tier.units.length) return base;
  const each = unitMatches(tier).map((match) => ({
    sql: 'SELECT rowid AS n FROM text WHERE text MATCH ?',
    values: [match],
  }));
  const units = join(each, ' UNION ALL ');
  return {
    sql: `${base.sql} AND rowid IN (SELECT n FROM (${units.sql}) GROUP BY n HAVING count(*) >= ${tier.need})`,
    values: [...base.values, ...units.values],
  };
}

function foundSql(plan: TierPlan, ranked: boolean): Sql {
  if (plan.tiers.length === 0) {
    return { sql: 'SELECT n, 0 AS tier, 0.0 AS rank FROM doc', values: [] };
  }
  const tiers = join(
    plan.tiers.map((tier, i) => tierSql(tier, i, ranked)),
    ' UNION ALL ',
  );
  if (plan.tiers.length === 1) return tiers;
  // With min() SQLite takes the other columns from the row that has the minimum.
  return {
    sql: `SELECT n, min(tier) AS tier, rank FROM (${tiers.sql}) GROUP BY n`,
    values: tiers.values,
  };
}

function facetFilter(facet: Facet, wanted: readonly string[] | undefined): Sql[] {
  if (wanted === undefined || wanted.length === 0) return [];
  return [
    {
      sql: `n IN (SELECT n FROM facet JOIN value USING (v) WHERE facet = ? AND key IN (${marksFor(wanted.length)}))`,
      values: [facet, ...wanted.map(valueKey)],
    },
  ];
}

function filterSql(filters: SearchFilters): Sql[] {
  const found = FACETS.flatMap((facet) => facetFilter(facet, filters[facet]));
  if (filters.from !== undefined) {
    found.push({ sql: 'n IN (SELECT n FROM doc WHERE day >= ?)', values: [filters.from] });
  }
  if (filters.to !== undefined) {
    found.push({ sql: 'n IN (SELECT n FROM doc WHERE day <= ?)', values: [filters.to] });
  }
  return found;
}

function conditions(filters: readonly SearchFilters[], plan: TierPlan): Sql[] {
  const found = filters.flatMap(filterSql);
  if (plan.without.length > 0) {
    found.push({
      sql: 'n NOT IN (SELECT rowid FROM text WHERE text MATCH ?)',
      values: [withoutMatch(plan.without)],
    });
  }
  return found;
}

const ORDER = {
  relevance: 'tier, rank, id',
  newest: 'published IS NULL, published DESC, id',
  oldest: 'published IS NULL, published, id',
} as const;

/** Falls with tier and rank; tiers never overlap. */
function scoreOf(tier: TierQuery | undefined, rank: number): number {
  const goodness = Math.max(0, -rank);
  return (tier?.weight ?? 1) * (0.5 + (0.5 * goodness) / (1 + goodness));
}

function facetsOf(db: Sqlite, facets: readonly Facet[]): EngineAnswer['facets'] {
  if (facets.length === 0) return {};
  const rows = db
    .prepare(
      `SELECT facet, value, count FROM
         (SELECT v, count(*) AS count FROM temp.found CROSS JOIN facet USING (n) GROUP BY v)
         JOIN value USING (v)
       WHERE facet IN (${marksFor(facets.length)}) ORDER BY count DESC, value`,
    )
    .all(facets);
  const found = new Map<Facet, { value: string; count: number }[]>(
    facets.map((facet) => [facet, []]),
  );
  for (const row of rows) {
    const facet = FACETS.find((one) => one === row.facet);
    if (facet) found.get(facet)?.push({ value: String(row.value), count: Number(row.count) });
  }
  return Object.fromEntries(found);
}

export function searchIndex(db: Sqlite, request: SearchRequest): EngineAnswer {
  const plan = planTiers(request);
  const found = foundSql(plan, request.sort === 'relevance');
  const where = join(conditions(request.filters, plan), ' AND ');
  db.exec(
    `CREATE TEMP TABLE IF NOT EXISTS found (n INTEGER PRIMARY KEY, tier INTEGER, rank REAL);
     DELETE FROM temp.found`,
  );
  db.prepare(
    `INSERT INTO temp.found SELECT n, tier, rank FROM (${found.sql})${where.sql && ` WHERE ${where.sql}`}`,
  ).run([...found.values, ...where.values]);
  const total = Number(db.prepare('SELECT count(*) AS total FROM temp.found').get()?.total ?? 0);
  const hits = db
    .prepare(
      `SELECT id, tier, rank FROM temp.found JOIN doc USING (n)
       ORDER BY ${ORDER[request.sort]} LIMIT ? OFFSET ?`,
    )
    .all([request.limit, request.offset]);
  return {
    total,
    hits: hits.map((row) => {
      const tier = plan.tiers[Number(row.tier)];
      return {
        id: String(row.id),
        score: scoreOf(tier, Number(row.rank)),
        tier: tier?.tier ?? 'none',
      };
    }),
    facets: facetsOf(db, request.facets),
  };
}
