/** Which articles a request finds: those of its words that pass its filters. Their order is made elsewhere. */
import type { SearchRequest } from '../../../core/search.ts';
import { planTiers, type TierPlan, type TierQuery } from '../../tiers.ts';
import { filterSql } from './filters.ts';
import { matching, tierMatch, withoutMatch } from './match.ts';
import { holdingMost } from './most.ts';
import type { Rows } from './rows.ts';
import { inAll, notIn } from './sets.ts';
import type { Sql } from './sql.ts';

export interface Found {
  readonly plan: TierPlan;
  readonly rows: Uint32Array;
  /** Some that the words find do not pass. */
  readonly narrowed: boolean;
}

const ALL: Sql = { sql: 'SELECT n FROM doc', values: [] };
const NONE = new Uint32Array(0);

/** The articles of a tier, whatever the filters. */
function tierRows(rows: Rows, tier: TierQuery): Uint32Array {
  return tier.need < tier.units.length
    ? holdingMost(rows, tier, (match) => match).rows
    : rows.of(matching(tierMatch(tier)));
}

export function find(rows: Rows, request: SearchRequest): Found {
  const plan = planTiers(request);
  const sets = request.filters.flatMap(filterSql).map((sql) => rows.of(sql));
  if (sets.some(({ length }) => length === 0)) return { plan, rows: NONE, narrowed: true };
  // The last tier finds what all others find.
  const last = plan.tiers.at(-1);
  const all = last ? tierRows(rows, last) : rows.of(ALL);
  const passing = inAll(all, sets);
  const left =
    plan.without.length === 0
      ? passing
      : notIn(passing, rows.of(matching(withoutMatch(plan.without))));
  return { plan, rows: left, narrowed: left.length < all.length };
}
