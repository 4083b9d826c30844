/** The codes by which an article is found under a place: all levels, of its day and of today. */
import type { PlaceMention } from '../core/article.ts';

/** Prefix of codes of today's units. */
export const TODAY = 't:';

/**
 * Codes of the units mentioned. A mention knows the code of its deepest part only; the codes above it are
 * those of the article's other mentions of these units.
 */
export function placeCodes(places: readonly PlaceMention[]): string[] {
  const codes = new Set<string>();
  for (const place of places) {
    if (place.code !== null) codes.add(place.code);
    for (const today of place.today) if (today.code !== null) codes.add(`${TODAY}${today.code}`);
  }
  return [...codes].sort();
}
