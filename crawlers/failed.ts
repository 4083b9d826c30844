import type { OutcomeCode } from '../core/outcomes.ts';
import type { Fetched } from './port.ts';

/** A request's end without a page. */
export function failed(
  outcome: OutcomeCode,
  message: string,
  status: number | null = null,
  retryAfterMs: number | null = null,
): Extract<Fetched, { kind: 'failed' }> {
  return { kind: 'failed', outcome, message, status, retryAfterMs };
}
