/**
 * Finds unfinished work in the archive: pages that the current parser has not read, articles that the index
 * does not hold. That is how nothing is lost when a process dies or a queue forgets.
 */
import { DOCUMENT_VERSION } from '../indexer/document.ts';
import { parserStamp } from '../parsers/index.ts';
import type { Job } from '../queue/jobs.ts';
import type { Works } from './compose.ts';

const SLICE = 1_000;

export interface CaughtUp {
  readonly parse: number;
  readonly index: number;
}

/**
 * Queues what is unfinished, slice by slice, each worked off before the next; needs running workers. Pages are
 * those of `works.newspapers`, articles all that the index lacks or holds in an older form.
 */
export async function catchUp(
  works: Pick<Works, 'archive' | 'queue' | 'engine' | 'newspapers' | 'keeper'>,
  signal: AbortSignal,
  onProgress: (done: CaughtUp) => void = () => undefined,
): Promise<CaughtUp> {
  const { archive, queue, engine } = works;
  let parse = 0;
  let index = 0;
  const workOff = async (jobs: readonly Job[]) => {
    await queue.add(jobs);
    await queue.idle();
    onProgress({ parse, index });
  };
  for (const newspaper of works.newspapers) {
    const stamp = parserStamp(newspaper);
    let after = 0;
    while (!signal.aborted) {
      const ids = await archive.pages.unparsed(newspaper.id, stamp, after, SLICE);
      if (ids.length === 0) break;
      parse += ids.length;
      await workOff(ids.map((page) => ({ name: 'parse', payload: { page } })));
      after = ids.at(-1) ?? after;
    }
  }
  while (!signal.aborted) {
    const items = await archive.index.pending(engine.id, DOCUMENT_VERSION, SLICE);
    if (items.length === 0) break;
    index += items.length;
    await workOff(
      items.map(({ id, revision }) => ({ name: 'index', payload: { article: id, revision } })),
    );
    // What is still pending now has failed; it stands in the queue's failed list and is not asked for again.
    const still = await archive.index.pending(engine.id, DOCUMENT_VERSION, 1);
    if (still[0] && items.some(({ id }) => id === still[0]?.id)) break;
  }
  // Those that the search index already had.
  await works.keeper.catchUp(signal);
  return { parse, index };
}
