/** Runs of capitalised words that end like a firm or body: no person. */
import { isPlaceName } from './titles.ts';
import type { Word } from './words.ts';

const BODY =
  /^(?:Foundation|Group|University|Institute|Center|Centre|Bank|Inc|Corp|Ltd|Design|Studio|Studios|Club|League|Cup|Times|Post|News|Media|Capital|Holdings|Airlines|Technologies|Pictures|Records|Entertainment|Consortium|Sport|Sports|Village|Resort|Tower|City|Awards|Store)$/u;

/** "Hanns Seidel Foundation", "New York Times" */
export function endsInBody(run: readonly Word[]): boolean {
  return run.length > 1 && BODY.test(run.at(-1)?.text ?? '');
}

/** "Huawei Việt Nam", "Nestlé Việt Nam" */
export function endsInPlace(run: readonly Word[]): boolean {
  return run.length >= 3 && isPlaceName(run.slice(-2));
}
