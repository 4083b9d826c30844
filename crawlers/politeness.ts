/**
 * How we behave towards a host: a pause between two requests with some jitter, the wait that it asks for,
 * and an end for this run when it fails again and again. One run has one; time and chance are arguments.
 */
import type { Clock } from '../core/clock.ts';
import type { OutcomeCode } from '../core/outcomes.ts';
import type { Fetched } from './port.ts';

export interface Politeness {
  /** Waits until the host may be asked again; returns at once when the signal is aborted. */
  turn(host: string, delayMs: number, signal: AbortSignal): Promise<void>;
  /** Notes that the host was asked just now, whatever it said (a redirect on the way). */
  asked(host: string): void;
  /** Notes what a request gave. */
  answered(host: string, answer: Fetched): void;
  /** Why the host is left alone for the rest of this run; null while it is not. */
  stopped(host: string): string | null;
}

/** Failures of the host in a row after which it is left alone. */
export const BREAK_AFTER = 5;
/** A host that asks for more than this is not waited for: the next run comes back. */
export const LONGEST_WAIT_MS = 120_000;
/** A host that limits us without saying for how long. */
const UNSAID_WAIT_MS = 60_000;
/** The pause is drawn from [delay, delay × 1.3). */
const JITTER = 0.3;

/** Outcomes that speak of the host's state rather than of one URL. */
const HOST_FAILURES: ReadonlySet<OutcomeCode> = new Set([
  'timeout',
  'unreachable',
  'server-error',
  'rate-limited',
  'blocked',
]);

interface HostState {
  lastAt: number;
  notBefore: number;
  failures: number;
  stopped: string | null;
}

export function openPoliteness(clock: Clock, random: () => number): Politeness {
  const hosts = new Map<string, HostState>();
  const stateOf = (host: string): HostState => {
    const known = hosts.get(host);
    if (known) return known;
    const fresh = { lastAt: Number.NEGATIVE_INFINITY, notBefore: 0, failures: 0, stopped: null };
    hosts.set(host, fresh);
    return fresh;
  };
  return {
    async turn(host, delayMs, signal) {
      const state = stateOf(host);
      const paused = state.lastAt + delayMs * (1 + JITTER * random());
      const wait = Math.max(paused, state.notBefore) - clock.now().getTime();
      if (wait > 0) await clock.sleep(Math.ceil(wait), signal);
    },
    asked(host) {
      stateOf(host).lastAt = clock.now().getTime();
    },
    answered(host, answer) {
      const state = stateOf(host);
      const now = clock.now().getTime();
      state.lastAt = now;
      if (answer.kind !== 'failed' || !HOST_FAILURES.has(answer.outcome)) {
        state.failures = 0;
        return;
      }
      state.failures += 1;
      const wait = answer.retryAfterMs ?? (answer.outcome === 'rate-limited' ? UNSAID_WAIT_MS : 0);
      state.notBefore = now + wait;
      if (wait > LONGEST_WAIT_MS)
        state.stopped = `${host} asks to wait ${Math.ceil(wait / 1000)} s`;
      if (state.failures >= BREAK_AFTER) {
        state.stopped = `${host} failed ${state.failures} times in a row, last with ${answer.outcome}`;
      }
    },
    stopped: (host) => hosts.get(host)?.stopped ?? null,
  };
}
