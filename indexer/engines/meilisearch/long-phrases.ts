/**
 * Phrases of three words and more, made sure of. Meilisearch keeps which words stand beside each other in a
 * document, not where, so it finds "a b c" also where "a b", "b c" and "a x c" stand in different places.
 */
import { TEXT_FIELDS } from '../../../core/search.ts';
import type { TierQuery } from '../../tiers.ts';
import { exactField, foldedField } from './settings.ts';

/** Where a tier finds more articles than this, the few wrong ones among them are left. */
export const SURE_UP_TO = 200;

const LONG = 3;

/** True for a tier that may find too much. */
export function isUnsure(tier: TierQuery): boolean {
  return (
    tier.need === tier.units.length &&
    tier.units.some((ways) => ways.some((way) => way.some((phrase) => phrase.length >= LONG)))
  );
}

/** Both forms of every text. */
export const ALL_FIELDS = TEXT_FIELDS.flatMap((field) => [foldedField(field), exactField(field)]);

/** The fields that a tier has to be looked for in. */
export function fieldsOf(tier: TierQuery): string[] {
  if (tier.tier === 'exact-phrase') return TEXT_FIELDS.map(exactField);
  return tier.words.length === 0 ? TEXT_FIELDS.map(foldedField) : ALL_FIELDS;
}

/** Whether the key texts hold what the tier asks for: each phrase within one field. */
export function holds(texts: Readonly<Record<string, unknown>>, tier: TierQuery): boolean {
  const padded = ALL_FIELDS.flatMap((field) => {
    const text = texts[field];
    return typeof text === 'string' ? [` ${text} `] : [];
  });
  const stands = (phrase: readonly string[]) => {
    const wanted = ` ${phrase.join(' ')} `;
    return padded.some((text) => text.includes(wanted));
  };
  return (
    tier.units.every((ways) => ways.some((way) => way.every(stands))) &&
    tier.words.every((word) => stands([word]))
  );
}
