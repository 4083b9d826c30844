/** A search on the server: federated queries, long phrases made sure of, long questions narrowed first. */
import type { FederatedMultiSearchParams, Meilisearch } from 'meilisearch';
import { z } from 'zod';
import { DiembaoError } from '../../../core/errors.ts';
import type { EngineAnswer, SearchRequest } from '../../../core/search.ts';
import { planTiers, type TierPlan, type TierQuery } from '../../tiers.ts';
import { answerOf, FederatedAnswer } from './answer.ts';
import { filterOf, idFilter } from './filter.ts';
import { ALL_FIELDS, fieldsOf, holds, isUnsure, SURE_UP_TO } from './long-phrases.ts';
import { type MeiliQuery, queriesOf, queriesOfPlan, splitLong } from './queries.ts';

/** More ids than this are not handed back and forth for a question of more than ten units. */
const MAX_IDS = 20_000;

type Window = Pick<SearchRequest, 'sort' | 'offset' | 'limit' | 'facets'>;

const Texts = z.object({
  hits: z.array(z.looseObject({ id: z.string() })),
  estimatedTotalHits: z.int(),
});

/** The body of a federated multi-search. */
export function federatedBody(
  index: string,
  queries: readonly MeiliQuery[],
  { sort, offset, limit, facets }: Window,
  filter: readonly string[],
  fields: readonly string[] = [],
): FederatedMultiSearchParams {
  return {
    federation: { offset, limit, facetsByIndex: { [index]: [...facets] } },
    queries: queries.map(({ q, weight, ids }) => ({
      indexUid: index,
      q,
      filter: [...filter, ...(ids ? [idFilter(ids)] : [])],
      matchingStrategy: 'all',
      attributesToRetrieve: ['id', ...fields],
      federationOptions: { weight },
      ...(sort === 'relevance'
        ? {}
        : { sort: [`publishedAt:${sort === 'newest' ? 'desc' : 'asc'}`, 'id:asc'] }),
    })),
  };
}

/** The one federated request of a question; a long one is narrowed by others first. */
export function explainSearch(index: string, request: SearchRequest): unknown {
  const whole = planTiers(request);
  const plan = splitLong(whole)?.main ?? whole;
  const filter = request.filters.flatMap(filterOf);
  return federatedBody(index, queriesOfPlan(plan), request, filter);
}

export function openSearch(
  client: Meilisearch,
  index: string,
): (request: SearchRequest) => Promise<EngineAnswer> {
  const federated = async (
    queries: readonly MeiliQuery[],
    window: Window,
    filter: readonly string[],
    fields: readonly string[] = [],
  ) => client.multiSearch(federatedBody(index, queries, window, filter, fields));

  const all: Window = { sort: 'relevance', offset: 0, limit: MAX_IDS, facets: [] };

  /** The ids that the further units of a long question leave. */
  const narrow = async (parts: readonly TierPlan[], filter: readonly string[]) => {
    let ids: readonly string[] = [];
    for (const [i, part] of parts.entries()) {
      const within = i === 0 ? filter : [...filter, idFilter(ids)];
      const answer = FederatedAnswer.parse(await federated(queriesOfPlan(part), all, within));
      if (answer.estimatedTotalHits > MAX_IDS) {
        throw new DiembaoError(
          'question-too-broad',
          `search: more than ${MAX_IDS} articles hold the first words of this long question`,
          { hint: 'Ask for fewer words, or put the phrase in quotation marks.' },
        );
      }
      ids = answer.hits.map((hit) => hit.id);
    }
    return ids;
  };

  const countOf = async (queries: readonly MeiliQuery[], filter: readonly string[]) =>
    Texts.parse(await federated(queries, { ...all, limit: 0 }, filter)).estimatedTotalHits;

  /** A few articles with the key texts in which a tier's phrases stand. */
  const textsOf = async (
    queries: readonly MeiliQuery[],
    filter: readonly string[],
    fields: readonly string[],
  ) => Texts.parse(await federated(queries, { ...all, limit: SURE_UP_TO }, filter, fields)).hits;

  /** The queries of one tier; where it finds a few articles only, of those that really hold its phrases. */
  const sureOf = async (tier: TierQuery, plan: TierPlan, filter: readonly string[]) => {
    const own = queriesOf(tier, plan.without);
    if (!isUnsure(tier)) return own;
    const count = await countOf(own, filter);
    if (count === 0 || count > SURE_UP_TO) return own;
    const hits = await textsOf(own, filter, fieldsOf(tier));
    const ids = hits.filter((hit) => holds(hit, tier)).map((hit) => hit.id);
    return ids.length < hits.length ? own.map((query) => ({ ...query, ids })) : own;
  };

  /** The plan's queries; those of long phrases that found too much look only at what really holds them. */
  const sureQueries = async (plan: TierPlan, filter: readonly string[]): Promise<MeiliQuery[]> => {
    const last = plan.tiers.at(-1);
    if (!last || !plan.tiers.some(isUnsure)) return queriesOfPlan(plan);
    const widest = queriesOf(last, plan.without);
    const count = await countOf(widest, filter);
    // The last tier finds what all others find: where that is nothing, it need not be looked for again.
    if (count === 0) return widest;
    if (count > SURE_UP_TO)
      return (await Promise.all(plan.tiers.map((tier) => sureOf(tier, plan, filter)))).flat();
    const hits = await textsOf(widest, filter, ALL_FIELDS);
    return plan.tiers.flatMap((tier) => {
      if (tier.need < tier.units.length) return queriesOf(tier, plan.without);
      const ids = hits.filter((hit) => holds(hit, tier)).map((hit) => hit.id);
      if (ids.length === 0 && tier !== last) return [];
      return queriesOf(tier, plan.without).map((query) => ({ ...query, ids }));
    });
  };

  return async (request) => {
    const whole = planTiers(request);
    const long = splitLong(whole);
    const given = request.filters.flatMap(filterOf);
    const plan = long?.main ?? whole;
    const parts = long ? [{ ...plan, tiers: plan.tiers.slice(-1) }, ...long.rest] : [];
    const filter = long ? [idFilter(await narrow(parts, given))] : given;
    const queries = await sureQueries(plan, filter);
    const answer = FederatedAnswer.parse(await federated(queries, request, filter));
    return answerOf(answer, queries, whole, index, request.facetLimit);
  };
}
