/**
 * The few different values of an indexed column that are not `wanted`, found by one jump in the index
 * each. "Is not" could use no index: it would read a million rows to find that none is left.
 * @param leastAbove answers the least value above the one given (of all, where that is null)
 */
export async function otherStamps(
  wanted: string,
  leastAbove: (than: string | null) => Promise<{ readonly least: string | null } | undefined>,
): Promise<readonly string[]> {
  const found: string[] = [];
  let last: string | null = null;
  for (;;) {
    last = (await leastAbove(last))?.least ?? null;
    if (last === null) return found;
    if (last !== wanted) found.push(last);
  }
}
