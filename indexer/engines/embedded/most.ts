/** The articles that hold most of a tier's units. */
import type { TierQuery } from '../../tiers.ts';
import { anyOf, matching, unitMatches } from './match.ts';
import type { Rows } from './rows.ts';
import { endOf } from './sets.ts';

export interface HoldingMost {
  readonly rows: Uint32Array;
  /**
   * Finds all of them: whoever holds `need` of n units holds one of any n - need + 1. Of the rarest, as the articles
   * are ranked by it.
   */
  readonly either: string;
}

const NONE: HoldingMost = { rows: new Uint32Array(0), either: '' };

function heldBy(sets: readonly Uint32Array[], need: number): Uint32Array {
  const held = new Uint8Array(Math.max(...sets.map(endOf)));
  const found: number[] = [];
  for (const set of sets)
    for (let i = 0; i < set.length; i++) {
      const n = set[i] ?? 0;
      const count = (held[n] ?? 0) + 1;
      held[n] = count;
      if (count === need) found.push(n);
    }
  return Uint32Array.from(found);
}

/** @param within makes an expression look at some of the fields only */
export function holdingMost(
  rows: Rows,
  tier: TierQuery,
  within: (match: string) => string,
): HoldingMost {
  const standing = unitMatches(tier)
    .map(within)
    .map((match) => ({ match, set: rows.of(matching(match)) }))
    .filter(({ set }) => set.length > 0)
    .sort((a, b) => a.set.length - b.set.length);
  if (standing.length < tier.need) return NONE;
  const rare = standing.slice(0, standing.length - tier.need + 1);
  return {
    rows: heldBy(
      standing.map(({ set }) => set),
      tier.need,
    ),
    either: anyOf(rare.map(({ match }) => match)),
  };
}
