/** How likely it is to see so few. */

/** Chance of at most `seen` of `of` where each comes with probability `p` in (0, 1). */
export function atMost(seen: number, of: number, p: number): number {
  if (seen >= of) return 1;
  if (p <= 0) return 1;
  if (p >= 1) return 0;
  // In logarithms: 0.02 to the hundredth is no number any more.
  let term = of * Math.log1p(-p);
  let sum = Math.exp(term);
  for (let k = 1; k <= seen; k++) {
    term += Math.log((of - k + 1) / k) + Math.log(p / (1 - p));
    sum += Math.exp(term);
  }
  return Math.min(sum, 1);
}
