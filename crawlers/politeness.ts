/**
 * How we behave towards a host: a pause between two requests with some jitter, the wait that it asks for, and a
 * circuit breaker. Runs that share a network share it, so that two papers on one host are one visitor there.
 * Time and chance are arguments.
 */
import type { Clock } from '../core/clock.ts';
import type { OutcomeCode } from '../core/outcomes.ts';
import type { Fetched, Http } from './port.ts';

export interface Politeness {
  /**
   * Waits until the host may be asked again; returns at once when the signal is aborted.
   * @param low a back-fill: waits also while a night's run holds the host
   */
  turn(host: string, delayMs: number, signal: AbortSignal, low?: boolean): Promise<void>;
  /** Notes that the host was asked just now, whatever it said (a redirect on the way). */
  asked(host: string): void;
  /** Notes what a request gave. */
  answered(host: string, answer: Fetched): void;
  /** Why the host is left alone for now; null while it is not. */
  stopped(host: string): string | null;
  /** When it may be asked again; null where it is not left alone. */
  stoppedUntil(host: string): Date | null;
  /** A night's run over these hosts begins; the answer ends it. */
  hold(hosts: readonly string[]): () => void;
}

/** Failures of the host in a row after which it is left alone; after the rest, one is enough. */
export const BREAK_AFTER = 5;
/** How long it is left alone: the first time, doubled each time that the probe fails, at most the second. */
export const FIRST_REST_MS = 15 * 60_000;
const LONGEST_REST_MS = 4 * 3_600_000;
/** A host that asks for more than this is not waited for: it is left alone until then. */
export const LONGEST_WAIT_MS = 120_000;
/** More is not believed: the next night asks again. */
const LONGEST_ASKED_MS = 24 * 3_600_000;
/** A host that limits us without saying for how long. */
const UNSAID_WAIT_MS = 60_000;
/** The pause is drawn from [delay, delay × 1.3). */
const JITTER = 0.3;

/** Outcomes that speak of the host's state rather than of one URL. */
const HOST_FAILURES: ReadonlySet<OutcomeCode> = new Set([
  'timeout',
  'unreachable',
  'cut-short',
  'server-error',
  'rate-limited',
  'blocked',
]);

interface HostState {
  lastAt: number;
  notBefore: number;
  failures: number;
  rests: number;
  stopped: { readonly why: string; readonly until: number } | null;
  /** Night's runs under way, and the back-fills that wait for their end. */
  held: number;
  readonly waiting: Set<() => void>;
}

/** One for each network. */
const shared = new WeakMap<Http, Politeness>();

/** The politeness of all runs that go through this network. */
export function politenessOf(http: Http, clock: Clock, random: () => number): Politeness {
  const known = shared.get(http) ?? openPoliteness(clock, random);
  shared.set(http, known);
  return known;
}

export function openPoliteness(clock: Clock, random: () => number): Politeness {
  const hosts = new Map<string, HostState>();
  const now = () => clock.now().getTime();
  const stateOf = (host: string): HostState => {
    const known = hosts.get(host);
    if (known) return known;
    const fresh: HostState = {
      lastAt: Number.NEGATIVE_INFINITY,
      notBefore: 0,
      failures: 0,
      rests: 0,
      stopped: null,
      held: 0,
      waiting: new Set(),
    };
    hosts.set(host, fresh);
    return fresh;
  };
  const stoppedNow = (host: string) => {
    const stopped = hosts.get(host)?.stopped ?? null;
    return stopped !== null && stopped.until > now() ? stopped : null;
  };

  return {
    async turn(host, delayMs, signal, low = false) {
      const state = stateOf(host);
      const pause = delayMs * (1 + JITTER * random());
      for (;;) {
        if (low) await released(state, signal);
        const before = state.lastAt;
        const wait = Math.max(before + pause, state.notBefore) - now();
        if (wait > 0) await clock.sleep(Math.ceil(wait), signal);
        if (signal.aborted) return;
        // Asked by another run meanwhile: its pause is kept too.
        if (state.lastAt === before && !(low && state.held > 0)) break;
      }
      state.lastAt = now();
    },
    asked(host) {
      stateOf(host).lastAt = now();
    },
    answered(host, answer) {
      const state = stateOf(host);
      state.lastAt = now();
      if (answer.kind !== 'failed' || !HOST_FAILURES.has(answer.outcome)) {
        state.failures = 0;
        state.rests = 0;
        state.stopped = null;
        return;
      }
      state.failures += 1;
      const unsaid = answer.outcome === 'rate-limited' ? UNSAID_WAIT_MS : 0;
      const wait = Math.min(answer.retryAfterMs ?? unsaid, LONGEST_ASKED_MS);
      state.notBefore = now() + Math.min(wait, LONGEST_WAIT_MS);
      if (state.failures >= BREAK_AFTER) {
        const rest = Math.min(FIRST_REST_MS * 2 ** state.rests, LONGEST_REST_MS);
        state.rests += 1;
        state.stopped = {
          why: `${host} failed ${state.failures} times in a row, last with ${answer.outcome}`,
          until: now() + Math.max(rest, wait),
        };
      } else if (wait > LONGEST_WAIT_MS) {
        const why = `${host} asks to wait ${Math.ceil(wait / 1000)} s`;
        state.stopped = { why, until: now() + wait };
      }
    },
    stopped: (host) => stoppedNow(host)?.why ?? null,
    stoppedUntil(host) {
      const stopped = stoppedNow(host);
      return stopped === null ? null : new Date(stopped.until);
    },
    hold(names) {
      const states = [...new Set(names)].map(stateOf);
      for (const state of states) state.held += 1;
      return () => {
        for (const state of states) {
          state.held -= 1;
          if (state.held === 0) for (const go of [...state.waiting]) go();
        }
      };
    },
  };
}

/** Resolves when no night's run holds the host, or the signal is aborted. */
function released(state: HostState, signal: AbortSignal): Promise<void> {
  if (state.held === 0 || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const go = () => {
      state.waiting.delete(go);
      signal.removeEventListener('abort', go);
      resolve();
    };
    state.waiting.add(go);
    signal.addEventListener('abort', go);
  });
}
