/** One thing that a check has looked at. */
export interface Finding {
  readonly part: 'robots' | 'source' | 'article' | 'family' | 'field';
  /** URL, or name of the field. */
  readonly name: string;
  /** `fault`: the paper cannot be crawled by this spec. `warning`: it can, and less comes of it. */
  readonly verdict: 'ok' | 'warning' | 'fault';
  readonly found: string;
  /** What to change in the spec; null where nothing is. */
  readonly advice: string | null;
}
