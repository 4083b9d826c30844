/** Tiers as Meilisearch asks them: it has no "or", so each combination of spellings is a query of its own. */
import type { Phrase, TierPlan, TierQuery, Way } from '../../tiers.ts';

/** Words and phrases that one query may hold; what stands behind is silently ignored by the server. */
export const QUERY_TERMS = 10;

const phrase = (words: Phrase) => `"${words.join(' ')}"`;

/** Every choice of `count` items, in order. */
function choices<T>(items: readonly T[], count: number): T[][] {
  if (count === 0) return [[]];
  if (items.length < count) return [];
  const [first, ...rest] = items;
  if (first === undefined) return [];
  return [...choices(rest, count - 1).map((choice) => [first, ...choice]), ...choices(rest, count)];
}

/** Every way to take one of each. */
function products(units: readonly (readonly Way[])[]): Way[] {
  return units.reduce<Way[]>(
    (found, ways) => found.flatMap((way) => ways.map((next) => [...way, ...next])),
    [[]],
  );
}

export interface MeiliQuery {
  readonly tier: TierQuery['tier'];
  readonly weight: number;
  readonly q: string;
  /** The tier that it asks for; null for the query that finds everything. */
  readonly of: TierQuery | null;
  /** These articles do not count. */
  readonly not?: readonly string[];
}

/** Phrases first that hold most letters: what does not fit in is cut from the end. */
function written(
  terms: readonly Phrase[],
  extra: readonly string[],
  without: readonly Phrase[],
): string {
  const room = QUERY_TERMS - without.length;
  return [
    ...without.map((words) => `-${phrase(words)}`),
    ...[...new Set([...terms.map(phrase), ...extra.map((word) => phrase([word]))])].slice(0, room),
  ].join(' ');
}

/** The queries of one tier. */
export function queriesOf(tier: TierQuery, without: readonly Phrase[]): MeiliQuery[] {
  const units = tier.need === tier.units.length ? [tier.units] : choices(tier.units, tier.need);
  const texts = units.flatMap(products).map((way) => written(way, tier.words, without));
  return [...new Set(texts)].map((q) => ({
    tier: tier.tier,
    weight: tier.weight,
    q,
    of: tier,
  }));
}

/** The queries of a whole plan; without tiers one that finds everything. */
export function queriesOfPlan(plan: TierPlan): MeiliQuery[] {
  if (plan.tiers.length === 0)
    return [{ tier: 'folded', weight: 1, q: written([], [], plan.without), of: null }];
  return plan.tiers.flatMap((tier) => queriesOf(tier, plan.without));
}

/**
 * Parts of a plan whose units do not all fit in one query: the units with most letters first.
 * @returns null when they fit
 */
export function splitLong(
  plan: TierPlan,
): { readonly main: TierPlan; readonly rest: readonly TierPlan[] } | null {
  const room = QUERY_TERMS - plan.without.length;
  const widest = plan.tiers.at(-1);
  if (widest === undefined || widest.need !== widest.units.length || widest.units.length <= room)
    return null;
  const size = (i: number) => (widest.units[i]?.[0] ?? []).flat().join('').length;
  const order = widest.units.map((_, i) => i).sort((a, b) => size(b) - size(a));
  const pick = (tier: TierQuery, kept: readonly number[]): TierQuery => {
    // The whole question as one phrase is no list of its units.
    if (tier.units.length !== widest.units.length) return tier;
    const units = tier.units.filter((_, i) => kept.includes(i));
    return { ...tier, units, need: units.length };
  };
  const rest: TierPlan[] = [];
  for (let at = room; at < order.length; at += room) {
    rest.push({ tiers: [pick(widest, order.slice(at, at + room))], without: plan.without });
  }
  const first = order.slice(0, room);
  return {
    main: { tiers: plan.tiers.map((tier) => pick(tier, first)), without: plan.without },
    rest,
  };
}
