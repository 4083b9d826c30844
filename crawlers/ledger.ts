/** Keeps a run's account: outcomes counted, and what went wrong written to the archive's incidents. */
import type { Archive } from '../archive/port.ts';
import type { OutcomeCode } from '../core/outcomes.ts';

export type Outcomes = Partial<Record<OutcomeCode, number>>;

export interface Ledger {
  readonly outcomes: Outcomes;
  /** The URL ended well. */
  good(code: OutcomeCode): void;
  /** The URL went wrong: counted, and shown until it is cleared. */
  bad(url: string, code: OutcomeCode, message: string): Promise<void>;
  /** The URL is well again. */
  clear(url: string): Promise<void>;
}

export function openLedger(archive: Archive, newspaper: string, now: () => Date): Ledger {
  const outcomes: Outcomes = {};
  const count = (code: OutcomeCode) => {
    outcomes[code] = (outcomes[code] ?? 0) + 1;
  };
  return {
    outcomes,
    good: count,
    async bad(url, code, message) {
      count(code);
      const at = now().toISOString();
      await archive.incidents.put({ newspaper, url, code, message, at, pageId: null });
    },
    clear: (url) => archive.incidents.clear(url),
  };
}
