/** Learning the choice of main places (vietnamese/places-choice.ts) from articles whose answer is known. */
import { candidatesOf } from '../../vietnamese/places-candidates.ts';
import {
  answerName,
  type Choice,
  type Node,
  type Story,
  type Weights,
} from '../../vietnamese/places-choice.ts';
import { signNumbers } from '../../vietnamese/places-signs.ts';
import type { Path } from '../../vietnamese/places-tree.ts';
import { seeded } from '../search-data/random.ts';
import { type Boosting, boost } from './boost.ts';
import { type LogisticWeights, logistic, logOdds } from './logistic.ts';

export interface Example {
  readonly id: string;
  readonly story: Story;
  /** The name of the gold's answer, and how many levels deep it lies: 0 = no place. */
  readonly answer: string;
  readonly level: number;
}

/** A word counts from so many articles on, and where at most this share of them has it. */
const LEAST_WORD = 8;
const MOST_WORD = 0.5;
/** A sign counts from so many answers on. */
const LEAST_SIGN = 12;
/** What an error costs beside the weights. */
const COST_WORD = 3;
const COST_SIGN = 0.3;
const FOLDS = 5;
const BOOSTING: Boosting = { trees: 100, leaves: 6, rate: 0.08, least: 15, penalty: 2, share: 0.2 };

/** So many rounds of boosting are averaged: one alone depends on what its seed chose. */
const ROUNDS = 4;

const NOTHING = new Float64Array(1);

/** Those of other folds than `fold`, and those of it. */
export function parted<T>(all: readonly T[], fold: number, folds: number): [T[], T[]] {
  return [all.filter((_, i) => i % folds !== fold), all.filter((_, i) => i % folds === fold)];
}

/** What is counted `least` times at least and `most` at most, numbered in the order of the alphabet. */
function numbered(counts: ReadonlyMap<string, number>, least: number, most: number) {
  const kept = [...counts].filter(([, n]) => n >= least && n <= most).map(([name]) => name);
  return new Map(kept.sort().map((name, i) => [name, i]));
}

type Numbers = ReadonlyMap<string, number>;

function countWords(examples: readonly Example[]): Numbers {
  const counts = new Map<string, number>();
  for (const { story } of examples) {
    for (const word of story.words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return numbered(counts, LEAST_WORD, MOST_WORD * examples.length);
}

/** The answers that are weighed but that there is no place. */
function answersOf({ story }: Example): (readonly Path[])[] {
  return candidatesOf(story.grown, [0, 0, 0], () => 0)
    .map(({ paths }) => paths)
    .filter((paths) => paths.length > 0);
}

function countSigns(examples: readonly Example[]): Numbers {
  const names: string[] = [];
  const all = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const one of examples) {
    const numbers = signNumbers(one.story.said, (sign) => {
      const known = all.get(sign) ?? names.push(sign) - 1;
      all.set(sign, known);
      return known;
    });
    for (const answer of answersOf(one)) {
      for (const number of numbers(answer)) {
        const name = names[number] ?? '';
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
  }
  return numbered(counts, LEAST_SIGN, Number.POSITIVE_INFINITY);
}

const wordsIn = ({ story }: Example, numbers: Numbers): Int32Array =>
  Int32Array.from([...story.words].flatMap((word) => numbers.get(word) ?? []));

const signsIn = ({ story }: Example, numbers: Numbers) => {
  const of = signNumbers(story.said, (sign) => numbers.get(sign));
  return (answer: readonly Path[]) => Int32Array.from(of(answer));
};

/** One regression each of there being a place, a district, a commune. */
function learnWords(examples: readonly Example[], numbers: Numbers): readonly LogisticWeights[] {
  const rows = { words: examples.map((one) => wordsIn(one, numbers)), size: numbers.size };
  return [1, 2, 3].map((least) =>
    logistic(
      rows,
      examples.map(({ level }) => level >= least),
      COST_WORD,
    ),
  );
}

/** Of an answer's being the right one. */
function learnSigns(examples: readonly Example[], numbers: Numbers): LogisticWeights {
  const rows: Int32Array[] = [];
  const truths: boolean[] = [];
  for (const one of examples) {
    const of = signsIn(one, numbers);
    for (const answer of answersOf(one)) {
      rows.push(of(answer));
      truths.push(answerName(answer) === one.answer);
    }
  }
  return logistic({ words: rows, size: numbers.size }, truths, COST_SIGN);
}

const threeOf = (of: (i: 0 | 1 | 2) => number): Weights => [of(0), of(1), of(2)];
/** A tree's part in the average. */
const shared = (node: Node): Node =>
  typeof node === 'number'
    ? Number((node / ROUNDS).toPrecision(4))
    : [node[0], node[1], shared(node[2]), shared(node[3])];

const rounded = (weight: number | undefined): number => Number((weight ?? 0).toFixed(2));

/**
 * The trees see the scores of words and signs as new articles will have them: each article's come from the
 * regressions of the other folds.
 */
export function learn(examples: readonly Example[], seed: number): Choice {
  const words = countWords(examples);
  const signs = countSigns(examples);
  const rows: (readonly number[])[] = [];
  const truths: boolean[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const [others, own] = parted(examples, fold, FOLDS);
    const ofWords = learnWords(others, words);
    const ofSigns = learnSigns(others, signs);
    for (const one of own) {
      const known = wordsIn(one, words);
      const scores = threeOf((i) => logOdds(ofWords[i] ?? NOTHING, known));
      const of = signsIn(one, signs);
      const candidates = candidatesOf(one.story.grown, scores, (a) => logOdds(ofSigns, of(a)));
      for (const { paths, features } of candidates) {
        rows.push(features);
        truths.push(answerName(paths) === one.answer);
      }
    }
  }
  const rounds = Array.from({ length: ROUNDS }, (_, i) =>
    boost(rows, truths, BOOSTING, seeded(seed * ROUNDS + i)),
  );
  const ofWords = learnWords(examples, words);
  const ofSigns = learnSigns(examples, signs);
  const wordAt = (at: number) => threeOf((i) => rounded(ofWords[i]?.[at]));
  return {
    words: new Map([...words].map(([word, at]) => [word, wordAt(at)])),
    wordsBias: wordAt(words.size),
    signs: new Map([...signs].map(([sign, at]) => [sign, rounded(ofSigns[at])])),
    signsBias: rounded(ofSigns[signs.size]),
    trees: rounds.flatMap(({ trees }) => trees.map(shared)),
    base: rounds[0]?.base ?? 0,
  };
}
