/** Where an event belongs: the unit of its organiser, else its host. */
import type { Organiser } from './organiser.ts';
import type { Level, PlacePath, PlaceSeen } from './shapes.ts';
import type { Line } from './text.ts';

export interface Place {
  readonly code: string | null;
  readonly path: PlacePath;
}

const DEPTH = { province: 0, district: 1, commune: 2 } as const;
export type PlaceLevel = keyof typeof DEPTH;

/** The deepest unit named inside the organiser's words, else right behind them; `places`: those of the paragraph. */
export function placeIn(
  organiser: Organiser,
  line: Line,
  places: readonly PlaceSeen[],
): PlaceSeen | null {
  const start = line.list[organiser.from]?.start ?? 0;
  const end = line.list[organiser.to - 1]?.end ?? 0;
  let best: PlaceSeen | null = null;
  for (const place of places) {
    if (place.start < start || place.end > end || place.code === null) continue;
    if (best === null || DEPTH[place.level] > DEPTH[best.level]) best = place;
  }
  return best;
}

/** A unit for "Đảng bộ huyện", "Tỉnh ủy", which leave the name out: the one of that level that the article speaks of. */
export function impliedPlace(
  level: Level | null,
  places: readonly PlaceSeen[],
  mainPlaces: readonly PlacePath[],
): Place | null {
  if (level === null || level === 'trung-uong') return null;
  const wanted: PlaceLevel =
    level === 'tinh' ? 'province' : level === 'huyen' ? 'district' : 'commune';
  const depth = DEPTH[wanted];
  const counts = new Map<string, { place: PlaceSeen; count: number }>();
  const main = new Set(mainPlaces.map((path) => path.slice(0, depth + 1).join('|')));
  for (const place of places) {
    if (place.level !== wanted || place.code === null) continue;
    const known = counts.get(place.code) ?? {
      place,
      count: main.has(place.path.slice(0, depth + 1).join('|')) ? 3 : 0,
    };
    known.count++;
    counts.set(place.code, known);
  }
  let best: { place: PlaceSeen; count: number } | null = null;
  let tie = false;
  for (const one of counts.values()) {
    if (best === null || one.count > best.count) {
      best = one;
      tie = false;
    } else if (one.count === best.count) tie = true;
  }
  return best === null || tie ? null : { code: best.place.code, path: best.place.path };
}
