/** A search as the expressions that FTS5 is asked, for people who want to look. */
import type { SearchRequest } from '../../../core/search.ts';
import { planTiers } from '../../tiers.ts';
import { tierMatch, unitMatches, withoutMatch } from './match.ts';

/** One entry a tier; where most of the units are enough, each unit by itself. */
export function explainSearch(request: SearchRequest): unknown {
  const { tiers, without } = planTiers(request);
  return {
    match: tiers.map((tier) =>
      tier.need < tier.units.length
        ? { atLeast: tier.need, of: unitMatches(tier) }
        : tierMatch(tier),
    ),
    ...(without.length > 0 ? { without: withoutMatch(without) } : {}),
    filters: request.filters,
    sort: request.sort,
    offset: request.offset,
    limit: request.limit,
    facets: request.facets,
  };
}
