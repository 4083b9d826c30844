/** The article's main places: where the story happens, by where, how often and as what units are named. */
import type { Role } from './places-role.ts';
import { grow, type Named, type Passage, type Path, type Tree } from './places-tree.ts';

const MOST = 3;
/** Sections of a short article, headline and sapo included. */
const SHORT = 5;
/** Below this a unit is named in passing. */
const NOTICED = 0.3;

const total = (all: readonly Tree[]) => all.reduce((sum, t) => sum + t.sum, 0);

/** Those named for themselves, or all where none is. */
function solidOnes(all: readonly Tree[]): Tree[] {
  const solid = all.filter((t) => t.solid);
  return solid.length > 0 ? solid : [...all];
}

/** Those that headline and sapo tell of, where they tell of no other; else all. */
function subjects(all: readonly Tree[]): readonly Tree[] {
  const above = all.filter((t) => t.above);
  const told = above.every((t) => t.headline && t.sections.has(0));
  const others = all.some((t) => t.part && !t.above);
  return told && !others && above.length > 0 && above.length <= MOST ? above : all;
}

/** Those with a good share of the whole, and not small beside the first. */
function standOut(all: readonly Tree[], share: number): Tree[] {
  const whole = total(all);
  const found = all.filter((t) => t.sum >= whole * share).sort((a, b) => b.sum - a.sum);
  return found.filter((t) => t.sum >= (found[0]?.sum ?? 0) * 0.45);
}

/** Where something happens beside what is only named later: the first alone. */
function happening(all: readonly Tree[]): readonly Tree[] {
  const is = all.some((t) => t.site) ? 'site' : all.some((t) => t.scene) ? 'scene' : null;
  return is === null ? all : all.filter((t) => t[is] || t.above || t.part);
}

/**
 * The share of a unit's weight that what lies in it must have for the story to lie there: little where the
 * text says that it happens there, or names one place alone; much where the headline is about the whole.
 */
function leastInside(
  at: Tree,
  below: readonly Tree[],
  whole: ReadonlyMap<number, number>,
  domestic = false,
): number {
  if (domestic && at.path[1] !== null && below.length === 1 && below[0]?.begins) return 0.05;
  if (below.some((t) => t.site)) return 0.08;
  const all = whole.get(at.path[1] === null ? 0 : 1);
  if (all !== undefined) return all;
  if (!below.some((t) => t.begins || t.scene)) return 0.6;
  if (at.headline) return 0.45;
  if (below.length === 1 && below[0]?.begins && below[0].solid) return 0.15;
  const happens = below.some((t) => t.begins && t.solid && (t.scene || t.sections.size > 1));
  return happens && at.path[1] !== null ? 0.2 : 0.3;
}

/** The units within a unit in which its story lies; itself where it is about more of them or about the whole. */
function deepen(at: Tree, whole: ReadonlyMap<number, number>, domestic: boolean): Path[] {
  const children = [...at.children.values()];
  const below = at.headline ? children.filter((t) => t.solid) : solidOnes(children);
  const inside = total(below);
  const least = leastInside(at, below, whole, domestic);
  if (inside === 0 || inside < at.sum * least) return [at.path];
  const noticed = below.filter((t) => t.sum >= NOTICED);
  const top = Math.max(...below.map((t) => t.sum));
  if (noticed.length > MOST && (at.headline || top < inside * 0.6)) return [at.path];
  const parts = below.filter((t) => t.part);
  const chosen = parts.length > 0 ? parts : standOut(below, 0.25);
  if (
    chosen.length === 0 ||
    chosen.length > MOST ||
    (parts.length === 0 && total(chosen) < inside * 0.6)
  ) {
    return [at.path];
  }
  const there = happening(chosen);
  // The beginning names the whole, several of its parts come later: it is about the whole.
  if (
    there.length > 1 &&
    at.path[1] === null &&
    at.above &&
    !there.some((t) => t.above || t.site || t.part)
  )
    return [at.path];
  const deeper = there.flatMap((t) => deepen(t, whole, domestic));
  return deeper.length > MOST ? [at.path] : deeper;
}

