/** The 34 provinces as tiles, shaded by how many of the articles found lie in each. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { TODAY } from '../../indexer/place-codes.ts';
import { unit } from '../../vietnamese/index.ts';

const File = z.object({
  source: z.string(),
  tiles: z.record(z.string(), z.tuple([z.int().min(0), z.int().min(0)])),
});

export interface Tile {
  /** Value of the filter `places`. */
  readonly value: string;
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly count: number;
  /** 0 for none, 1 to 5 by equal steps of the square root of the count. */
  readonly shade: number;
}

/** @param counts articles by value of the filter `places` */
export function tiles(counts: ReadonlyMap<string, number>): Tile[] {
  const file = File.parse(
    JSON.parse(readFileSync(new URL('./tiles.json', import.meta.url), 'utf8')),
  );
  const found = Object.entries(file.tiles).map(([code, [row, column]]) => {
    const value = `${TODAY}${code}`;
    return { value, name: unit(code)?.bare ?? code, row, column, count: counts.get(value) ?? 0 };
  });
  const most = Math.max(1, ...found.map(({ count }) => count));
  return found
    .map((one) => ({ ...one, shade: Math.ceil(5 * Math.sqrt(one.count / most)) }))
    .sort((a, b) => a.row - b.row || a.column - b.column);
}
