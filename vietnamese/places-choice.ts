/**
 * The learned choice of an article's main places: boosted trees over the features of each answer, with
 * weights from the gold's tuning half (data/place-choice.json). It overrules the rules where it is surer.
 */
import { dataFile } from './data-file.ts';
import { type Candidate, candidatesOf, FEATURES } from './places-candidates.ts';
import type { Grown, Path } from './places-tree.ts';

/** What a leaf adds, or [feature, threshold, where it is at most that, where it is above]. */
type Node = number | readonly [number, number, Node, Node];

type Weights = [place: number, district: number, commune: number];

interface Model {
  readonly features: readonly string[];
  readonly bias: Weights;
  readonly base: number;
  readonly words: Readonly<Record<string, Weights>>;
  readonly trees: readonly Node[];
}

const model = dataFile('place-choice.json', (json) => {
  const { features, words, ...rest } = json as Model;
  if (features.join() !== FEATURES.join()) throw new Error('place-choice.json has other features');
  return { ...rest, words: new Map(Object.entries(words)) };
});

/** How much surer of its answer than of the rules' the choice must be, as probabilities. */
const SURER = 0.1;

/** What the words say of there being a place, a district, a commune in which the story lies: log odds. */
function wordsOf(words: ReadonlySet<string>): Weights {
  const { bias, words: weights } = model();
  const sum = [0, 0, 0] satisfies Weights;
  for (const word of words) {
    const found = weights.get(word);
    if (!found) continue;
    for (const i of [0, 1, 2] as const) sum[i] += found[i];
  }
  const long = Math.sqrt(Math.max(1, words.size));
  return [bias[0] + sum[0] / long, bias[1] + sum[1] / long, bias[2] + sum[2] / long];
}

/** How likely a candidate is the right answer, 0 to 1. */
function likely({ features }: Candidate): number {
  const { base, trees } = model();
  let sum = base;
  for (const tree of trees) {
    let node = tree;
    while (typeof node !== 'number') {
      const [feature, threshold, low, high] = node;
      node = (features[feature] ?? 0) <= threshold ? low : high;
    }
    sum += node;
  }
  return 1 / (1 + Math.exp(-sum));
}

const nameOf = (paths: readonly Path[]): string =>
  paths
    .map((path) => path.join('|'))
    .sort()
    .join('\n');

/**
 * The likeliest answer where it is clearly likelier than that of the rules, else theirs; theirs too where
 * it is none that is weighed, as units of several districts or provinces.
 */
export function chosen(
  grown: Grown,
  words: ReadonlySet<string>,
  ruled: readonly Path[],
): readonly Path[] {
  const rules = nameOf(ruled);
  let best: { readonly paths: readonly Path[]; readonly p: number } = { paths: ruled, p: 0 };
  let sure: number | null = null;
  for (const candidate of candidatesOf(grown, wordsOf(words))) {
    const p = likely(candidate);
    if (p > best.p) best = { paths: candidate.paths, p };
    if (nameOf(candidate.paths) === rules) sure = p;
  }
  return sure !== null && best.p - sure > SURER ? best.paths : ruled;
}
