/** Words in quotation marks, by passage and offset. */

export interface TextSpan {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** Words in marks, over one passage or several. */
export interface Marked {
  /** Inside the marks, one for each passage. */
  readonly spans: readonly TextSpan[];
  /** Index of the passage with the opening mark, and the mark's offset. */
  readonly first: number;
  readonly open: number;
  /** Index of the passage with the closing mark, and the offset behind it. */
  readonly last: number;
  readonly close: number;
  /** The closing mark is missing. */
  readonly broken: boolean;
}
