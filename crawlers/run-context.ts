/** What the steps of one run share. */
import type { Archive } from '../archive/port.ts';
import type { Clock } from '../core/clock.ts';
import type { Newspaper } from '../newspapers/define.ts';
import type { Ledger } from './ledger.ts';
import type { Trust } from './trust.ts';
import type { Visitor } from './visitor.ts';

export interface RunContext {
  readonly newspaper: Newspaper;
  readonly archive: Archive;
  readonly clock: Clock;
  readonly visitor: Visitor;
  readonly ledger: Ledger;
  readonly trust: Trust;
}

/** One request of the run: asked for, and its answer safely stored, when `run` resolves. */
export interface Task {
  readonly url: string;
  readonly run: () => Promise<void>;
}
