/** Runs of capitalised words that end in a place: a firm or body, no person. */
import { isPlaceName } from './titles.ts';
import type { Word } from './words.ts';

/** "Huawei Việt Nam", "Nestlé Việt Nam" */
export function endsInPlace(run: readonly Word[]): boolean {
  return run.length >= 3 && isPlaceName(run.slice(-2));
}
