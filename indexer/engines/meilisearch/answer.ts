/** A federated answer of Meilisearch, checked once and put into our form. */
import { z } from 'zod';
import { DiembaoError } from '../../../core/errors.ts';
import { type EngineAnswer, FACETS, type FacetCount } from '../../../core/search.ts';
import type { TierPlan } from '../../tiers.ts';
import type { MeiliQuery } from './queries.ts';
import { MOST_FACET_VALUES } from './settings.ts';

/** With the texts that were asked for. */
const FederatedHit = z.looseObject({
  id: z.string(),
  _federation: z.object({ queriesPosition: z.int(), weightedRankingScore: z.number() }),
});
export type FederatedHit = z.infer<typeof FederatedHit>;

export const FederatedAnswer = z.object({
  hits: z.array(FederatedHit),
  /** Exact: the union of what the queries found. */
  estimatedTotalHits: z.int(),
  facetsByIndex: z
    .record(
      z.string(),
      z.object({ distribution: z.record(z.string(), z.record(z.string(), z.int())) }),
    )
    .nullish(),
});
export type FederatedAnswer = z.infer<typeof FederatedAnswer>;

/**
 * All values with their counts, most frequent first, equals by value.
 * @throws DiembaoError `facet-incomplete` where the server may have left some out
 */
function countsOf(distribution: Readonly<Record<string, number>>, facet: string): FacetCount[] {
  const counts = Object.entries(distribution).map(([value, count]) => ({ value, count }));
  if (counts.length >= MOST_FACET_VALUES) {
    throw new DiembaoError(
      'facet-incomplete',
      `search: more than ${MOST_FACET_VALUES} values of ${facet}`,
    );
  }
  return counts.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

export function answerOf(
  answer: FederatedAnswer,
  queries: readonly MeiliQuery[],
  plan: TierPlan,
  index: string,
  facetLimit?: number,
): EngineAnswer {
  const distribution = answer.facetsByIndex?.[index]?.distribution ?? {};
  const counted = FACETS.flatMap((facet) => {
    const values = distribution[facet];
    return values === undefined ? [] : [{ facet, values: countsOf(values, facet) }];
  });
  return {
    total: answer.estimatedTotalHits,
    hits: answer.hits.map(({ id, _federation }) => ({
      id,
      score: _federation.weightedRankingScore,
      tier:
        plan.tiers.length === 0 ? 'none' : (queries[_federation.queriesPosition]?.tier ?? 'folded'),
    })),
    facets: Object.fromEntries(
      counted.map(({ facet, values }) => [facet, values.slice(0, facetLimit)]),
    ),
    facetSizes: Object.fromEntries(counted.map(({ facet, values }) => [facet, values.length])),
  };
}
