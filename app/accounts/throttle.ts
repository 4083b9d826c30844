/**
 * Slows down whoever guesses passwords: by account and address, by address, by account. No account is ever
 * locked: the longest wait is bounded, and an address from which its owner has logged in does not wait for others.
 */
import type { Clock } from '../../core/clock.ts';

interface Limit {
  /** Failures before one has to wait. */
  readonly free: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
}

const LIMITS = {
  pair: { free: 5, firstWaitMs: 10_000, longestWaitMs: 15 * 60_000 },
  address: { free: 20, firstWaitMs: 10_000, longestWaitMs: 15 * 60_000 },
  account: { free: 30, firstWaitMs: 2_000, longestWaitMs: 60_000 },
} as const satisfies Record<string, Limit>;
type Kind = keyof typeof LIMITS;

/** After so long without a failure all is forgotten. */
const FORGOTTEN_MS = 60 * 60_000;
/** So many are remembered at most; the oldest go first. */
const MOST = 10_000;

export interface Throttle {
  /** Milliseconds to wait before another try; 0: now. */
  wait(account: string, address: string): number;
  failed(account: string, address: string): void;
  succeeded(account: string, address: string): void;
}

export function openThrottle(clock: Pick<Clock, 'now'>): Throttle {
  const failures = new Map<string, { count: number; at: number; until: number }>();
  const trusted = new Set<string>();
  const pair = (account: string, address: string) => JSON.stringify([account, address]);
  const keys = (account: string, address: string): readonly (readonly [Kind, string])[] => [
    ['pair', `p${pair(account, address)}`],
    ['address', `a${address}`],
    ...(trusted.has(pair(account, address)) ? [] : [['account', `n${account}`] as const]),
  ];
  const bounded = (kept: {
    readonly size: number;
    delete(key: string): boolean;
    keys(): Iterable<string>;
  }) => {
    if (kept.size < MOST) return;
    for (const oldest of kept.keys()) {
      kept.delete(oldest);
      break;
    }
  };

  return {
    wait(account, address) {
      const now = clock.now().getTime();
      return Math.max(
        0,
        ...keys(account, address).map(([, key]) => (failures.get(key)?.until ?? 0) - now),
      );
    },
    failed(account, address) {
      const now = clock.now().getTime();
      for (const [kind, key] of keys(account, address)) {
        const known = failures.get(key);
        const count = known && now - known.at < FORGOTTEN_MS ? known.count + 1 : 1;
        const { free, firstWaitMs, longestWaitMs } = LIMITS[kind];
        const wait = count < free ? 0 : firstWaitMs * 2 ** Math.min(count - free, 20);
        failures.delete(key);
        bounded(failures);
        failures.set(key, { count, at: now, until: now + Math.min(wait, longestWaitMs) });
      }
    },
    succeeded(account, address) {
      // The try was counted as a failure before it was known.
      for (const [kind, key] of keys(account, address)) {
        const known = failures.get(key);
        if (known === undefined) continue;
        if (kind === 'pair' || known.count <= 1) failures.delete(key);
        else failures.set(key, { ...known, count: known.count - 1, until: 0 });
      }
      bounded(trusted);
      trusted.add(pair(account, address));
    },
  };
}
