/**
 * Finds unfinished work in the archive: pages that the current parser has not read, articles that the index
 * does not hold. That is how nothing is lost when a process dies or a queue forgets.
 */
import { messageOf, RetryLater } from '../core/errors.ts';
import { isAway } from '../indexer/away.ts';
import { parserStamp } from '../parsers/index.ts';
import type { Job } from '../queue/jobs.ts';
import type { Works } from './compose.ts';
import { type Filled, fillIndex } from './fill-index.ts';
import { prepareIndex, rebuild, rebuildReason } from './rebuild.ts';

const SLICE = 1_000;
/** Articles whose officials are registered in one transaction. */
const OFFICIALS_SLICE = 100;
const AWAY_MS = 15_000;
const LOOK_MS = 300_000;

export interface CaughtUp {
  readonly parse: number;
  readonly index: number;
}

/**
 * Brings every article into the index that it does not hold. An index of an older form is built anew beside
 * the one that answers, and one that was cut off is gone on with.
 * @throws RetryLater while the engine is away; DiembaoError `index-loss` as `rebuild` does
 */
export async function catchUpIndex(
  works: Pick<Works, 'archive' | 'engine' | 'writer' | 'clock' | 'log' | 'refusals'>,
  options: { readonly signal: AbortSignal; readonly onProgress?: (indexed: number) => void },
): Promise<Pick<Filled, 'indexed' | 'refused'>> {
  const { archive, engine, writer, log } = works;
  const { signal, onProgress } = options;
  await prepareIndex(works);
  const reason = await rebuildReason(works);
  if (reason === null) return fillIndex(archive, engine.id, writer, options);
  log.warn({ reason }, 'search: the index is built anew beside the one that answers');
  const { indexed, swapped } = await rebuild(works, {
    signal,
    onProgress: ({ phase, done }) => {
      if (phase === 'build') onProgress?.(done);
    },
  });
  return swapped
    ? fillIndex(archive, engine.id, writer, { signal }).then((last) => ({
        indexed: indexed + last.indexed,
        refused: last.refused,
      }))
    : { indexed, refused: new Map() };
}

type CatchUpWorks = Pick<
  Works,
  'archive' | 'queue' | 'engine' | 'newspapers' | 'keeper' | 'writer' | 'clock' | 'log' | 'refusals'
>;

/** Catches up; while the search engine is away, again and again until it is there. Ended by `signal`. */
export async function keepCatchingUp(works: CatchUpWorks, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await catchUp(works, signal);
      return;
    } catch (error) {
      if (signal.aborted) return;
      const later = error instanceof RetryLater ? error.delayMs : isAway(error) ? AWAY_MS : null;
      if (later === null) throw error;
      await works.clock.sleep(later, signal);
    }
  }
}

/**
 * Catches up, then goes on looking for what no job was queued for: articles that were withdrawn, jobs that
 * failed. Resolves when `signal` is aborted; never rejects.
 */
export async function keepUp(works: CatchUpWorks, signal: AbortSignal): Promise<void> {
  const { archive, engine, writer, clock, log } = works;
  const failed = (error: unknown) => {
    if (!signal.aborted) log.error({ error }, `catching up failed: ${messageOf(error)}`);
  };
  await keepCatchingUp(works, signal).catch(failed);
  let refused: Filled['refused'] = new Map();
  while (!signal.aborted) {
    await clock.sleep(LOOK_MS, signal);
    if (signal.aborted) return;
    try {
      refused = (await fillIndex(archive, engine.id, writer, { signal, refused })).refused;
    } catch (error) {
      if (!(error instanceof RetryLater)) failed(error);
    }
  }
}

/**
 * Works off what is unfinished; needs running workers. Pages are those of `works.newspapers`, slice by slice,
 * articles all that the index lacks or holds in an older form.
 */
export async function catchUp(
  works: CatchUpWorks,
  signal: AbortSignal,
  onProgress: (done: CaughtUp) => void = () => undefined,
): Promise<CaughtUp> {
  const { archive, queue } = works;
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
  // Articles that were stored before there was a register of officials.
  while (!signal.aborted && (await archive.officials.catchUp(OFFICIALS_SLICE)) > 0)
    onProgress({ parse, index });
  const { indexed } = await catchUpIndex(works, {
    signal,
    onProgress: (done) => {
      index = done;
      onProgress({ parse, index });
    },
  });
  index = indexed;
  // Those that the search index already had.
  await works.keeper.catchUp(signal);
  return { parse, index };
}
