/** When a URL is fetched next. Pure. */
import type { OutcomeCode } from '../core/outcomes.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** An article is looked at again so long after its first fetch; corrections come soon or not at all. */
const LOOKS = [HOUR, DAY, 7 * DAY];

/** Text so old is no longer corrected. */
const AT_REST = 7 * DAY;

/** A server that asks for more is asked again after this. */
const LONGEST_ASKED = 7 * DAY;

/** Pauses after the 1st, 2nd … failure in a row; then the URL is given up. */
const PAUSES = [HOUR, 6 * HOUR, DAY, DAY];

/** The next look at an article, `null` after the last. */
export function nextLook(firstFetchedAt: Date, now: Date): Date | null {
  const next = LOOKS.map((after) => firstFetchedAt.getTime() + after).find(
    (at) => at > now.getTime(),
  );
  return next === undefined ? null : new Date(next);
}

/** Whether an article of this date is too old for second looks. */
export const isPast = (dated: Date, now: Date): boolean =>
  now.getTime() - dated.getTime() > AT_REST;

/**
 * The next try after a failure.
 * @param failures in a row, this one included
 * @param retryAfterMs what the server asks to wait
 */
export function nextTry(
  outcome: OutcomeCode,
  failures: number,
  now: Date,
  retryAfterMs: number | null = null,
): Date | null {
  const pause = PAUSES[failures - 1];
  // A server that limits us says nothing against the URL: it is never given up for that.
  if (pause === undefined && outcome !== 'rate-limited') return null;
  return new Date(
    now.getTime() + Math.max(pause ?? DAY, Math.min(retryAfterMs ?? 0, LONGEST_ASKED)),
  );
}
