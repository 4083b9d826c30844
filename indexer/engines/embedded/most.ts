/**
 * The articles that hold most of a tier's units. Whoever holds `need` of n units holds one of any
 * n - need + 1: the rarest are asked first, so that frequent words are looked for only where those stand.
 */
import type { Sqlite } from '../../../core/sqlite.ts';
import type { TierQuery } from '../../tiers.ts';
import { anyOf, unitMatches } from './match.ts';
import { join, type Sql } from './sql.ts';

/** Units in more articles than this are all the same: frequent. */
const COUNT_UP_TO = 2_000;

/**
 * Rows of n, tier, rank; `rank` is an expression over the table `text`.
 * @param within makes an expression look at some of the fields only
 */
export type Most = (
  tier: TierQuery,
  position: number,
  rank: string,
  within?: (match: string) => string,
) => Sql;

/** For the tiers of one search: each expression is counted once. */
export function holdingMost(db: Sqlite): Most {
  const count = db.prepare(
    'SELECT count(*) AS found FROM (SELECT 1 FROM text WHERE text MATCH ? LIMIT ?)',
  );
  const counted = new Map<string, number>();
  const rarity = (match: string) => {
    const found = counted.get(match) ?? Number(count.all([match, COUNT_UP_TO])[0]?.found ?? 0);
    counted.set(match, found);
    return found;
  };
  return (tier, position, rank, within = (match) => match) => {
    const matches = unitMatches(tier)
      .map((match) => ({ match: within(match), found: rarity(match) }))
      .sort((a, b) => a.found - b.found);
    const standing = matches.filter(({ found }) => found > 0).map(({ match }) => match);
    const rare = standing.slice(0, Math.max(0, standing.length - tier.need + 1));
    const either = anyOf(rare);
    if (rare.length === 0)
      return { sql: 'SELECT 0 AS n, 0 AS tier, 0.0 AS rank WHERE 0', values: [] };
    const each = join(
      standing.map((match, i) => ({
        sql: 'SELECT rowid AS n FROM text WHERE text MATCH ?',
        values: [i < rare.length ? match : `(${either} AND ${match})`],
      })),
      ' UNION ALL ',
    );
    return {
      // "+": asked for each rowid by itself, the ranks would be made ready anew for each.
      sql: `SELECT +rowid AS n, ${position} AS tier, ${rank} AS rank FROM text WHERE text MATCH ?
        AND +rowid IN (SELECT n FROM (${each.sql}) GROUP BY n HAVING count(*) >= ${tier.need})`,
      values: [either, ...each.values],
    };
  };
}