/** At most three paths; `roles[i]` is what a place has to do with the story. */
export function mainPlaces(
  places: readonly Named[],
  roles: readonly Role[],
  passages: readonly Passage[],
): Path[] {
  const { provinces, sections, whole, national, domestic, wide } = grow(places, roles, passages);
  if (wide) return [];
  const counted = provinces.flatMap(countedIn);
  if (counted.length > 1) return counted.length > MOST ? [] : counted;
  const home = national ? null : onlyHome(provinces, domestic);
  if (home !== null) return [home];
  const all = subjects(solidOnes(provinces));
  if (total(all) < Math.max(1.2, sections * 0.15)) return national ? [] : onlyNamed(provinces);
  if (isSpread(all)) return [];
  const parts = all.filter((t) => t.part);
  if (parts.length > MOST) return [];
  const chosen = standOut(all, 0.3).filter((t) => isStory(t, sections, national));
  if (chosen.length === 0 && !national) return onlyNamed(provinces);
  if (isCountry(chosen)) return [];
  const kept = [...new Set([...localOnes(chosen), ...(chosen.length > 0 ? parts : [])])];
  const deeper = kept.flatMap((t) => deepen(t, whole, domestic));
  if (deeper.length <= MOST) return deeper;
  return kept.length <= MOST ? kept.map((t) => t.path) : [];
}

/**
 * The commune where somebody lives, where the beginning names it and the text nothing else; of a family or
 * neighbours also beside the province whose police or court tells of it.
 */
function onlyHome(provinces: readonly Tree[], domestic: boolean): Path | null {
  let level = provinces;
  for (;;) {
    const [only] = level;
    if (level.length !== 1 || !only?.begins) return null;
    if (only.solid && !(domestic && level === provinces)) return null;
    if (only.path[2] !== null) return only.path;
    level = [...only.children.values()];
  }
}

/** The province whose bodies, schools and people are nearly all that the text names. */
function onlyNamed(provinces: readonly Tree[]): Path[] {
  const all = provinces.reduce((sum, t) => sum + t.named, 0);
  const found = provinces.find((t) => t.named >= 2 && t.named >= all * 0.7);
  return found ? [found.path] : [];
}

/** What a bulletin counts its cases by. */
function countedIn(at: Tree): Path[] {
  return [...(at.counted ? [at.path] : []), ...[...at.children.values()].flatMap(countedIn)];
}

/** Named in headline or sapo, in whatever role. */
const isAbove = ({ sections }: Tree) => sections.has(-1) || sections.has(0);

/** Several provinces, none of them the subject from the beginning, none with most of the text. */
function isSpread(all: readonly Tree[]): boolean {
  const noticed = all.filter((t) => t.sum >= 1);
  const top = Math.max(...all.map((t) => t.sum));
  return noticed.length > MOST && top < total(all) * 0.5 && !all.some(isAbove);
}

const METROPOLES = new Set(['Thành phố Hà Nội', 'Thành phố Hồ Chí Minh']);

/** The two great cities side by side, as in prices of gold, stand for the country. */
function isCountry(all: readonly Tree[]): boolean {
  return (
    all.length === METROPOLES.size &&
    all.every((t) => METROPOLES.has(t.path[0] ?? '') && t.children.size === 0 && !t.headline)
  );
}

/** Is the article about it, not only its example? */
function isStory(at: Tree, sections: number, national: boolean): boolean {
  const many = at.sections.size;
  if (national && !at.begins) return false;
  if (many >= Math.max(sections <= SHORT ? 2 : 3, sections / 3)) return true;
  if (at.front) return isAbove(at) || at.scene || many > 1 || (sections <= SHORT && !national);
  return at.begins && many > 1 && at.children.size > 0;
}

/**
 * Told of a district or commune: beside it a province that is only named is background, and so is, beside
 * one that the beginning names, one that comes later.
 */
function localOnes(chosen: readonly Tree[]): readonly Tree[] {
  const local = (is: (child: Tree) => boolean) =>
    chosen.filter((t) => [...t.children.values()].some((child) => child.solid && is(child)));
  const first = local((child) => child.begins);
  if (first.length > 0) {
    const beside = local((child) => child.scene).filter((t) => t.above);
    return chosen.filter((t) => first.includes(t) || beside.includes(t));
  }
  const later = local((child) => child.scene);
  return later.length > 0 ? later : chosen;
}
