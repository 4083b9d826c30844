/** A search on the server: one federated request, long phrases made sure of, long questions narrowed first. */
import type { FederatedMultiSearchParams, Meilisearch } from 'meilisearch';
import { DiembaoError } from '../../../core/errors.ts';
import type { EngineAnswer, SearchRequest } from '../../../core/search.ts';
import { planTiers, type TierPlan, type TierQuery } from '../../tiers.ts';
import { answerOf, FederatedAnswer, type FederatedHit } from './answer.ts';
import { filterOf, idFilter } from './filter.ts';
import { fieldsOf, holds, isUnsure, SURE_UP_TO } from './long-phrases.ts';
import { type MeiliQuery, queriesOf, queriesOfPlan, splitLong } from './queries.ts';

/** More ids than this are not handed back and forth for a question of more than ten units. */
const MAX_IDS = 20_000;

type Window = Pick<SearchRequest, 'sort' | 'offset' | 'limit' | 'facets'>;
/** Texts that come with a hit of a query. */
type TextsOf = (query: MeiliQuery) => readonly string[];

const noTexts: TextsOf = () => [];
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

/** The articles that do not hold what a tier asks for. */
type WrongIds = ReadonlyMap<TierQuery, readonly string[]>;

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

  /** For each of the tiers the articles that do not hold its phrases, among up to SURE_UP_TO that the last tier finds. */
  const wrongOfFew = async (
    tiers: readonly TierQuery[],
    found: readonly MeiliQuery[],
    filter: readonly string[],
  ): Promise<WrongIds> => {
    const texts = [...new Set(tiers.flatMap(fieldsOf))];
    const { hits } = await federated(found, window(SURE_UP_TO), filter, () => texts);
    return new Map(
      tiers.map((tier) => [tier, hits.filter((hit) => !holds(hit, tier)).map(({ id }) => id)]),
    );
  };

  /** The same where the last tier finds more: of those tiers that find a few only. */
  const wrongOfMany = async (
    tiers: readonly TierQuery[],
    without: TierPlan['without'],
    filter: readonly string[],
  ): Promise<WrongIds> => {
    const wrong = new Map<TierQuery, readonly string[]>();
    await Promise.all(
      tiers.map(async (tier) => {
        const own = queriesOf(tier, without);
        const { estimatedTotalHits: count } = await federated(own, window(0), filter);
        if (count === 0 || count > SURE_UP_TO) return;
        const { hits } = await federated(own, window(SURE_UP_TO), filter, textsToCheck);
        wrong.set(
          tier,
          hits.filter((hit) => !isRight(hit, own)).map(({ id }) => id),
        );
      }),
    );
    return wrong;
  };

  /**
   * Asks once. Only where a long phrase may have found too much the texts are looked at, those of a first page
   * as they come with it. What is wrong behind a page that is right stands no higher for it, so there only the
   * last tier, which finds all, is looked at, and up to SURE_UP_TO articles, so that their number is right.
   * What does not hold what it was found by is left out when it is asked again.
   */
  const find = async (
    plan: TierPlan,
    request: SearchRequest,
    filter: readonly string[],
  ): Promise<Found> => {
    const last = plan.tiers.at(-1);
    // Numbers alone need no ranks: the last tier finds what all find.
    const tiers = last && request.limit === 0 ? [last] : plan.tiers;
    const queries = last
      ? tiers.flatMap((tier) => queriesOf(tier, plan.without))
      : queriesOfPlan(plan);
    if (!last || !tiers.some(isUnsure))
      return { queries, answer: await federated(queries, request, filter) };
    const looks = request.offset === 0 && request.limit <= SURE_UP_TO;
    const answer = await federated(queries, request, filter, looks ? textsToCheck : noTexts);
    const { hits, estimatedTotalHits: total } = answer;
    if (total === 0) return { queries, answer };
    const few = total <= SURE_UP_TO;
    const pageIsRight = looks && hits.every((hit) => isRight(hit, queries));
    const open = (tier: TierQuery) => {
      if (!isUnsure(tier)) return false;
      if (tier === last) return few && !(pageIsRight && hits.length === total);
      return !pageIsRight;
    };
    const toCheck = tiers.filter(open);
    if (toCheck.length === 0) return { queries, answer };
    const wrong = few
      ? await wrongOfFew(toCheck, queriesOf(last, plan.without), filter)
      : await wrongOfMany(toCheck, plan.without, filter);
    if (![...wrong.values()].some((ids) => ids.length > 0)) return { queries, answer };
    // What does not hold the last tier's phrases holds no other tier's.
    const everywhere = wrong.get(last) ?? [];
    if (pageIsRight) {
      // The page stays; the numbers are those of the last tier, which needs no ranks.
      const all = queriesOf(last, plan.without).map((query) => ({ ...query, not: everywhere }));
      const numbers = await federated(all, { ...request, limit: 0 }, filter);
      return { queries, answer: { ...numbers, hits } };
    }
    const sure = queries.map((query) => {
      const own = query.of ? (wrong.get(query.of) ?? []) : [];
      return { ...query, not: [...new Set([...everywhere, ...own])] };
    });
    return { queries: sure, answer: await federated(sure, request, filter) };
  };

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
