/** What hands did to conferences and officials. */

/** Conferences, or officials, joined or parted by hand at once. */
export interface IdentityAct {
  readonly id: number;
  readonly kind: 'join' | 'part';
  readonly by: string;
  readonly at: string;
  readonly withdrawn: { readonly by: string; readonly at: string } | null;
  /** The articles whose mentions were moved, and those that they were joined with or parted from. */
  readonly moved: readonly string[];
  readonly others: readonly string[];
  /** A part of it points at no mention any more. */
  readonly stale: boolean;
}
