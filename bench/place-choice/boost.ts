/** Gradient boosting of small trees for a yes or no, over histograms; the same seed gives the same trees. */
import type { Node } from '../../vietnamese/places-choice.ts';
import type { Random } from '../search-data/random.ts';

export interface Boosting {
  readonly trees: number;
  readonly leaves: number;
  /** Share of each tree's answer that is kept. */
  readonly rate: number;
  /** Rows of a leaf at least. */
  readonly least: number;
  /** L2 penalty of a leaf's value. */
  readonly penalty: number;
  /** Share of the features that each split may choose from. */
  readonly share: number;
}

/** Steps of a feature's scale at most. */
const STEPS = 62;

interface Split {
  readonly feature: number;
  readonly step: number;
  readonly gain: number;
}

interface Leaf {
  readonly rows: Int32Array;
  readonly split: Split | null;
}

interface Branch {
  readonly feature: number;
  readonly step: number;
  readonly low: Grown;
  readonly high: Grown;
}
type Grown = Leaf | Branch;

/** Where a feature's values are parted: between neighbours, at most `STEPS` of them. */
function thresholdsOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  const between = (list: readonly number[]) =>
    list.slice(1).map((value, i) => Number(((value + (list[i] ?? 0)) / 2).toPrecision(6)));
  if (distinct.length <= STEPS + 1) return between(distinct);
  const few = Array.from(
    { length: STEPS + 1 },
    (_, i) => sorted[Math.floor((i * (sorted.length - 1)) / STEPS)] ?? 0,
  );
  return between(few.filter((value, i) => i === 0 || value !== few[i - 1]));
}

/** How many thresholds lie below a value. */
function stepOf(value: number, thresholds: readonly number[]): number {
  let low = 0;
  let high = thresholds.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (value > (thresholds[mid] ?? 0)) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** Trees whose sum, with `base`, gives the log odds of a row's being true. */
export function boost(
  rows: readonly (readonly number[])[],
  truths: readonly boolean[],
  { trees, leaves, rate, least, penalty, share }: Boosting,
  random: Random,
): { base: number; trees: Node[] } {
  const width = rows[0]?.length ?? 0;
  const thresholds = Array.from({ length: width }, (_, f) =>
    thresholdsOf(rows.map((row) => row[f] ?? 0)),
  );
  const steps = thresholds.map((of, f) => Uint8Array.from(rows, (row) => stepOf(row[f] ?? 0, of)));
  const rightly = truths.filter(Boolean).length / truths.length;
  const base = Number(Math.log(rightly / (1 - rightly)).toPrecision(5));
  const odds = new Float64Array(rows.length).fill(base);
  const slopes = new Float64Array(rows.length);
  const bends = new Float64Array(rows.length);
  const some = Math.max(1, Math.round(width * share));

  const bestSplit = (of: Int32Array): Split | null => {
    let best: Split | null = null;
    let slope = 0;
    let bend = 0;
    for (const row of of) {
      slope += slopes[row] ?? 0;
      bend += bends[row] ?? 0;
    }
    const worth = (g: number, h: number) => (g * g) / (h + penalty);
    for (const feature of chosenOf(width, some, random)) {
      const scale = steps[feature] ?? new Uint8Array();
      const count = new Int32Array(STEPS + 1);
      const g = new Float64Array(STEPS + 1);
      const h = new Float64Array(STEPS + 1);
      for (const row of of) {
        const at = scale[row] ?? 0;
        count[at] = (count[at] ?? 0) + 1;
        g[at] = (g[at] ?? 0) + (slopes[row] ?? 0);
        h[at] = (h[at] ?? 0) + (bends[row] ?? 0);
      }
      let below = 0;
      let lowSlope = 0;
      let lowBend = 0;
      for (let step = 0; step < (thresholds[feature]?.length ?? 0); step++) {
        below += count[step] ?? 0;
        lowSlope += g[step] ?? 0;
        lowBend += h[step] ?? 0;
        if (below < least || of.length - below < least) continue;
        const gain =
          worth(lowSlope, lowBend) + worth(slope - lowSlope, bend - lowBend) - worth(slope, bend);
        if (gain > (best?.gain ?? 1e-9)) best = { feature, step, gain };
      }
    }
    return best;
  };

  const leafOf = (of: Int32Array): Leaf => ({ rows: of, split: bestSplit(of) });
  const all = Int32Array.from(rows, (_, i) => i);
  const grown: Node[] = [];
  for (let t = 0; t < trees; t++) {
    for (const row of all) {
      const p = 1 / (1 + Math.exp(-(odds[row] ?? 0)));
      slopes[row] = p - Number(truths[row] ?? false);
      bends[row] = p * (1 - p);
    }
    const root = grow(leafOf(all), leaves, steps, leafOf);
    grown.push(
      finish(root, thresholds, (of) => {
        let slope = 0;
        let bend = 0;
        for (const row of of) {
          slope += slopes[row] ?? 0;
          bend += bends[row] ?? 0;
        }
        const value = Number(((-rate * slope) / (bend + penalty)).toPrecision(4));
        for (const row of of) odds[row] = (odds[row] ?? 0) + value;
        return value;
      }),
    );
  }
  return { base, trees: grown };
}

/** The leaf whose split gains most is split, until there are enough. */
function grow(
  root: Leaf,
  leaves: number,
  steps: readonly Uint8Array[],
  leafOf: (rows: Int32Array) => Leaf,
): Grown {
  const open: Leaf[] = [root];
  const made = new Map<Leaf, Branch>();
  while (open.length < leaves) {
    const [next] = open.filter(({ split }) => split).sort((a, b) => gainOf(b) - gainOf(a));
    if (!next?.split) break;
    const { feature, step } = next.split;
    const scale = steps[feature] ?? new Uint8Array();
    const low = leafOf(next.rows.filter((row) => (scale[row] ?? 0) <= step));
    const high = leafOf(next.rows.filter((row) => (scale[row] ?? 0) > step));
    made.set(next, { feature, step, low, high });
    open.splice(open.indexOf(next), 1, low, high);
  }
  const joined = (at: Grown): Grown => {
    const branch = 'rows' in at ? made.get(at) : at;
    return branch ? { ...branch, low: joined(branch.low), high: joined(branch.high) } : at;
  };
  return joined(root);
}

const gainOf = ({ split }: Leaf): number => split?.gain ?? 0;

function finish(
  at: Grown,
  thresholds: readonly (readonly number[])[],
  leafValue: (rows: Int32Array) => number,
): Node {
  if ('rows' in at) return leafValue(at.rows);
  const threshold = thresholds[at.feature]?.[at.step] ?? 0;
  return [
    at.feature,
    threshold,
    finish(at.low, thresholds, leafValue),
    finish(at.high, thresholds, leafValue),
  ];
}

/** `some` different numbers below `width`. */
function chosenOf(width: number, some: number, random: Random): number[] {
  const all = Array.from({ length: width }, (_, i) => i);
  for (let i = 0; i < some; i++) {
    const j = i + Math.floor(random() * (width - i));
    [all[i], all[j]] = [all[j] ?? 0, all[i] ?? 0];
  }
  return all.slice(0, some);
}
