/** Time as an argument, and Vietnam's time (+07:00 all year, no daylight saving since 1975). */

export interface Clock {
  now(): Date;
  /** Resolves after `ms` milliseconds, or at once when the signal is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const TIME_ZONE = 'Asia/Ho_Chi_Minh';
const OFFSET_MS = 7 * 3_600_000;

export const systemClock: Clock = {
  now: () => new Date(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal?.addEventListener('abort', done);
    }),
};

/** `YYYY-MM-DDTHH:mm:ss+07:00` of an instant. */
export function vietnamTime(instant: Date): string {
  return `${new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 19)}+07:00`;
}

/** `YYYY-MM-DD` of an instant in Vietnam. */
export function vietnamDay(instant: Date): string {
  return vietnamTime(instant).slice(0, 10);
}
