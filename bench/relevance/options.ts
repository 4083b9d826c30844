export interface Options {
  readonly seed: number;
  /** Questions of each way. */
  readonly sample: number;
  /** Prints what was missed. */
  readonly verbose: boolean;
}
