/** What an article gives to be suggested. Pure. */

import { pathOf, VIETNAMESE_VERSION } from '../../vietnamese/index.ts';
import { type IndexableArticle, valuesOf } from '../document.ts';
import { placeValue, readPlaceValue } from '../place-codes.ts';
import { headlinePhrases } from './phrases.ts';

/** Raise the first number when an article would give other terms; then all of them are read again. */
export const SUGGEST_VERSION = `1.${VIETNAMESE_VERSION}`;

/** In the order in which they are shown. */
export const SUGGESTION_KINDS = [
  'phrase',
  'place',
  'official',
  'office',
  'conference',
  'organiser',
  'newspaper',
] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

export interface Term {
  readonly kind: SuggestionKind;
  /** What it is one of, within its kind; a facet's value where there is such a facet. */
  readonly id: string;
  /** Ways to begin; the first is shown. */
  readonly names: readonly [string, ...string[]];
  /** What tells it from others of its name. */
  readonly detail: string | null;
}

export interface TermNames {
  readonly newspaper: (
    id: string,
  ) => { readonly name: string; readonly detail: string | null } | null;
}

/** A unit of the day and the same unit on today's map are one term. */
function placeTerm(value: string): Term | null {
  const { code, unit } = readPlaceValue(value);
  if (!unit) return null;
  const above = pathOf(code, unit.to ?? undefined)
    .slice(0, unit.level === 'province' ? 0 : unit.level === 'district' ? 1 : 2)
    .filter((part) => part !== null)
    .reverse();
  const until = unit.to === null ? [] : [`đến ${unit.to.split('-').reverse().join('/')}`];
  const detail = [...above, ...until].join(', ') || null;
  return { kind: 'place', id: placeValue(unit), names: [unit.name, unit.bare], detail };
}

/** Each term once. */
export function termsOf(stored: IndexableArticle, names: TermNames): Term[] {
  const { article } = stored;
  const values = valuesOf(stored);
  const terms = new Map<string, Term>();
  const add = (term: Term | null) => {
    if (term) terms.set(`${term.kind} ${term.id}`, term);
  };
  const named = (kind: SuggestionKind, name: string, detail: string | null = null) =>
    add({ kind, id: name, names: [name], detail });
  for (const phrase of headlinePhrases(article.headline ?? ''))
    add({ kind: 'phrase', id: phrase.toLowerCase(), names: [phrase], detail: null });
  for (const value of values.places) add(placeTerm(value));
  for (const person of article.people) {
    if (!person.official || person.name === null) continue;
    named('official', person.name, person.offices.find(({ former }) => !former)?.title ?? null);
  }
  for (const office of values.offices) named('office', office);
  for (const { name, organiser } of article.conferences) named('conference', name, organiser);
  for (const organiser of values.organisers) named('organiser', organiser);
  for (const id of values.newspaper) {
    const paper = names.newspaper(id);
    if (paper === null) continue;
    const bare = paper.name.replace(/^báo\s+/iu, '');
    add({ kind: 'newspaper', id, names: [paper.name, bare, id], detail: paper.detail });
  }
  return [...terms.values()];
}
