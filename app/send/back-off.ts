/** When what could not be sent is tried again. */

const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 3_600_000;

/** After 1, 2, 4 … minutes, an hour at most. `attempts` counts the one at `lastAt`. */
export function triedAgainAt(tried: { readonly lastAt: string; readonly attempts: number }): Date {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** Math.min(tried.attempts - 1, 10), LONGEST_WAIT_MS);
  return new Date(Date.parse(tried.lastAt) + wait);
}
