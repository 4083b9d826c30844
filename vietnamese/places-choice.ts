/**
 * The learned choice of an article's main places: boosted trees over the features of each answer, with
 * weights from the gold's tuning half (data/place-choice.json, made by `npm run bench -- place-choice
 * --write`). It overrules the rules where it is surer.
 */
import { dataFile } from './data-file.ts';
import { candidatesOf, FEATURES } from './places-candidates.ts';
import { type Said, signNumbers } from './places-signs.ts';
import type { Grown, Path } from './places-tree.ts';

/** What a leaf adds, or [feature, threshold, where it is at most that, where it is above]. */
export type Node = number | readonly [number, number, Node, Node];

/** Of there being a place, a district, a commune in which the story lies. */
export type Weights = readonly [place: number, district: number, commune: number];

export interface Choice {
  readonly words: ReadonlyMap<string, Weights>;
  readonly wordsBias: Weights;
  readonly signs: ReadonlyMap<string, number>;
  readonly signsBias: number;
  readonly trees: readonly Node[];
  readonly base: number;
}

interface ChoiceFile extends Omit<Choice, 'words' | 'signs'> {
  readonly features: readonly string[];
  readonly words: Readonly<Record<string, Weights>>;
  readonly signs: Readonly<Record<string, number>>;
}

/** What an answer is chosen from. */
export interface Story {
  readonly grown: Grown;
  /** The different syllables of the beginning. */
  readonly words: ReadonlySet<string>;
  readonly said: readonly Said[];
  /** The answer of the rules. */
  readonly ruled: readonly Path[];
}

const learned = dataFile('place-choice.json', (json): Choice => {
  const { features, words, signs, ...rest } = json as ChoiceFile;
  if (features.join() !== FEATURES.join()) throw new Error('place-choice.json has other features');
  return { ...rest, words: new Map(Object.entries(words)), signs: new Map(Object.entries(signs)) };
});

/** How much surer of its answer than of the rules' the choice must be, as probabilities. */
const SURER = 0.2;

/** What the words say of there being a place, a district, a commune in which the story lies: log odds. */
function wordsOf({ wordsBias: bias, words: weights }: Choice, words: ReadonlySet<string>): Weights {
  const sum: [number, number, number] = [0, 0, 0];
  let known = 0;
  for (const word of words) {
    const found = weights.get(word);
    if (!found) continue;
    known += 1;
    for (const i of [0, 1, 2] as const) sum[i] += found[i];
  }
  const long = Math.sqrt(Math.max(1, known));
  return [bias[0] + sum[0] / long, bias[1] + sum[1] / long, bias[2] + sum[2] / long];
}

/** What the words around the names say of an answer: log odds. */
function signsIn(
  { signsBias, signs }: Choice,
  said: readonly Said[],
): (answer: readonly Path[]) => number {
  const weights: number[] = [];
  const numbers = signNumbers(said, (sign) => {
    const weight = signs.get(sign);
    return weight === undefined ? undefined : weights.push(weight) - 1;
  });
  return (answer) => {
    const found = numbers(answer);
    const sum = found.reduce((all, number) => all + (weights[number] ?? 0), 0);
    return signsBias + sum / Math.sqrt(Math.max(1, found.length));
  };
}
/** What the trees say of an answer: log odds of its being the right one. */
function oddsOf({ base, trees }: Choice, features: readonly number[]): number {
  let sum = base;
  for (const tree of trees) {
    let node = tree;
    while (typeof node !== 'number') {
      const [feature, threshold, low, high] = node;
      node = (features[feature] ?? 0) <= threshold ? low : high;
    }
    sum += node;
  }
  return sum;
}

/** An answer in one string, whatever the order of its units. */
export const answerName = (paths: readonly Path[]): string =>
  paths
    .map((path) => path.join('|'))
    .sort()
    .join('\n');

/**
 * The likeliest answer where it is clearly likelier than that of the rules, else theirs; theirs too where
 * it is none that is weighed, as units of several districts or provinces.
 */
export function chosen(
  { grown, words, said, ruled }: Story,
  choice: Choice = learned(),
): readonly Path[] {
  const rules = answerName(ruled);
  let best: { readonly paths: readonly Path[]; readonly p: number } = { paths: ruled, p: 0 };
  let sure: number | null = null;
  for (const { paths, features } of candidatesOf(
    grown,
    wordsOf(choice, words),
    signsIn(choice, said),
  )) {
    const p = 1 / (1 + Math.exp(-oddsOf(choice, features)));
    if (p > best.p) best = { paths, p };
    if (answerName(paths) === rules) sure = p;
  }
  return sure !== null && best.p - sure > SURER ? best.paths : ruled;
}
