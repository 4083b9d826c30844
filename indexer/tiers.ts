/**
 * A search request as tiers of phrases: what each engine has to find, said once for all of them.
 * An engine finds the articles of any tier and ranks those of an earlier tier higher.
 */
import { mostOf, type SearchRequest, type Spelling, type Tier, type Unit } from '../core/search.ts';

/** Words that stand next to each other. */
export type Phrase = readonly string[];
/** Phrases that all stand in the article. */
export type Way = readonly Phrase[];

interface Asked {
  readonly tier: Exclude<Tier, 'none'>;
  /** One list of ways for each unit; any of them will do. */
  readonly units: readonly (readonly Way[])[];
  /** At least so many units must be found. */
  readonly need: number;
  /** Further words that an article of this tier has. */
  readonly words: readonly string[];
}

export interface TierQuery extends Asked {
  /** What a score of this tier is multiplied with. */
  readonly weight: number;
}

export interface TierPlan {
  /** The last one finds everything that the others find. [] = every article. */
  readonly tiers: readonly TierQuery[];
  /** None of these stands in the article. */
  readonly without: readonly Phrase[];
}

/**
 * Weight of a tier against the one before. An engine's own scores lie between 0 and 1; were this near 1,
 * a good match without marks would stand before a fair one with them.
 */
const STEP = 0.02;

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
  tier: Asked['tier'],
  units: Asked['units'],
  need = units.length,
  words: readonly string[] = [],
): Asked {
  return { tier, units, need, words };
}

function byUnits(request: SearchRequest): Asked[] {
  const all = spellings(request.units);
  const exact = tierOf(
    'exact-phrase',
    all.map((ways) => ways.map((way) => [way.exact])),
  );
  const whole = (spelling: 'exact' | 'folded') =>
    request.whole.length === 0
      ? []
      : [
          tierOf(
            spelling === 'exact' ? 'exact-phrase' : 'folded',
            request.whole.map((unit) => [[unit[spelling]]]),
          ),
        ];
  if (request.exactOnly) return [...whole('exact'), exact];
  const folded = all.map((ways) => ways.map((way) => [way.folded]));
  const marked = request.units.flatMap((unit) => unit.exact.filter((_, i) => unit.marked[i]));
  const several = request.units.some((unit) => unit.exact.length > 1);
  return [
    ...whole('exact'),
    exact,
    ...whole('folded'),
    ...(several && marked.length > 0
      ? [tierOf('exact-words', folded, folded.length, [...new Set(marked)])]
      : []),
    tierOf('folded', folded),
  ];
}

function byWords(request: SearchRequest): Asked[] {
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

function byMost(request: SearchRequest): Asked[] {
  const units = longest(request.units, LOOSE_UNITS, (unit) => letters(unit.folded));
  const need = mostOf(units.length);
  const exact = units.map((unit) => [[unit.exact]]);
  const folded = units.map((unit) => [[unit.folded]]);
  const almost = Math.max(need, units.length - 1);
  if (request.exactOnly) return [tierOf('exact-phrase', exact, need)];
  return [
    tierOf('exact-phrase', exact, almost),
    tierOf('folded', folded, almost),
    ...(need < almost ? [tierOf('folded', folded, need)] : []),
  ];
}

/** The plan of a request; pure. */
export function planTiers(request: SearchRequest): TierPlan {
  const without = request.without.map((unit) =>
    unit.marked.some(Boolean) ? unit.exact : unit.folded,
  );
  if (request.units.length === 0) return { tiers: [], without };
  const by = { units: byUnits, words: byWords, most: byMost }[request.match];
  const tiers = by(request).map((asked, i) => ({ ...asked, weight: STEP ** i }));
  return { tiers, without };
}
