/** Tiers as FTS5 match expressions. Words are a–z and 0–9 only, so nothing in them needs escaping. */
import type { Phrase, TierQuery, Way } from '../../tiers.ts';
import type { Sql } from './sql.ts';

const phrase = (words: Phrase) => `"${words.join(' ')}"`;

function all(terms: readonly string[]): string {
  return terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' AND ')})`;
}

/** Any of these expressions. */
export function anyOf(terms: readonly string[]): string {
  return terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' OR ')})`;
}

const way = (phrases: Way) => all(phrases.map(phrase));

/** One expression for each unit of a tier. */
export function unitMatches(tier: TierQuery): string[] {
  return tier.units.map((ways) => anyOf(ways.map(way)));
}

/** The expression of a tier all of whose units must be found. */
export function tierMatch(tier: TierQuery): string {
  return all([...unitMatches(tier), ...tier.words.map((word) => phrase([word]))]);
}

/** The same in the headline. */
export function inHeadline(match: string): string {
  return `({headline_x headline_f} : ${match})`;
}

export function withoutMatch(without: readonly Phrase[]): string {
  return anyOf(without.map(phrase));
}

/** The articles that an expression finds. */
export function matching(match: string): Sql {
  return { sql: 'SELECT rowid AS n FROM text WHERE text MATCH ?', values: [match] };
}
