/** The places of an article as a tree of units: how often each is named, where and in what role. */
import type { Role } from './places-role.ts';

/** [province, district, commune], names with type word. */
export type Path = [string | null, string | null, string | null];

export interface Tree {
  readonly path: Path;
  /** Weight of its mentions and of those of what lies in it. */
  sum: number;
  /** Named for itself, not only as somebody's home or the like. */
  solid: boolean;
  /** Said to be where something is or happens, itself or what lies in it. */
  scene: boolean;
  /** Said outright to be where it happens or lies. */
  site: boolean;
  /** The headline is about it itself. */
  headline: boolean;
  /** Named for itself in headline or sapo. */
  above: boolean;
  /** Named for itself in headline, sapo or the first lines, or as a school's in the headline. */
  front: boolean;
  /** Named there in whatever role. */
  begins: boolean;
  /** A bulletin counts its cases. */
  counted: boolean;
  /** How many units are named before it. */
  readonly first: number;
  /** How often it, or what lies in it, is named in each role. */
  readonly roles: Map<Role, number>;
  /** Parts of the article that name it: -1 headline, 0 sapo, then the sections of the body. */
  readonly sections: Set<number>;
  readonly children: Map<string, Tree>;
}

export interface Named {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly path: Path;
}

export interface Passage {
  readonly paragraph: number;
  readonly text: string;
}

export interface Grown {
  readonly provinces: readonly Tree[];
  /** Parts of the article: headline, sapo and the sections of the body. */
  readonly sections: number;
  /** Levels that the beginning speaks of as a whole: 0 "toàn tỉnh", 1 "toàn huyện". */
  readonly whole: ReadonlySet<number>;
  /** The beginning tells of a ministry, or of the whole country. */
  readonly national: boolean;
  /** The beginning enumerates more provinces than an article is about. */
  readonly wide: boolean;
}

/** Characters of the body that count as the story's beginning. */
const LEAD = 300;
/** Characters of a section: a paper's paragraph, where the text has none. */
const SECTION = 400;
const WEIGHT: Readonly<Record<Role, number>> = {
  site: 1.6,
  scene: 1.3,
  plain: 1,
  body: 1,
  police: 1,
  dateline: 1,
  counted: 1,
  aside: 0.4,
  tail: 0.4,
  school: 0.4,
  listed: 0.4,
  holder: 0.1,
  many: 0,
  none: 0,
};
/** Roles in which a unit is not named for itself. */
const PASSING: ReadonlySet<Role> = new Set<Role>(['aside', 'tail', 'school', 'holder']);
/** A unit named again in the same section. */
const AGAIN = 0.3;

function tree(path: Path, first: number): Tree {
  return {
    path,
    first,
    roles: new Map(),
    sum: 0,
    solid: false,
    scene: false,
    site: false,
    headline: false,
    above: false,
    front: false,
    begins: false,
    counted: false,
    sections: new Set(),
    children: new Map(),
  };
}

/** The tree of a unit and of all that hold it, the province first. */
function branch(provinces: Map<string, Tree>, path: Path, first: number): Tree[] {
  const found: Tree[] = [];
  let level = provinces;
  for (let depth = 0; depth < 3; depth++) {
    const name = path[depth];
    if (name == null) continue;
    let at = level.get(name);
    if (!at) {
      const [province, district, commune] = path;
      at = tree([province, depth > 0 ? district : null, depth > 1 ? commune : null], first);
      level.set(name, at);
    }
    found.push(at);
    level = at.children;
  }
  return found;
}

/** Where the passages begin in the body, and how long it is. */
function bodyOf(passages: readonly Passage[]) {
  const begin = new Map<number, number>();
  let length = 0;
  for (const { paragraph, text } of passages) {
    if (paragraph <= 0) continue;
    begin.set(paragraph, length);
    length += text.length;
  }
  return { begin, length };
}

const WHOLE = /(?<!\p{L})(?:toàn|cả) (?:(tỉnh|thành phố)|huyện|thị xã|quận)(?! \p{Lu}|\p{L})/gu;

/** Levels that the beginning speaks of as a whole. */
function wholeOf(passages: readonly Passage[], begin: ReadonlyMap<number, number>): Set<number> {
  const found = new Set<number>();
  for (const { paragraph, text } of passages) {
    const offset = begin.get(paragraph) ?? 0;
    if (offset >= LEAD) break;
    const head = paragraph <= 0 ? text : text.slice(0, LEAD - offset);
    for (const [, province] of head.matchAll(WHOLE)) found.add(province === undefined ? 1 : 0);
  }
  return found;
}

const NATIONAL = /(?<!\p{L})(?:Bộ \p{Lu}|cả nước|toàn quốc|toàn hệ thống|Quốc hội|Chính phủ)/u;

/** `roles[i]` is what a place has to do with the story. Linear. */
export function grow(
  places: readonly Named[],
  roles: readonly Role[],
  passages: readonly Passage[],
): Grown {
  const provinces = new Map<string, Tree>();
  const body = bodyOf(passages);
  const seen = new Set<string>();
  const many = new Set<number>();
  places.forEach((named, i) => {
    const { paragraph, start, path } = named;
    const role = roles[i] ?? 'plain';
    if (role === 'many') many.add(paragraph);
    if (path[0] === null || WEIGHT[role] === 0) return;
    const offset = (body.begin.get(paragraph) ?? 0) + start;
    const section = paragraph <= 0 ? paragraph : 1 + Math.floor(offset / SECTION);
    const front = paragraph <= 0 || offset < LEAD;
    const key = `${paragraph}.${section}|${path.join('|')}`;
    const again = seen.has(key) ? AGAIN : 1;
    seen.add(key);
    const place = paragraph < 0 ? 4 : paragraph === 0 ? 3 : section <= 2 ? 1.5 : 1;
    const line = branch(provinces, path, i);
    for (const at of line) {
      at.sum += WEIGHT[role] * place * again;
      at.sections.add(section);
      at.roles.set(role, (at.roles.get(role) ?? 0) + 1);
      if (front) at.begins = true;
      if (role === 'school' && paragraph < 0) at.front = true;
      if (PASSING.has(role)) continue;
      at.solid = true;
      if (paragraph <= 0) at.above = true;
      if (front) at.front = true;
      if (role === 'site' || role === 'scene') at.scene = true;
      if (role === 'site') at.site = true;
    }
    const last = line.at(-1);
    // "Công an huyện A" only tells of it; a province's authority speaks of the whole.
    // "… ở Kon Tum" only locates a story; "… ở Phúc Yên" is rather about it.
    const small = last?.path[1] !== null;
    const about = role === 'plain' || (role === 'scene' && small) || (role === 'body' && !small);
    if (last && paragraph < 0 && about) last.headline = true;
    if (last && front && role === 'counted') last.counted = true;
  });
  const grown = [...provinces.values()];
  const wide = many.has(-1) || (many.has(0) && !grown.some((t) => t.headline));
  return {
    provinces: grown,
    whole: wholeOf(passages, body.begin),
    sections: 2 + Math.ceil(body.length / SECTION),
    national: passages.some(({ paragraph, text }) => paragraph <= 0 && NATIONAL.test(text)),
    wide,
  };
}
