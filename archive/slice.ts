/** What a list gives at once. */

/** One page of a list; `next` is null on the last. */
export interface Slice<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}
