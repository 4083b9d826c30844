/**
 * A clock that goes on only while nobody works: it stands still as long as a piece of work that was given to it is
 * busy, and then leaps to the time of the next sleeper. So simulated nights last as long as their work does.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Clock } from '../../core/clock.ts';

export interface SimulatedClock extends Clock {
  /** The clock stands still while `work` does anything but sleep by this clock. */
  busy<T>(work: () => Promise<T>): Promise<T>;
  /** What `work` sets going is no part of the busy work that it is called from. */
  apart<T>(work: () => T): T;
  /** Goes on to that moment. */
  advanceTo(end: Date): Promise<void>;
}

export interface SimulatedClockOptions {
  readonly start: Date;
  /** Asked before each leap of so many milliseconds. False: not yet; the clock looks again for who is next. */
  readonly mayLeap: (ms: number) => Promise<boolean>;
}

/** Turns of the event loop after which everything that was woken has begun. */
const TURNS = 8;
/** Real time after which a clock that cannot go on is a fault of the simulation. */
const STUCK_MS = 180_000;

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

interface Sleeper {
  readonly due: number;
  readonly wake: () => void;
}

export function openSimulatedClock({ start, mayLeap }: SimulatedClockOptions): SimulatedClock {
  let time = start.getTime();
  let working = 0;
  let told: (() => void) | null = null;
  const sleepers = new Set<Sleeper>();
  const inside = new AsyncLocalStorage<boolean>();

  const rest = () => {
    working -= 1;
    if (working === 0) told?.();
  };

  async function idle(): Promise<void> {
    for (;;) {
      while (working > 0) {
        let timer: NodeJS.Timeout | null = null;
        await new Promise<void>((resolve, reject) => {
          told = resolve;
          timer = setTimeout(
            () => reject(new Error(`the simulation stands still: ${working} at work`)),
            STUCK_MS,
          );
        });
        if (timer) clearTimeout(timer);
        told = null;
      }
      for (let i = 0; i < TURNS && working === 0; i += 1) await turn();
      if (working === 0) return;
    }
  }

  return {
    now: () => new Date(time),
    sleep(ms, signal) {
      if (signal?.aborted) return Promise.resolve();
      const counted = inside.getStore() === true;
      return new Promise((resolve) => {
        const wake = () => {
          signal?.removeEventListener('abort', wake);
          if (!sleepers.delete(sleeper)) return;
          if (counted) working += 1;
          resolve();
        };
        const sleeper = { due: time + Math.max(0, ms), wake };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', wake);
        if (counted) rest();
      });
    },
    apart: (work) => inside.run(false, work),
    busy: (work) =>
      inside.run(true, async () => {
        working += 1;
        try {
          return await work();
        } finally {
          rest();
        }
      }),
    async advanceTo(end) {
      for (;;) {
        await idle();
        let next: Sleeper | null = null;
        for (const one of sleepers) if (!next || one.due < next.due) next = one;
        const due = Math.min(next?.due ?? Number.POSITIVE_INFINITY, end.getTime());
        if (!(await mayLeap(due - time))) continue;
        time = Math.max(time, due);
        if (!next || next.due > end.getTime()) return;
        next.wake();
      }
    },
  };
}
