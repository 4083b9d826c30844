/**
 * A search request as tiers of phrases: what each engine has to find, said once for all of them.
 * An engine finds the articles of any tier and ranks those of an earlier tier higher.
 */
import { mostOf, type SearchRequest, type Spelling, type Tier, type Unit } from '../core/search.ts';

/** Words that stand next to each other. */
export type Phrase = readonly string[];
/** Phrases that all stand in the article. */
export type Way = readonly Phrase[];

export interface TierQuery {
  readonly tier: Exclude<Tier, 'none'>;
  readonly weight: number;
  /** One list of ways for each unit; any of them will do. */
  readonly units: readonly (readonly Way[])[];
  /** At least so many units must be found. */
  readonly need: number;
  /** Further words that an article of this tier has. */
  readonly words: readonly string[];
}

export interface TierPlan {
  /** The last one finds everything that the others find. [] = every article. */
  readonly tiers: readonly TierQuery[];
  /** None of these stands in the article. */
  readonly without: readonly Phrase[];
}

const WEIGHTS = { 'exact-phrase': 1, 'exact-words': 0.3, folded: 0.1 } as const;

/** A loosened question is asked by its longest units or words: Meilisearch looks at ten and no more. */
export const LOOSE_UNITS = 10;

/** So many combinations of spellings are tried; an engine without "or" asks each of them. */
const COMBINATIONS = 16;

const letters = (phrase: Phrase) => phrase.reduce((sum, word) => sum + word.length, 0);

/** The longest items, in their own order. */
function longest<T>(items: readonly T[], count: number, length: (item: T) => number): readonly T[] {
  if (items.length <= count) return items;
  const kept = new Set([...items].sort((a, b) => length(b) - length(a)).slice(0, count));
  return items.filter((item) => kept.has(item));
}

/** The spellings of each unit, the number of combinations bounded. */
function spellings(units: readonly Unit[]): readonly (readonly Spelling[])[] {
  let room = COMBINATIONS;
  return units.map((unit) => {
    const all = [unit, ...unit.alternatives].slice(0, Math.max(1, room));
    room = Math.floor(room / all.length);
    return all;
  });
}

function tierOf(
  tier: TierQuery['tier'],
  units: TierQuery['units'],
  need = units.length,
  words: readonly string[] = [],
): TierQuery {
  return { tier, weight: WEIGHTS[tier], units, need, words };
}

function byUnits(request: SearchRequest): TierQuery[] {
  const all = spellings(request.units);
  const exact = tierOf(
    'exact-phrase',
    all.map((ways) => ways.map((way) => [way.exact])),
  );
  if (request.exactOnly) return [exact];
  const folded = all.map((ways) => ways.map((way) => [way.folded]));
  const marked = request.units.flatMap((unit) => unit.exact.filter((_, i) => unit.marked[i]));
  const several = request.units.some((unit) => unit.exact.length > 1);
  return [
    exact,
    ...(several && marked.length > 0
      ? [tierOf('exact-words', folded, folded.length, [...new Set(marked)])]
      : []),
    tierOf('folded', folded),
  ];
}

function byWords(request: SearchRequest): TierQuery[] {
  const syllables = new Map<string, { exact: string; folded: string }>();
  for (const unit of request.units) {
    unit.exact.forEach((exact, i) => {
      syllables.set(exact, { exact, folded: unit.folded[i] ?? exact });
    });
  }
  const words = longest([...syllables.values()], LOOSE_UNITS, (word) => word.folded.length);
  const exact = tierOf(
    'exact-words',
    words.map((word) => [[[word.exact]]]),
  );
  return request.exactOnly
    ? [exact]
    : [
        exact,
        tierOf(
          'folded',
          words.map((word) => [[[word.folded]]]),
        ),
      ];
}

function byMost(request: SearchRequest): TierQuery[] {
  const units = longest(request.units, LOOSE_UNITS, (unit) => letters(unit.folded));
  const need = mostOf(units.length);
  const exact = tierOf(
    'exact-phrase',
    units.map((unit) => [[unit.exact]]),
    need,
  );
  return request.exactOnly
    ? [exact]
    : [
        exact,
        tierOf(
          'folded',
          units.map((unit) => [[unit.folded]]),
          need,
        ),
      ];
}

/** The plan of a request; pure. */
export function planTiers(request: SearchRequest): TierPlan {
  const without = request.without.map((unit) =>
    unit.marked.some(Boolean) ? unit.exact : unit.folded,
  );
  if (request.units.length === 0) return { tiers: [], without };
  const by = { units: byUnits, words: byWords, most: byMost }[request.match];
  return { tiers: by(request), without };
}
