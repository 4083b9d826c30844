/** One search in the index file: what is found is put aside once, then counted, paged and facetted. */

import {
  type EngineAnswer,
  type SearchRequest,
  TEXT_FIELDS,
  type TextField,
} from '../../../core/search.ts';
import type { Sqlite } from '../../../core/sqlite.ts';
import { planTiers, type TierPlan, type TierQuery } from '../../tiers.ts';
import { facetsOf } from './facets.ts';
import { conditions } from './filters.ts';
import { inHeadline, tierMatch } from './match.ts';
import { holdingMost, type Most } from './most.ts';
import { join, marksFor, type Sql } from './sql.ts';
import { wholeAnswer } from './whole.ts';

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

/** To rank more articles than this takes longer than to look first for those with the question in the headline. */
const MANY = 2_000;

/** Rows of n, tier, rank (lower is better). "+": asked for each rowid by itself, ranks would be made ready anew for each. */
function matching(match: string, position: number, rank: string): Sql {
  return {
    sql: `SELECT +rowid AS n, ${position} AS tier, ${rank} AS rank FROM text WHERE text MATCH ?`,
    values: [match],
  };
}

/** The articles of a tier. */
function tierSql(most: Most, tier: TierQuery, position: number, ranked: boolean): Sql {
  const rank = ranked ? RANK : '0.0';
  return tier.need < tier.units.length
    ? most(tier, position, rank)
    : matching(tierMatch(tier), position, rank);
}

function inHeadlineSql(most: Most, tier: TierQuery, position: number): Sql {
  return tier.need < tier.units.length
    ? most(tier, position, RANK, inHeadline)
    : matching(inHeadline(`(${tierMatch(tier)})`), position, RANK);
}

/** Whether only reprints of articles are asked for that have none: known without looking for a word. */
function noneReprints(db: Sqlite, { filters }: SearchRequest): boolean {
  return filters.some(({ original }) => {
    if (original === undefined) return false;
    const sql = `SELECT n FROM doc WHERE original IN (${marksFor(original.length)}) LIMIT 1`;
    return !db.prepare(sql).get(original);
  });
}

/**
 * Fills `found`. The last tier finds what all others find, so it says at once which articles match, filters
 * and all; the others only tell their ranks, until there are as many as the page needs.
 */
function find(db: Sqlite, plan: TierPlan, where: Sql, request: SearchRequest): void {
  db.exec(
    `CREATE TEMP TABLE IF NOT EXISTS found (n INTEGER PRIMARY KEY, tier REAL, rank REAL);
     CREATE TEMP TABLE IF NOT EXISTS ranked (n INTEGER PRIMARY KEY, tier REAL, rank REAL);
     DELETE FROM temp.found; DELETE FROM temp.ranked`,
  );
  const add = (table: 'found' | 'ranked', { sql, values }: Sql, limits: Sql) =>
    db
      .prepare(
        `INSERT OR IGNORE INTO temp.${table} SELECT n, tier, rank FROM (${sql}) AS hit${limits.sql && ` WHERE ${limits.sql}`}`,
      )
      .run([...values, ...limits.values]).changes;
  const position = plan.tiers.length - 1;
  const last = plan.tiers[position];
  if (!last) {
    add('found', { sql: 'SELECT n, 0 AS tier, 0.0 AS rank FROM doc', values: [] }, where);
    return;
  }
  if (noneReprints(db, request)) return;
  const most = holdingMost(db);
  const total = add('found', tierSql(most, last, position, false), where);
  const wanted = request.sort === 'relevance' ? Math.min(total, request.offset + request.limit) : 0;
  const within = { sql: 'n IN (SELECT n FROM temp.found)', values: [] };
  let count = 0;
  for (const [i, tier] of plan.tiers.entries()) {
    // What stands in the headline as a whole comes first; among a few one unit's rank sees to that itself.
    if (count < wanted && (tier.units.length > 1 || total > MANY))
      count += add('ranked', inHeadlineSql(most, tier, i - 0.5), within);
    if (count < wanted) count += add('ranked', tierSql(most, tier, i, true), within);
  }
  if (count > 0) db.exec('INSERT OR REPLACE INTO temp.found SELECT n, tier, rank FROM temp.ranked');
}

export const ORDER = {
  relevance: 'tier, rank, id',
  newest: 'published IS NULL, published DESC, id',
  oldest: 'published IS NULL, published, id',
} as const;

/** Falls with tier and rank; tiers never overlap, nor do the halves of one: headlines, all fields. */
function scoreOf(tier: TierQuery | undefined, headline: boolean, rank: number): number {
  const goodness = Math.max(0, -rank);
  const half = 0.25 * (goodness / (1 + goodness));
  return (tier?.weight ?? 1) * ((headline ? 0.75 : 0.5) + half);
}

/** Puts aside in temp.found what is asked for. */
export function findAll(db: Sqlite, request: SearchRequest): TierPlan {
  const plan = planTiers(request);
  find(db, plan, join(conditions(request.filters, plan), ' AND '), request);
  return plan;
}

/** The rows of a page. */
function pageOf(db: Sqlite, { sort, limit, offset }: SearchRequest) {
  const page = (limits: Sql) =>
    db
      .prepare(
        `SELECT id, tier, rank FROM temp.found JOIN doc USING (n) ${limits.sql}
         ORDER BY ${ORDER[sort]} LIMIT ? OFFSET ?`,
      )
      .all([...limits.values, limit, offset]);
  const all: Sql = { sql: '', values: [] };
  if (sort !== 'relevance' || limit === 0) return page(all);
  // Most of the work would be to read the ids of those that rank behind the page.
  const last = db
    .prepare('SELECT tier, rank FROM temp.found ORDER BY tier, rank LIMIT 1 OFFSET ?')
    .get([offset + limit - 1]);
  if (!last) return page(all);
  return page({
    sql: 'WHERE (tier, rank) <= (?, ?)',
    values: [Number(last.tier), Number(last.rank)],
  });
}

/** Whether nothing is asked and nothing is left out. */
function asksAll(request: SearchRequest): boolean {
  // Said first: a question with words is planned once, when it is looked for.
  if (request.units.length > 0) return false;
  return conditions(request.filters, planTiers(request)).length === 0;
}

export function searchIndex(db: Sqlite, request: SearchRequest): EngineAnswer {
  const count = () => {
    findAll(db, request);
    return facetsOf(db, request);
  };
  const whole = asksAll(request) ? wholeAnswer(db, request, count) : null;
  return whole ?? found(db, request);
}

function found(db: Sqlite, request: SearchRequest): EngineAnswer {
  const plan = findAll(db, request);
  const total = Number(db.prepare('SELECT count(*) AS total FROM temp.found').get()?.total ?? 0);
  const hits = pageOf(db, request).map((row) => ({
    id: String(row.id),
    tier: Number(row.tier),
    rank: Number(row.rank),
  }));
  return {
    total,
    hits: hits.map(({ id, tier: at, rank }) => {
      const tier = plan.tiers[Math.ceil(at)];
      return {
        id,
        score: scoreOf(tier, at < Math.ceil(at), rank),
        tier: tier?.tier ?? 'none',
      };
    }),
    ...facetsOf(db, request),
  };
}
