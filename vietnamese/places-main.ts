/** The article's main places: where the story happens, by where and how often units are named. */

import type { Mention } from './places-link.ts';
import type { Syllable } from './places-text.ts';

/** [province, district, commune], names with type word. */
type Path = [string | null, string | null, string | null];

interface Tree {
  readonly path: Path;
  /** Its own mentions. */
  own: number;
  /** Its own and those of what lies in it. */
  sum: number;
  /** Named for itself, not only as somebody's home or the like. */
  solid: boolean;
  /** Named in headline, sapo or the first lines. */
  front: boolean;
  readonly children: Map<string, Tree>;
}

const MOST = 3;
/** Below this a unit is named in passing. */
const NOTICED = 0.3;
/** Characters of the first paragraph that count as the story's beginning. */
const LEAD = 300;
/** A unit that only says where another one lies. */
export const HOLDS_ANOTHER = 0.1;
/** Where somebody lives, one of a long list, the last word of a body's name. */
const ASIDE = 0.4;
const LIVES = new Set(['trú', 'ngụ', 'quê', 'hktt', 'quán', 'sinh', 'khẩu', 'sn']);

/** What follows these is where somebody comes from or what something is near. */
const AWAY = new Set(['từ', 'cách', 'gần', 'giáp', 'hướng']);

/** How much one mention says about where the story happens. */
export function shareOf(mention: Mention, list: readonly Syllable[]): number {
  const { spot, group } = mention;
  const first = group[0]?.spot.from ?? spot.from;
  for (let i = Math.max(0, first - 5); i < first; i++) {
    if (LIVES.has(list[i]?.low ?? '') && list[i + 1]?.gap === 'space') return ASIDE;
  }
  if (group.length >= MOST) return ASIDE;
  if (AWAY.has(list[first - 1]?.low ?? '')) return ASIDE;
  const before = list[spot.from - 1];
  const glued =
    before?.cap && list[spot.from]?.gap === 'space' && before.gap !== 'none' && !spot.led;
  return mention.level === 'province' && glued && !OFFICES.has(before.low) ? ASIDE : 1;
}

/** Public offices in capitals speak for their place, other names in capitals do not. */
const OFFICES = new Set(['ubnd', 'hđnd', 'tand', 'vksnd', 'ttyt', 'cdc', 'bvđk', 'mttq']);

function weight(paragraph: number): number {
  if (paragraph < 0) return 4;
  if (paragraph === 0) return 3;
  return paragraph <= 2 ? 1.5 : 1;
}

function tree(path: Path): Tree {
  return { path, own: 0, sum: 0, solid: false, front: false, children: new Map() };
}

/** Those of a few trees that stand out: a share of the whole, and not many more like them. */
function standOut(all: readonly Tree[], share: number): Tree[] {
  const total = all.reduce((sum, t) => sum + t.sum, 0);
  const solid = all.some((t) => t.solid);
  return all
    .filter((t) => t.sum >= total * share && (t.solid || !solid))
    .sort((a, b) => b.sum - a.sum);
}

function deepen(at: Tree): Path[] {
  const children = [...at.children.values()];
  const solid = children.filter((t) => t.solid);
  const below = solid.length > 0 ? solid : children;
  const inside = below.reduce((sum, t) => sum + t.sum, 0);
  if (inside === 0 || inside < at.sum * 0.3) return [at.path];
  const named = children.filter((t) => t.sum >= NOTICED).sort((a, b) => b.sum - a.sum);
  if (named.length > MOST && (named[0]?.sum ?? 0) < inside * 0.5) return [at.path];
  const chosen = standOut(below, 0.25);
  const covered = chosen.reduce((sum, t) => sum + t.sum, 0);
  if (chosen.length === 0 || chosen.length > MOST || covered < inside * 0.6) return [at.path];
  const deeper = chosen.flatMap(deepen);
  return deeper.length > MOST ? [at.path] : deeper;
}

/** At most three paths; `shares[i]` is what `shareOf` says of a place. */
export function mainPlaces(
  places: readonly { readonly paragraph: number; readonly path: Path; readonly start: number }[],
  shares: readonly number[],
  passages: readonly { readonly paragraph: number; readonly text: string }[],
): Path[] {
  const provinces = new Map<string, Tree>();
  const seen = new Set<string>();
  places.forEach((place, i) => {
    if (place.path[0] === null) return;
    const key = `${place.paragraph}|${place.path.join('|')}`;
    const again = seen.has(key);
    seen.add(key);
    const points = (shares[i] ?? 1) * weight(place.paragraph) * (again ? 0.3 : 1);
    let level = provinces;
    for (let depth = 0; depth < 3; depth++) {
      const name = place.path[depth];
      if (name == null) continue;
      let at = level.get(name);
      if (!at) {
        const path: Path = [null, null, null];
        for (let k = 0; k <= depth; k++) path[k] = place.path[k] ?? null;
        at = tree(path);
        level.set(name, at);
      }
      at.sum += points;
      if ((shares[i] ?? 1) === 1) at.solid = true;
      if (place.paragraph <= 0 || (place.paragraph === 1 && place.start < LEAD)) at.front = true;
      if (place.path.slice(depth + 1).every((part) => part === null)) at.own += points;
      level = at.children;
    }
  });
  const all = [...provinces.values()];
  const length = passages.filter((p) => p.text.length > 40).length;
  const total = all.reduce((sum, t) => sum + t.sum, 0);
  if (total < Math.max(1.2, length * 0.15)) return [];
  const only = places.length === 1 ? places[0] : undefined;
  const aside = only !== undefined && (only.paragraph > 0 || (shares[0] ?? 1) < 1);
  if (only && aside && only.path[1] === null && only.path[2] === null) return [];
  const chosen = standOut(all, 0.3).filter((t) => t.front || t.sum >= total * 0.5);
  if (chosen.length === 0) return [];
  const deeper = chosen.flatMap(deepen);
  return deeper.length > MOST ? chosen.slice(0, MOST).map((t) => t.path) : deeper;
}
