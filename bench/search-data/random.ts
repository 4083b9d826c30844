/** Random numbers that are the same in every run. */
export type Random = () => number;

/** mulberry32 */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** `count` items in random order, each once; all of them where there are fewer. */
export function sample<T>(items: readonly T[], count: number, random: Random): T[] {
  const left = [...items];
  const found: T[] = [];
  while (found.length < count && left.length > 0) {
    const at = Math.floor(random() * left.length);
    const [item] = left.splice(at, 1);
    if (item !== undefined) found.push(item);
  }
  return found;
}
