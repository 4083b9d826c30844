/** Brings into an index all that the archive has and the index has not. */
import type { Archive } from '../archive/port.ts';
import { codeOf, DiembaoError, messageOf } from '../core/errors.ts';
import { DOCUMENT_VERSION } from '../indexer/document.ts';
import type { IndexedItem, IndexWriter } from '../indexer/writer.ts';

/** Articles handed over at once. */
const SLICE = 1_000;
/** Slices of the archive's list that are looked up at once: with each look the writer comes to rest. */
const LOOKED_UP = 10;
/** So many refusals mean that something else is wrong. */
const MOST_REFUSED = 1_000;

export interface Filled {
  readonly indexed: number;
  /** Articles that were refused alone, and why. */
  readonly refused: ReadonlyMap<string, string>;
}

export interface FillOptions {
  readonly signal: AbortSignal;
  /** @param indexed so far */
  readonly onProgress?: ((indexed: number) => void) | undefined;
  /** So many articles at once; 1,000 by default. */
  readonly slice?: number;
  /** Not asked for again. */
  readonly refused?: ReadonlyMap<string, string>;
}

/**
 * Resolves when nothing is pending but what was refused, or after a slice when the signal is aborted.
 * @param name of the index in the archive's index state
 * @throws RetryLater under the engine's code while it is away; DiembaoError `index-refuses` after a thousand refusals
 */
export async function fillIndex(
  archive: Pick<Archive, 'index'>,
  name: string,
  writer: Pick<IndexWriter, 'add' | 'room'>,
  { signal, onProgress, slice = SLICE, refused: before = new Map() }: FillOptions,
): Promise<Filled> {
  const refused = new Map(before);
  const ahead = Math.max(1, Math.floor(writer.room / slice));
  let indexed = 0;
  /** @returns what else than a refusal went wrong first */
  const put = async (items: readonly IndexedItem[]): Promise<PromiseRejectedResult | null> => {
    const results = await Promise.allSettled(
      items.map(({ id, revision }) => writer.add(id, revision)),
    );
    let failed: PromiseRejectedResult | null = null;
    for (const [i, result] of results.entries()) {
      if (result.status === 'fulfilled') indexed += 1;
      else if (codeOf(result.reason) === 'document-refused')
        refused.set(items[i]?.id ?? '', messageOf(result.reason));
      else failed ??= result;
    }
    onProgress?.(indexed);
    return failed;
  };
  const check = (failed: PromiseRejectedResult | null | undefined) => {
    if (failed) throw failed.reason;
    if (refused.size > MOST_REFUSED)
      throw new DiembaoError(
        'index-refuses',
        `index: ${refused.size} articles are refused, the first: ${[...refused.values()][0]}`,
        { hint: '`diembao status` lists them.' },
      );
  };
  while (!signal.aborted) {
    const many = slice * LOOKED_UP;
    const items = await archive.index.pending(name, DOCUMENT_VERSION, many, [...refused.keys()]);
    if (items.length === 0) break;
    const underWay: Promise<PromiseRejectedResult | null>[] = [];
    try {
      for (let at = 0; at < items.length && !signal.aborted; at += slice) {
        underWay.push(put(items.slice(at, at + slice)));
        if (underWay.length >= ahead) check(await underWay.shift());
      }
    } finally {
      // What was handed over is never left alone.
      await Promise.all(underWay);
    }
    for (const failed of await Promise.all(underWay)) check(failed);
  }
  return { indexed, refused };
}
