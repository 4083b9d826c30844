/** What an article's main places may be, and what speaks for each answer: the features of the learned choice. */
import type { Role } from './places-role.ts';
import type { Grown, Path, Tree } from './places-tree.ts';

/** A complete answer with its features, in the order of `FEATURES`. */
export interface Candidate {
  readonly paths: readonly Path[];
  readonly features: readonly number[];
}

/** Units of one answer, at most. */
const MOST = 3;
/** Below this a unit is named in passing. */
const NOTICED = 0.3;

const ROLES: readonly Role[] = [
  'site',
  'scene',
  'plain',
  'body',
  'police',
  'aside',
  'tail',
  'school',
  'listed',
  'holder',
  'dateline',
];

/** Of a unit: how often, where and in what roles it and what lies in it are named. */
const OF_UNIT = {
  level: ({ path }) => path.filter((part) => part !== null).length,
  weight: ({ sum }) => sum,
  first: ({ first }) => first,
  solid: ({ solid }) => Number(solid),
  scene: ({ scene }) => Number(scene),
  site: ({ site }) => Number(site),
  headline: ({ headline }) => Number(headline),
  above: ({ above }) => Number(above),
  front: ({ front }) => Number(front),
  begins: ({ begins }) => Number(begins),
  counted: ({ counted }) => Number(counted),
  sections: ({ sections }) => sections.size,
  inHeadline: ({ sections }) => Number(sections.has(-1)),
  inSapo: ({ sections }) => Number(sections.has(0)),
  units: ({ children }) => children.size,
  inside: ({ sum }, inner) => share(sumOf(inner), sum),
  topInside: ({ sum }, inner) => share(Math.max(0, ...inner.map((t) => t.sum)), sum),
  noticedInside: (_, inner) => inner.filter((t) => t.sum >= NOTICED).length,
  siteInside: (_, inner) => Number(inner.some(({ site }) => site)),
  sceneInside: (_, inner) => Number(inner.some(({ scene }) => scene)),
  beginsInside: (_, inner) => Number(inner.some(({ begins }) => begins)),
  aboveInside: (_, inner) => Number(inner.some(({ above }) => above)),
  solidInside: (_, inner) => Number(inner.some(({ solid }) => solid)),
} satisfies Readonly<Record<string, (at: Tree, inner: readonly Tree[]) => number>>;

/** Of the answer that there is no place: lower than any other. */
const NO_SIGNS = -9;

const ofUnit = Object.values(OF_UNIT);

const sumOf = (all: readonly Tree[]): number => all.reduce((sum, { sum: one }) => sum + one, 0);
const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

function ofAll(at: Tree): number[] {
  const inner = [...at.children.values()];
  return ofUnit.map((of) => of(at, inner));
}

/** The names of the features, in their order. */
export const FEATURES: readonly string[] = [
  'answers',
  ...Object.keys(OF_UNIT),
  ...ROLES.map((role) => `role ${role}`),
  'share of all',
  'share of upper',
  'share of first',
  'siblings',
  'second of first',
  'sections share',
  ...['headline', 'above', 'site', 'scene'].map((name) => `upper ${name}`),
  'article units',
  'article provinces',
  'article sections',
  'article weight',
  'article density',
  'article national',
  'article wide',
  'article whole province',
  'article whole district',
  'words place',
  'words district',
  'words commune',
  'signs',
];

/**
 * Every answer that is weighed: none, each unit, and the two or three that stand out among their siblings.
 * `words` are what the article's words say of there being a place, a district, a commune, `signsOf` what the
 * words around the names say of an answer.
 */
export function candidatesOf(
  grown: Grown,
  words: readonly [place: number, district: number, commune: number],
  signsOf: (paths: readonly Path[]) => number,
): Candidate[] {
  const { provinces, sections, national, wide, whole } = grown;
  const all = sumOf(provinces);
  const found: { units: readonly Tree[]; own: readonly number[] }[] = [];
  let units = 0;
  const visit = (siblings: readonly Tree[], upper: Tree | null) => {
    const order = [...siblings].sort((a, b) => b.sum - a.sum);
    const first = order[0]?.sum ?? 0;
    const second = order[1]?.sum ?? 0;
    const own = new Map(
      order.map((at): [Tree, number[]] => [
        at,
        [
          ...ofAll(at),
          ...ROLES.map((role) => at.roles.get(role) ?? 0),
          share(at.sum, all),
          share(at.sum, upper?.sum ?? all),
          share(at.sum, first),
          order.length,
          share(second, first),
          share(at.sections.size, sections),
          Number(upper?.headline ?? false),
          Number(upper?.above ?? false),
          Number(upper?.site ?? false),
          Number(upper?.scene ?? false),
        ],
      ]),
    );
    units += order.length;
    for (const at of order) found.push({ units: [at], own: own.get(at) ?? [] });
    for (let size = 2; size <= Math.min(MOST, order.length); size++) {
      const some = order.slice(0, size);
      const each = some.map((at) => own.get(at) ?? []);
      const mean = (each[0] ?? []).map((_, i) => each.reduce((s, o) => s + (o[i] ?? 0), 0) / size);
      found.push({ units: some, own: mean });
    }
    for (const at of siblings) visit([...at.children.values()], at);
  };
  visit(provinces, null);
  const article = [
    units,
    provinces.length,
    sections,
    all,
    share(all, sections),
    Number(national),
    Number(wide),
    Number(whole.has(0)),
    Number(whole.has(1)),
    ...words,
  ];
  const blank = FEATURES.slice(1, FEATURES.length - article.length - 1).map(() => -1);
  return [
    { paths: [], features: [0, ...blank, ...article, NO_SIGNS] },
    ...found.map(({ units: some, own }) => {
      const paths = some.map(({ path }) => path);
      return { paths, features: [some.length, ...own, ...article, signsOf(paths)] };
    }),
  ];
}
