/** A federated answer of Meilisearch, checked once and put into our form. */
import { z } from 'zod';
import { type EngineAnswer, FACETS } from '../../../core/search.ts';
import type { TierPlan } from '../../tiers.ts';
import type { MeiliQuery } from './queries.ts';

export const FederatedAnswer = z.object({
  hits: z.array(
    z.object({
      id: z.string(),
      _federation: z.object({ queriesPosition: z.int(), weightedRankingScore: z.number() }),
    }),
  ),
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

export function answerOf(
  answer: FederatedAnswer,
  queries: readonly MeiliQuery[],
  plan: TierPlan,
  index: string,
): EngineAnswer {
  const distribution = answer.facetsByIndex?.[index]?.distribution ?? {};
  return {
    total: answer.estimatedTotalHits,
    hits: answer.hits.map(({ id, _federation }) => ({
      id,
      score: _federation.weightedRankingScore,
      tier:
        plan.tiers.length === 0 ? 'none' : (queries[_federation.queriesPosition]?.tier ?? 'folded'),
    })),
    facets: Object.fromEntries(
      FACETS.filter((facet) => distribution[facet] !== undefined).map((facet) => [
        facet,
        Object.entries(distribution[facet] ?? {})
          .map(([value, count]) => ({ value, count }))
          .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
      ]),
    ),
  };
}
