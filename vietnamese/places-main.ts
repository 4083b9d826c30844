/** The article's main places: where the story happens, by where, how often and as what units are named. */
import { chosen, type Story } from './places-choice.ts';
import type { Grown, Path, Tree } from './places-tree.ts';

const MOST = 3;
/** Sections of a short article, headline and sapo included. */
const SHORT = 5;
/** Below this a unit is named in passing. */
const NOTICED = 0.3;

const total = (all: readonly Tree[]) => all.reduce((sum, t) => sum + t.sum, 0);

/** Those named for themselves, or all where none is. */
function solidOnes(all: readonly Tree[]): readonly Tree[] {
  const solid = all.filter((t) => t.solid);
  return solid.length > 0 ? solid : all;
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
  return is === null ? all : all.filter((t) => t[is] || t.above);
}

/**
 * The share of a unit's weight that what lies in it must have for the story to lie there: little where the
 * text says that it happens there, or names one place alone; much where the headline is about the whole.
 */
function leastInside(at: Tree, below: readonly Tree[]): number {
  if (below.some((t) => t.site)) return 0.08;
  if (at.headline) return 0.45;
  return below.length === 1 && below[0]?.begins && below[0].solid ? 0.15 : 0.3;
}

/** The units within a unit in which its story lies; itself where it is about more of them or about the whole. */
function deepen(at: Tree, whole: ReadonlySet<number>): Path[] {
  if (whole.has(at.path[1] === null ? 0 : 1)) return [at.path];
  const below = solidOnes([...at.children.values()]);
  const inside = total(below);
  if (inside === 0 || inside < at.sum * leastInside(at, below)) return [at.path];
  const noticed = below.filter((t) => t.sum >= NOTICED);
  const top = Math.max(...below.map((t) => t.sum));
  if (noticed.length > MOST && (at.headline || top < inside * 0.6)) return [at.path];
  const chosen = standOut(below, 0.25);
  if (chosen.length === 0 || chosen.length > MOST || total(chosen) < inside * 0.6) return [at.path];
  const deeper = happening(chosen).flatMap((t) => deepen(t, whole));
  return deeper.length > MOST ? [at.path] : deeper;
}

/** Where in them the story lies: three units at most, else they themselves. */
function deepest(all: readonly Tree[], whole: ReadonlySet<number>): Path[] {
  const deeper = all.flatMap((t) => deepen(t, whole));
  if (deeper.length <= MOST) return deeper;
  return all.length <= MOST ? all.map((t) => t.path) : [];
}

/** At most three paths. */
export function mainPlaces(story: Story): readonly Path[] {
  return story.grown.provinces.length === 0 ? [] : chosen(story);
}

/** The answer of the rules. */
export function byRules({ provinces, sections, whole, national, wide }: Grown): Path[] {
  if (wide || provinces.length === 0) return [];
  const counted = provinces.flatMap(countedIn);
  if (counted.length > 1) return counted.length > MOST ? [] : counted;
  const home = national ? null : onlyHome(provinces);
  if (home !== null) return [home];
  // "Lào Cai, Sơn La có nguy cơ lũ quét": what headline and sapo both tell of, however many come later.
  const told = provinces.filter((t) => t.headline && t.sections.has(0));
  if (told.length > 1 && told.length <= MOST) return deepest(told, whole);
  if (total(provinces) < Math.max(1.2, sections * 0.15)) return [];
  const chosen = standOut(solidOnes(provinces), 0.3).filter((t) => isStory(t, sections, national));
  if (isCountry(chosen)) return [];
  return deepest(localOnes(chosen), whole);
}

/** The commune where somebody lives, where the beginning names it and the text nothing else. */
function onlyHome(provinces: readonly Tree[]): Path | null {
  const [only] = provinces;
  if (provinces.length !== 1 || !only?.begins || only.solid) return null;
  return only.path[2] === null ? onlyHome([...only.children.values()]) : only.path;
}

/** What a bulletin counts its cases by. */
function countedIn(at: Tree): Path[] {
  return [...(at.counted ? [at.path] : []), ...[...at.children.values()].flatMap(countedIn)];
}

/** Named in headline or sapo, in whatever role. */
const isAbove = ({ sections }: Tree) => sections.has(-1) || sections.has(0);

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
  return at.front && (isAbove(at) || at.scene || many > 1);
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
