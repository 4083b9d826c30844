/** A search on the server: one federated request, long phrases made sure of, long questions narrowed first. */
import type { FederatedMultiSearchParams, Meilisearch } from 'meilisearch';
import { DiembaoError } from '../../../core/errors.ts';
import type { EngineAnswer, SearchRequest } from '../../../core/search.ts';
import { planTiers, type TierPlan, type TierQuery } from '../../tiers.ts';
import { answerOf, FederatedAnswer, type FederatedHit } from './answer.ts';
import { filterOf, idFilter } from './filter.ts';
import { ALL_FIELDS, fieldsOf, holds, isUnsure, SURE_UP_TO } from './long-phrases.ts';
import { type MeiliQuery, queriesOf, queriesOfPlan, splitLong } from './queries.ts';

/** More ids than this are not handed back and forth for a question of more than ten units. */
const MAX_IDS = 20_000;

type Window = Pick<SearchRequest, 'sort' | 'offset' | 'limit' | 'facets'>;
/** Texts that come with a hit of a query. */
type TextsOf = (query: MeiliQuery) => readonly string[];

const noTexts: TextsOf = () => [];
const allTexts: TextsOf = () => ALL_FIELDS;
/** Those in which it has to be looked for what the query asks for. */
const textsToCheck: TextsOf = ({ of }) => (of && isUnsure(of) ? fieldsOf(of) : []);

/** The body of a federated multi-search. */
export function federatedBody(
  index: string,
  queries: readonly MeiliQuery[],
  { sort, offset, limit, facets }: Window,
  filter: readonly string[],
  texts: TextsOf = noTexts,
): FederatedMultiSearchParams {
  return {
    federation: { offset, limit, facetsByIndex: { [index]: [...facets] } },
    queries: queries.map((query) => ({
      indexUid: index,
      q: query.q,
      filter: [...filter, ...(query.not?.length ? [`NOT ${idFilter(query.not)}`] : [])],
      matchingStrategy: 'all',
      attributesToRetrieve: ['id', ...texts(query)],
      federationOptions: { weight: query.weight },
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

/** What the queries found, and the queries. */
interface Found {
  readonly queries: readonly MeiliQuery[];
  readonly answer: FederatedAnswer;
}

/** Whether what a hit was found by really stands in it; it has the texts for it. */
const isRight = (hit: FederatedHit, queries: readonly MeiliQuery[]): boolean => {
  const tier = queries[hit._federation.queriesPosition]?.of;
  return !tier || !isUnsure(tier) || holds(hit, tier);
};

export function openSearch(
  client: Meilisearch,
  index: string,
): (request: SearchRequest) => Promise<EngineAnswer> {
  const federated = async (
    queries: readonly MeiliQuery[],
    window: Window,
    filter: readonly string[],
    texts: TextsOf = noTexts,
  ): Promise<FederatedAnswer> =>
    FederatedAnswer.parse(
      await client.multiSearch(federatedBody(index, queries, window, filter, texts)),
    );

  const window = (limit: number): Window => ({ sort: 'relevance', offset: 0, limit, facets: [] });

  /** The ids that the further units of a long question leave. */
  const narrow = async (parts: readonly TierPlan[], filter: readonly string[]) => {
    let ids: readonly string[] = [];
    for (const [i, part] of parts.entries()) {
      const within = i === 0 ? filter : [...filter, idFilter(ids)];
      const answer = await federated(queriesOfPlan(part), window(MAX_IDS), within);
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

  /** All hits of a few, with the texts to check them by. */
  const fewHits = async (queries: readonly MeiliQuery[], filter: readonly string[]) =>
    (await federated(queries, window(SURE_UP_TO), filter, textsToCheck)).hits;

  /** The queries, each without those of the hits that do not really hold its tier. */
  const withoutWrong = async (
    queries: readonly MeiliQuery[],
    wrong: readonly FederatedHit[],
    filter: readonly string[],
  ): Promise<readonly MeiliQuery[]> => {
    if (wrong.length === 0) return queries;
    const ids = wrong.map(({ id }) => id);
    const within = [...filter, idFilter(ids)];
    const { hits } = await federated(queries, window(SURE_UP_TO), within, allTexts);
    const notOf = new Map<TierQuery, readonly string[]>();
    return queries.map((query) => {
      const tier = query.of;
      if (!tier || !isUnsure(tier)) return query;
      const not = notOf.get(tier) ?? hits.filter((hit) => !holds(hit, tier)).map(({ id }) => id);
      notOf.set(tier, not);
      return { ...query, not };
    });
  };

  /** The queries of one tier; where it finds a few articles only, of those that really hold its phrases. */
  const sureTier = async (
    own: readonly MeiliQuery[],
    filter: readonly string[],
  ): Promise<readonly MeiliQuery[]> => {
    const { estimatedTotalHits: count } = await federated(own, window(0), filter);
    if (count === 0 || count > SURE_UP_TO) return own;
    const hits = await fewHits(own, filter);
    return withoutWrong(
      own,
      hits.filter((hit) => !isRight(hit, own)),
      filter,
    );
  };

  /**
   * Asks once. Only where a long phrase may have found too much the texts are looked at: those of a first page
   * come with it; of up to SURE_UP_TO articles all are looked at, so that their number is right. Where one of
   * them does not hold what it was found by, it is asked again without it.
   */
  const find = async (
    plan: TierPlan,
    request: SearchRequest,
    filter: readonly string[],
  ): Promise<Found> => {
    const last = plan.tiers.at(-1);
    // Numbers alone need no ranks: the last tier finds what all find.
    const queries =
      last && request.limit === 0 ? queriesOf(last, plan.without) : queriesOfPlan(plan);
    if (!queries.some(({ of }) => of && isUnsure(of)))
      return { queries, answer: await federated(queries, request, filter) };
    const looks = request.offset === 0 && request.limit <= SURE_UP_TO;
    const answer = await federated(queries, request, filter, looks ? textsToCheck : noTexts);
    const { hits, estimatedTotalHits: total } = answer;
    if (total === 0) return { queries, answer };
    if (total > SURE_UP_TO) {
      // What stands first is right: what is wrong further down stands no higher for it.
      if (looks && hits.every((hit) => isRight(hit, queries))) return { queries, answer };
      const sure = await Promise.all(
        plan.tiers.map((tier) => {
          const own = queriesOf(tier, plan.without);
          return isUnsure(tier) && tier !== last ? sureTier(own, filter) : own;
        }),
      );
      return again({ queries, answer }, sure.flat(), request, filter);
    }
    const all = looks && hits.length === total ? hits : await fewHits(queries, filter);
    const wrong = all.filter((hit) => !isRight(hit, queries));
    return again({ queries, answer }, await withoutWrong(queries, wrong, filter), request, filter);
  };

  /** What is found without what is wrong; what was found already where nothing is. */
  const again = async (
    found: Found,
    queries: readonly MeiliQuery[],
    request: SearchRequest,
    filter: readonly string[],
  ): Promise<Found> =>
    queries.some(({ not }) => not?.length)
      ? { queries, answer: await federated(queries, request, filter) }
      : found;

  return async (request) => {
    const whole = planTiers(request);
    const long = splitLong(whole);
    const given = request.filters.flatMap(filterOf);
    const plan = long?.main ?? whole;
    const parts = long ? [{ ...plan, tiers: plan.tiers.slice(-1) }, ...long.rest] : [];
    const filter = long ? [idFilter(await narrow(parts, given))] : given;
    const { queries, answer } = await find(plan, request, filter);
    return answerOf(answer, queries, whole, index, request.facetLimit);
  };
}
