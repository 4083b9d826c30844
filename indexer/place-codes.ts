/** The codes by which an article is found under a place: all levels, of its day and of today. */
import type { PlaceMention } from '../core/article.ts';
import { codesAbove } from '../vietnamese/index.ts';

/** Prefix of codes of today's units. */
export const TODAY = 't:';

/**
 * Codes of the units mentioned and of those above them.
 * @param day day of publication, `YYYY-MM-DD`; null = the first known state of the map
 */
export function placeCodes(places: readonly PlaceMention[], day: string | null): string[] {
  const codes = new Set<string>();
  for (const place of places) {
    for (const code of place.code === null ? [] : codesAbove(place.code, day)) codes.add(code);
    for (const today of place.today) {
      for (const code of today.code === null ? [] : codesAbove(today.code, undefined)) {
        codes.add(`${TODAY}${code}`);
      }
    }
  }
  return [...codes].sort();
}
