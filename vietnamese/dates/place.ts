/** Where a possible date stands, for the rules that may refuse it. */
import type { Atom, Value } from './value.ts';

export interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly value: Value;
  readonly previous: Atom | undefined;
  /** The text in its own case. */
  readonly original: string;
  /** A word such as "vừa qua" or "tới" follows. */
  readonly hasSuffix: boolean;
}
