/** The learning behind the choice of main places, on made-up numbers. */
import { describe, expect, it } from 'vitest';
import { type Boosting, boost } from '../../bench/place-choice/boost.ts';
import { parted } from '../../bench/place-choice/learn.ts';
import { logistic, logOdds } from '../../bench/place-choice/logistic.ts';
import { seeded } from '../../bench/search-data/random.ts';
import type { Node } from '../../vietnamese/places-choice.ts';

const BOOSTING: Boosting = { trees: 40, leaves: 4, rate: 0.3, least: 5, penalty: 1, share: 1 };

function valueIn(tree: Node, row: readonly number[]): number {
  let node = tree;
  while (typeof node !== 'number') {
    const [feature, threshold, low, high] = node;
    node = (row[feature] ?? 0) <= threshold ? low : high;
  }
  return node;
}

describe('logistic regression', () => {
  const words = [[0], [0, 2], [1], [1, 2], [0], [1]].map((row) => Int32Array.from(row));
  const truths = [true, true, false, false, true, false];

  it('finds what tells the rows apart, and nothing in what does not', () => {
    const weights = logistic({ words, size: 3 }, truths, 10);
    expect(words.map((row) => logOdds(weights, row) > 0)).toEqual(truths);
    expect(weights[0]).toBeGreaterThan(1);
    expect(weights[1]).toBeLessThan(-1);
    expect(Math.abs(weights[2] ?? 9)).toBeLessThan(0.01);
  });

  it('ends where the slope is none', () => {
    const c = 2;
    const weights = logistic({ words, size: 3 }, truths, c);
    for (let word = 0; word < 3; word++) {
      const slope = words.reduce((sum, row, i) => {
        const p = 1 / (1 + Math.exp(-logOdds(weights, row)));
        const value = row.includes(word) ? 1 / Math.sqrt(row.length) : 0;
        return sum + c * (p - Number(truths[i])) * value;
      }, weights[word] ?? 0);
      expect(Math.abs(slope)).toBeLessThan(1e-3);
    }
  });
});

describe('boosted trees', () => {
  const random = seeded(3);
  const rows = Array.from({ length: 400 }, () => [random(), random(), random()]);
  /** No line parts these. */
  const truths = rows.map(([a = 0, b = 0]) => a > 0.5 !== b > 0.5);

  it('learn what only two features together say', () => {
    const { base, trees } = boost(rows, truths, BOOSTING, seeded(1));
    const right = rows.filter((row, i) => {
      const odds = trees.reduce<number>((sum, tree) => sum + valueIn(tree, row), base);
      return odds > 0 === truths[i];
    });
    expect(right.length).toBeGreaterThan(390);
  });

  it('are the same for the same seed, and keep to the leaves asked for', () => {
    const made = () => boost(rows, truths, { ...BOOSTING, share: 0.5 }, seeded(7));
    const { trees } = made();
    expect(made().trees).toEqual(trees);
    const leaves = (node: Node): number =>
      typeof node === 'number' ? 1 : leaves(node[2]) + leaves(node[3]);
    expect(Math.max(...trees.map(leaves))).toBe(BOOSTING.leaves);
  });

  it('split nothing that tells nothing apart', () => {
    const { trees } = boost([[1], [1], [1], [1]], [true, false, true, true], BOOSTING, seeded(1));
    expect(trees.every((tree) => typeof tree === 'number')).toBe(true);
  });
});

describe('folds', () => {
  it('part a list into what is learned from and what is asked', () => {
    const all = [0, 1, 2, 3, 4, 5, 6];
    const folds = [0, 1, 2].map((fold) => parted(all, fold, 3));
    for (const [others, own] of folds) {
      expect([...others, ...own].sort()).toEqual(all);
    }
    expect(folds.flatMap(([, own]) => own).sort()).toEqual(all);
  });
});
