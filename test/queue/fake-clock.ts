/** A clock that stands still until it is told to go on. */
import type { Clock } from '../../core/clock.ts';

export interface FakeClock extends Clock {
  /** Goes on, stopping at each sleeper's time, and lets what woke do its work. */
  advance(ms: number): Promise<void>;
  /** Milliseconds of all sleeps that were begun. */
  readonly sleeps: readonly number[];
}

const settle = async () => {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
};

export function fakeClock(start: string): FakeClock {
  let time = Date.parse(start);
  const sleepers = new Set<{ readonly due: number; readonly wake: () => void }>();
  const sleeps: number[] = [];
  return {
    sleeps,
    now: () => new Date(time),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        sleeps.push(ms);
        if (signal?.aborted) return resolve();
        const wake = () => {
          signal?.removeEventListener('abort', wake);
          sleepers.delete(sleeper);
          resolve();
        };
        const sleeper = { due: time + ms, wake };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', wake);
      }),
    advance: async (ms) => {
      const end = time + ms;
      await settle();
      for (;;) {
        const next = [...sleepers].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
        if (!next) break;
        time = Math.max(time, next.due);
        sleepers.delete(next);
        next.wake();
        await settle();
      }
      time = end;
    },
  };
}
