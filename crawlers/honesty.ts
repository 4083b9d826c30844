/**
 * Hosts that have told a change when they were asked whether there is one. They are not put to the question for a week:
 * the answers that a night brings anyway say enough. Forgotten with the process, which costs one question a host.
 */
import type { FrontierKind } from '../archive/port.ts';
import type { Clock } from '../core/clock.ts';
import type { Http } from './port.ts';

export interface Honesty {
  /** A conditional question about such a URL was answered with a changed body. */
  told(url: string, kind: FrontierKind): void;
  isProven(url: string, kind: FrontierKind): boolean;
}

const PROVEN_MS = 7 * 24 * 3_600_000;

/** Runs that share a network share it. */
const shared = new WeakMap<Http, Map<string, number>>();

export function honestyOf(http: Http, clock: Clock): Honesty {
  const proven = shared.get(http) ?? new Map<string, number>();
  shared.set(http, proven);
  // Caches differ by what they hold: a host may be right about its feed and wrong about its articles.
  const key = (url: string, kind: FrontierKind) => `${new URL(url).host} ${kind}`;
  return {
    told: (url, kind) => void proven.set(key(url, kind), clock.now().getTime()),
    isProven: (url, kind) =>
      clock.now().getTime() - (proven.get(key(url, kind)) ?? Number.NEGATIVE_INFINITY) < PROVEN_MS,
  };
}
