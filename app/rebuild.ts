/**
 * Builds the search index anew beside the one that answers, and lets it take that one's place when nothing is
 * lost. What comes into the archive meanwhile goes into both. Cut off at any moment, it is gone on with: the
 * archive keeps what each index holds under its mark.
 */
import type { Archive } from '../archive/port.ts';
import type { Clock } from '../core/clock.ts';
import { DiembaoError } from '../core/errors.ts';
import type { Logger } from '../core/log.ts';
import { DOCUMENT_VERSION, toDocument } from '../indexer/document.ts';
import type { NewIndex, SearchEngine } from '../indexer/engine.ts';
import { IN_FLIGHT } from '../indexer/pace.ts';
import { type IndexWriter, openIndexWriter } from '../indexer/writer.ts';
import { fillIndex } from './fill-index.ts';
import type { Refusals } from './refusals.ts';

/** `form`: the engine's tables or settings; `documents`: what is made of an article; `unfinished`: one was cut off. */
export type RebuildReason = 'form' | 'documents' | 'unfinished';

export interface RebuildProgress {
  readonly phase: 'build' | 'compare';
  readonly done: number;
  readonly total: number;
}

export interface RebuildOptions {
  readonly signal: AbortSignal;
  /** So many articles of the archive may be missing in the new index. 0 by default. */
  readonly allowLoss?: number;
  readonly onProgress?: ((progress: RebuildProgress) => void) | undefined;
}

export interface RebuildReport {
  /** False: it was told to stop; the former index answers, and the next rebuild goes on. */
  readonly swapped: boolean;
  /** It went on with one that had been cut off. */
  readonly resumed: boolean;
  readonly indexed: number;
  /** Articles of the archive that the new index has not. */
  readonly lost: number;
}

/** What is needed of the works. */
interface Parts {
  readonly archive: Archive;
  readonly engine: SearchEngine;
  readonly writer: Pick<IndexWriter, 'between'>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly refusals: Refusals;
}

const COMPARED = 1_000;
const SHOWN = 5;
/** Articles put in at once. The embedded engine's are few: readers in this process are answered in between. */
const BATCH = { embedded: 100, meilisearch: 1_000 } as const;

const stateName = (engine: Pick<SearchEngine, 'id'>, mark: string) => `${engine.id}:next:${mark}`;

/** Why the index ought to be built anew; null where it need not be. */
export async function rebuildReason({
  archive,
  engine,
}: {
  readonly archive: Pick<Archive, 'index'>;
  readonly engine: Pick<SearchEngine, 'id' | 'form' | 'begun'>;
}): Promise<RebuildReason | null> {
  const form = await engine.form();
  if (form === 'older' || form === 'unreadable') return 'form';
  if ((await engine.begun()) !== null) return 'unfinished';
  return (await olderDocuments({ archive, engine })) ? 'documents' : null;
}

/** Whether the index holds articles in another form than this program gives them. */
export async function olderDocuments(of: {
  readonly archive: Pick<Archive, 'index'>;
  readonly engine: Pick<SearchEngine, 'id'>;
}): Promise<boolean> {
  const versions = await of.archive.index.versions(of.engine.id);
  return versions.some((version) => version !== DOCUMENT_VERSION);
}

/**
 * Makes the index ready, and the archive's knowledge of it true: a new index that took its place just before a
 * process died is known for what it is, one that is gone or empty has all its articles pending.
 */
export async function prepareIndex({ archive, engine }: Pick<Parts, 'archive' | 'engine'>) {
  await engine.ensure();
  const begun = await engine.begun();
  const mark = await engine.mark();
  for (const name of await archive.index.names()) {
    if (!name.startsWith(stateName(engine, ''))) continue;
    if (mark !== null && name === stateName(engine, mark))
      await archive.index.rename(name, engine.id);
    else if (begun === null || name !== stateName(engine, begun)) await archive.index.reset(name);
  }
  if ((await engine.form()) === 'unreadable') return;
  if ((await engine.count()) === 0) await archive.index.reset(engine.id);
}

/**
 * @throws DiembaoError `index-loss` where more than `allowLoss` articles would be missing: the former index
 * stays, the new one too, to be gone on with. RetryLater while the engine is away.
 */
