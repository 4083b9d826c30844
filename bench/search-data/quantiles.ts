/** How times are summed up. */

/** The time that the share `q` (0 to 1) of them does not exceed; 0 for none. */
export const quantile = (times: readonly number[], q: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * q))] ?? 0;

export const summary = (times: readonly number[]): string =>
  `p50 ${quantile(times, 0.5).toFixed(1)}  p95 ${quantile(times, 0.95).toFixed(1)}  worst ${quantile(times, 1).toFixed(0)} ms`;
