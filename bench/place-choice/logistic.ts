/** Logistic regression over sets of words, by Newton's method; the same data give the same weights. */

export interface Rows {
  /** Of each row the words in it, as numbers below `size`. */
  readonly words: readonly Int32Array[];
  readonly size: number;
}

/** The weights of the words and, last, the constant. */
export type LogisticWeights = Float64Array;

/** A row's words share its length of one, so that long articles say no more than short ones. */
const weightOf = (words: Int32Array): number => 1 / Math.sqrt(Math.max(1, words.length));

/** Log odds of a row. */
export function logOdds(weights: LogisticWeights, words: Int32Array): number {
  let sum = 0;
  for (const word of words) sum += weights[word] ?? 0;
  return sum * weightOf(words) + (weights[weights.length - 1] ?? 0);
}

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

const logOf = (odds: number): number =>
  odds > 0 ? Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds)) - odds;

const STEPS = 30;
const INNER = 40;

/**
 * Smallest half square of the weights (the constant among them) plus `c` times the rows' log loss.
 * @param truths of each row, whether it is so
 */
export function logistic({ words, size }: Rows, truths: readonly boolean[], c: number) {
  const weights = new Float64Array(size + 1);
  const loss = (at: Float64Array) =>
    dot(at, at) / 2 +
    c * words.reduce((sum, row, i) => sum + logOf((truths[i] ? 1 : -1) * logOdds(at, row)), 0);
  /** What each row gives, spread over its words, plus `start`. */
  const spread = (start: Float64Array, of: (i: number) => number): Float64Array => {
    const sum = Float64Array.from(start);
    words.forEach((row, i) => {
      const one = c * of(i);
      const share = one * weightOf(row);
      for (const word of row) sum[word] = (sum[word] ?? 0) + share;
      sum[size] = (sum[size] ?? 0) + one;
    });
    return sum;
  };
  let now = loss(weights);
  for (let step = 0; step < STEPS; step++) {
    const likely = words.map((row) => 1 / (1 + Math.exp(-logOdds(weights, row))));
    const slope = spread(weights, (i) => (likely[i] ?? 0) - Number(truths[i] ?? false));
    const steep = dot(slope, slope);
    if (steep < 1e-8) break;
    const turn = conjugate(slope, (at) =>
      spread(at, (i) => {
        const p = likely[i] ?? 0;
        return p * (1 - p) * logOdds(at, words[i] ?? new Int32Array());
      }),
    );
    // Half as far until it is better.
    let far = 1;
    let next = weights.map((value, i) => value - (turn[i] ?? 0));
    while (far > 1e-6 && loss(next) > now) {
      far /= 2;
      next = weights.map((value, i) => value - far * (turn[i] ?? 0));
    }
    const then = loss(next);
    if (now - then < 1e-9 * Math.abs(now)) break;
    weights.set(next);
    now = then;
  }
  return weights;
}

/** Solves `times(x) = b` nearly, by conjugate gradients. */
function conjugate(b: Float64Array, times: (x: Float64Array) => Float64Array): Float64Array {
  const x = new Float64Array(b.length);
  const rest = Float64Array.from(b);
  const way = Float64Array.from(b);
  let size = dot(rest, rest);
  const enough = size * 1e-4;
  for (let i = 0; i < INNER && size > enough; i++) {
    const turned = times(way);
    const far = size / dot(way, turned);
    for (let j = 0; j < x.length; j++) {
      x[j] = (x[j] ?? 0) + far * (way[j] ?? 0);
      rest[j] = (rest[j] ?? 0) - far * (turned[j] ?? 0);
    }
    const next = dot(rest, rest);
    for (let j = 0; j < x.length; j++) way[j] = (rest[j] ?? 0) + (next / size) * (way[j] ?? 0);
    size = next;
  }
  return x;
}