export async function rebuild(parts: Parts, options: RebuildOptions): Promise<RebuildReport> {
  const { archive, engine, clock, log } = parts;
  const { signal, allowLoss = 0, onProgress } = options;
  await prepareIndex(parts);
  const resumed = (await engine.begun()) !== null;
  const next = await engine.build();
  const name = stateName(engine, next.mark);
  if ((await next.count()) === 0) await archive.index.reset(name);
  const writer = openIndexWriter({
    engine: next,
    clock,
    log,
    maxCount: BATCH[engine.id],
    inFlight: IN_FLIGHT[engine.id],
    load: async (ids) => (await archive.articles.getMany(ids)).map(toDocument),
    done: (items) => archive.index.done(name, DOCUMENT_VERSION, items),
    refused: parts.refusals.note,
  });
  try {
    const total = await archive.articles.count();
    const at = await next.count();
    const filling = {
      signal,
      slice: BATCH[engine.id],
      onProgress: (indexed: number) =>
        onProgress?.({ phase: 'build', done: Math.min(at + indexed, total), total }),
    };
    let { indexed, refused } = await fillIndex(archive, name, writer, filling);
    const more = async () => {
      const again = await fillIndex(archive, name, writer, { signal, refused });
      indexed += again.indexed;
      refused = again.refused;
    };
    const told = (done: number) => onProgress?.({ phase: 'compare', done, total });
    const missing = await missingIn(next, archive, signal, told);
    // Known as put in and yet not there (the last moments before a power cut), or stored just now.
    await archive.index.forget(
      name,
      missing.ids.filter((id) => !refused.has(id)),
    );
    await more();
    if (signal.aborted) return { swapped: false, resumed, indexed, lost: 0 };
    const unseen = missing.count - missing.ids.length;
    const still = new Set(await absentFrom(next, missing.ids));
    const lost = () => unseen + new Set([...still, ...refused.keys()]).size;
    const check = () => {
      if (lost() > allowLoss) throw lossError(lost(), [...refused.values(), ...still]);
    };
    check();
    // From here on nothing is written into the former one.
    await parts.writer.between(async () => {
      await more();
      check();
      await next.swap();
      await archive.index.rename(name, engine.id);
    });
    log.info({ indexed, lost: lost() }, 'search: a new index has taken its place');
    return { swapped: true, resumed, indexed, lost: lost() };
  } finally {
    await writer.close();
    await next.close();
  }
}

interface Missing {
  readonly count: number;
  /** Of them so many as are worth trying again. */
  readonly ids: readonly string[];
}

const KEPT = 10_000;

/** Looks every id of the archive up in the new index. */
async function missingIn(
  next: NewIndex,
  archive: Pick<Archive, 'index'>,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<Missing> {
  const kept: string[] = [];
  let count = 0;
  let done = 0;
  for (let after: string | null = null; !signal.aborted; ) {
    const ids: readonly string[] = await archive.index.ids(after, COMPARED);
    const last = ids.at(-1);
    if (last === undefined) break;
    after = last;
    const missing = await absentFrom(next, ids);
    count += missing.length;
    kept.push(...missing.slice(0, KEPT - kept.length));
    done += ids.length;
    onProgress(done);
  }
  return { count, ids: kept };
}

async function absentFrom(
  index: Pick<NewIndex, 'has'>,
  ids: readonly string[],
): Promise<readonly string[]> {
  const absent: string[] = [];
  for (let at = 0; at < ids.length; at += COMPARED) {
    const some = ids.slice(at, at + COMPARED);
    const there = new Set(await index.has(some));
    absent.push(...some.filter((id) => !there.has(id)));
  }
  return absent;
}

function lossError(lost: number, some: readonly string[]): DiembaoError {
  return new DiembaoError(
    'index-loss',
    `Chỉ mục mới thiếu ${lost} bài so với kho; chỉ mục cũ vẫn được dùng. / The new index lacks ${lost} articles ` +
      `of the archive; the former one goes on answering. ${some.slice(0, SHOWN).join('; ')}`,
    { hint: `\`diembao status\`; \`diembao index --rebuild --allow-loss ${lost}\`` },
  );
}
