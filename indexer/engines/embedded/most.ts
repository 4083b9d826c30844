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

function rarestFirst(db: Sqlite, matches: readonly string[]): string[] {
  const count = db.prepare(
    'SELECT count(*) AS found FROM (SELECT 1 FROM text WHERE text MATCH ? LIMIT ?)',
  );
  return matches
    .map((match) => ({ match, found: Number(count.all([match, COUNT_UP_TO])[0]?.found ?? 0) }))
    .sort((a, b) => a.found - b.found)
    .map(({ match }) => match);
}

/**
 * Rows of n, tier, rank; `rank` is an expression over the table `text`.
 * @param within makes an expression look at some of the fields only
 */
export function holdingMost(
  db: Sqlite,
  tier: TierQuery,
  position: number,
  rank: string,
  within: (match: string) => string = (match) => match,
): Sql {
  const matches = rarestFirst(db, unitMatches(tier).map(within));
  const rare = matches.slice(0, matches.length - tier.need + 1);
  const either = anyOf(rare);
  const each = join(
    matches.map((match) => ({
      sql: 'SELECT rowid AS n FROM text WHERE text MATCH ?',
      values: [rare.includes(match) ? match : `(${either} AND ${match})`],
    })),
    ' UNION ALL ',
  );
  return {
    // "+": asked for each rowid by itself, the ranks would be made ready anew for each.
    sql: `SELECT rowid AS n, ${position} AS tier, ${rank} AS rank FROM text WHERE text MATCH ?
      AND +rowid IN (SELECT n FROM (${each.sql}) GROUP BY n HAVING count(*) >= ${tier.need})`,
    values: [either, ...each.values],
  };
}
