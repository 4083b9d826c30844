/** Tiers as FTS5 match expressions. Words are a–z and 0–9 only, so nothing in them needs escaping. */
import type { Phrase, TierQuery, Way } from '../../tiers.ts';

const phrase = (words: Phrase) => `"${words.join(' ')}"`;

function all(terms: readonly string[]): string {
  return terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' AND ')})`;
}

function any(terms: readonly string[]): string {
  return terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' OR ')})`;
}

const way = (phrases: Way) => all(phrases.map(phrase));

/** One expression for each unit of a tier. */
export function unitMatches(tier: TierQuery): string[] {
  return tier.units.map((ways) => any(ways.map(way)));
}

/** The expression of a tier whose units must all be found; of one where most are enough, any of them. */
export function tierMatch(tier: TierQuery): string {
  const units = unitMatches(tier);
  const terms = [...units, ...tier.words.map((word) => phrase([word]))];
  return tier.need < units.length ? any(terms) : all(terms);
}

export function withoutMatch(without: readonly Phrase[]): string {
  return any(without.map(phrase));
}
