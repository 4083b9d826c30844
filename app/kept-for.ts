/** What takes long to count is counted again only after a while. */
import type { Clock } from '../core/clock.ts';

export interface Counted<T> {
  readonly value: T;
  /** When it was counted, ISO in UTC. */
  readonly at: string;
}

/**
 * Does `work` when it is asked for and the last time is `ms` ago; whoever asks meanwhile gets the same. A failure
 * is kept for nobody.
 */
export function keptFor<T>(
  clock: Pick<Clock, 'now'>,
  ms: number,
  work: () => Promise<T>,
): () => Promise<Counted<T>> {
  let kept: { readonly until: number; readonly counted: Promise<Counted<T>> } | null = null;
  return () => {
    const now = clock.now();
    if (kept !== null && now.getTime() < kept.until) return kept.counted;
    const counted = work().then((value) => ({ value, at: now.toISOString() }));
    const fresh = { until: now.getTime() + ms, counted };
    kept = fresh;
    counted.catch(() => {
      if (kept === fresh) kept = null;
    });
    return counted;
  };
}
