/** Lists that are given out slice by slice. */

interface Slice<Item> {
  readonly items: readonly Item[];
  /** Where the next slice begins; null behind the last one. */
  readonly next: string | null;
}

/** Every item of such a list in its order, read only as fast as it is asked for. May be left at any time. */
export async function* everyItem<Item>(
  slice: (cursor: string | null) => Promise<Slice<Item>>,
): AsyncGenerator<Item> {
  let cursor: string | null = null;
  do {
    const { items, next }: Slice<Item> = await slice(cursor);
    yield* items;
    cursor = next;
  } while (cursor !== null);
}
