/** The article's main places: where the story happens, by where, how often and as what units are named. */
import type { Role } from './places-role.ts';

/** [province, district, commune], names with type word. */
type Path = [string | null, string | null, string | null];

interface Tree {
  readonly path: Path;
  /** Weight of its mentions and of those of what lies in it. */
  sum: number;
  /** Named for itself, not only as somebody's home or the like. */
  solid: boolean;
  /** Said to be where something is or happens, itself or what lies in it. */
  scene: boolean;
  site: boolean;
  /** The headline names it itself. */
  headline: boolean;
  /** Named for itself in headline, sapo or the first lines. */
  front: boolean;
  /** Named there in whatever role. */
  begins: boolean;
  /** Parts of the article that name it. */
  readonly sections: Set<number>;
  readonly children: Map<string, Tree>;
}

export interface Named {
  readonly paragraph: number;
  readonly start: number;
  readonly path: Path;
}

const MOST = 3;
/** Characters of the body that count as the story's beginning. */
const LEAD = 300;
/** Characters of a section: a paper's paragraph, where the text has none. */
const SECTION = 400;
const WEIGHT: Readonly<Record<Role, number>> = {
  site: 1.6,
  scene: 1.3,
  plain: 1,
  aside: 0.4,
  listed: 0.4,
  holder: 0.1,
  many: 0,
  none: 0,
};
/** Sections of a short article, headline and sapo included. */
const SHORT = 5;
/** A unit named again in the same section. */
const AGAIN = 0.3;
/** Below this a unit is named in passing. */
const NOTICED = 0.3;

function tree(path: Path): Tree {
  return {
    path,
    sum: 0,
    solid: false,
    scene: false,
    site: false,
    headline: false,
    front: false,
    begins: false,
    sections: new Set(),
    children: new Map(),
  };
}

const total = (all: readonly Tree[]) => all.reduce((sum, t) => sum + t.sum, 0);

/** Those named for themselves, or all where none is. */
function solidOnes(all: readonly Tree[]): Tree[] {
  const solid = all.filter((t) => t.solid);
  return solid.length > 0 ? solid : [...all];
}

/** Those with a good share of the whole, and not small beside the first. */
function standOut(all: readonly Tree[], share: number): Tree[] {
  const whole = total(all);
  const found = all.filter((t) => t.sum >= whole * share).sort((a, b) => b.sum - a.sum);
  return found.filter((t) => t.sum >= (found[0]?.sum ?? 0) * 0.45);
}

/** Depth of the last part that is known. */
function deepest(path: Path): number {
  return path[2] !== null ? 2 : path[1] !== null ? 1 : 0;
}

/** The units within a unit in which its story lies; itself where it is about more of them or about the whole. */
function deepen(at: Tree): Path[] {
  const children = [...at.children.values()];
  const below = at.headline ? children.filter((t) => t.solid) : solidOnes(children);
  const inside = total(below);
  const happens = below.some((t) => t.begins && t.solid && (t.scene || t.sections.size > 1));
  const least = below.some((t) => t.site)
    ? 0.15
    : at.headline
      ? 0.45
      : happens && at.path[1] !== null
        ? 0.2
        : 0.3;
  if (inside === 0 || inside < at.sum * least) return [at.path];
  const noticed = below.filter((t) => t.sum >= NOTICED);
  const top = Math.max(...below.map((t) => t.sum));
  if (noticed.length > MOST && (at.headline || top < inside * 0.6)) return [at.path];
  const chosen = standOut(below, 0.25);
  if (chosen.length === 0 || chosen.length > MOST || total(chosen) < inside * 0.6) {
    return [at.path];
  }
  const deeper = chosen.flatMap(deepen);
  return deeper.length > MOST ? [at.path] : deeper;
}

/** Where the passages begin in the body, and how long it is. */
function bodyOf(passages: readonly { readonly paragraph: number; readonly text: string }[]) {
  const begin = new Map<number, number>();
  let length = 0;
  for (const { paragraph, text } of passages) {
    if (paragraph <= 0) continue;
    begin.set(paragraph, length);
    length += text.length;
  }
  return { begin, length };
}

/** At most three paths; `roles[i]` is what a place has to do with the story. */
export function mainPlaces(
  places: readonly Named[],
  roles: readonly Role[],
  passages: readonly { readonly paragraph: number; readonly text: string }[],
): Path[] {
  const provinces = new Map<string, Tree>();
  const body = bodyOf(passages);
  const seen = new Set<string>();
  let wide = false;
  places.forEach(({ paragraph, start, path }, i) => {
    const role = roles[i] ?? 'plain';
    if (role === 'many' && paragraph <= 0) wide = true;
    if (path[0] === null || WEIGHT[role] === 0) return;
    const offset = (body.begin.get(paragraph) ?? 0) + start;
    const section = paragraph <= 0 ? paragraph : 1 + Math.floor(offset / SECTION);
    const front = paragraph <= 0 || offset < LEAD;
    const key = `${paragraph <= 0 ? section : `${paragraph}.${section}`}|${path.join('|')}`;
    const again = seen.has(key);
    seen.add(key);
    const place = paragraph < 0 ? 4 : paragraph === 0 ? 3 : section <= 2 ? 1.5 : 1;
    const points = WEIGHT[role] * place * (again ? AGAIN : 1);
    let level = provinces;
    for (let depth = 0; depth < 3; depth++) {
      const name = path[depth];
      if (name == null) continue;
      let at = level.get(name);
      if (!at) {
        at = tree(path.map((part, k) => (k <= depth ? part : null)) as Path);
        level.set(name, at);
      }
      at.sum += points;
      at.sections.add(section);
      if (role !== 'aside' && role !== 'holder') {
        at.solid = true;
        if (front && (role !== 'listed' || paragraph <= 0)) at.front = true;
        if (role === 'site' || role === 'scene') at.scene = true;
        if (role === 'site') at.site = true;
        if (paragraph < 0 && role === 'plain' && deepest(path) === depth) at.headline = true;
      }
      if (front) at.begins = true;
      level = at.children;
    }
  });
  if (wide) return [];
  const sections = 2 + Math.ceil(body.length / SECTION);
  const all = solidOnes([...provinces.values()]);
  if (total(all) < Math.max(1.2, sections * 0.15)) return [];
  const chosen = standOut(all, 0.3).filter((t) => isStory(t, sections));
  const kept = localOnes(chosen);
  const deeper = kept.flatMap(deepen);
  if (deeper.length <= MOST) return deeper;
  return kept.length <= MOST ? kept.map((t) => t.path) : [];
}

/** Is the article about it, not only its example? */
function isStory(at: Tree, sections: number): boolean {
  const many = at.sections.size;
  if (many >= Math.max(3, sections / 3)) return true;
  const above = at.sections.has(-1) || at.sections.has(0);
  if (at.front) return above || at.scene || many > 1 || sections <= SHORT;
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
  if (first.length > 0) return first;
  const later = local((child) => child.scene);
  return later.length > 0 ? later : chosen;
}
