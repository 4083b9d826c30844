/** The one way into the index while jobs run: collects articles, puts them in by batches, answers each. */
import { type Clock, systemClock } from '../core/clock.ts';
import { codeOf } from '../core/errors.ts';
import type { SearchDocument } from '../core/search.ts';
import type { SearchEngine } from './engine.ts';

export interface IndexedItem {
  readonly id: string;
  readonly revision: number;
}

export interface IndexWriterOptions {
  readonly engine: Pick<SearchEngine, 'put' | 'remove'>;
  /** The newest form of these articles; those that are left out are removed from the index. */
  readonly load: (ids: readonly string[]) => Promise<readonly SearchDocument[]>;
  /** Called when a batch can be found. */
  readonly done: (items: readonly IndexedItem[]) => Promise<void>;
  /** A batch is put in when it holds so many articles. 500 by default. */
  readonly maxCount?: number;
  /** … or when its first one has waited so long, in milliseconds. 50 by default. */
  readonly maxWaitMs?: number;
  readonly clock?: Clock;
}

export interface IndexWriter {
  /** Resolves when the article's newest form can be found; rejects when the engine did not take it. */
  add(id: string, revision: number): Promise<void>;
  /** Puts in what waits and ends. Called again it does nothing. */
  close(): Promise<void>;
}

interface Waiting extends IndexedItem {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Failures that have nothing to do with the documents: trying them one by one would not help. */
const GENERAL = new Set([
  'meili-unreachable',
  'meili-forbidden',
  'meili-too-old',
  'index-missing',
  'meili-slow',
]);

function newest(items: readonly IndexedItem[]): IndexedItem[] {
  const revisions = new Map<string, number>();
  for (const { id, revision } of items)
    revisions.set(id, Math.max(revision, revisions.get(id) ?? 0));
  return [...revisions].map(([id, revision]) => ({ id, revision }));
}

export function openIndexWriter(options: IndexWriterOptions): IndexWriter {
  const { engine, load, done, maxCount = 500, maxWaitMs = 50, clock = systemClock } = options;
  let waiting: Waiting[] = [];
  let timer: AbortController | null = null;
  /** Batches go in one after another. */
  let last: Promise<void> = Promise.resolve();

  const write = async (items: readonly IndexedItem[]) => {
    const documents = await load(items.map((item) => item.id));
    const found = new Set(documents.map((document) => document.id));
    const gone = items.filter((item) => !found.has(item.id)).map((item) => item.id);
    if (documents.length > 0) await engine.put(documents);
    if (gone.length > 0) await engine.remove(gone);
    await done(items);
  };

  /** A batch that fails is halved, so that one bad document does not keep the others out. */
  const writeAll = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      await write(newest(batch));
      for (const item of batch) item.resolve();
    } catch (error) {
      const ids = [...new Set(batch.map((item) => item.id))];
      if (ids.length === 1 || GENERAL.has(codeOf(error))) {
        for (const item of batch) item.reject(error);
        return;
      }
      const first = new Set(ids.slice(0, Math.ceil(ids.length / 2)));
      await writeAll(batch.filter((item) => first.has(item.id)));
      await writeAll(batch.filter((item) => !first.has(item.id)));
    }
  };

  const flush = (): Promise<void> => {
    timer?.abort();
    timer = null;
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) last = last.then(() => writeAll(batch));
    return last;
  };

  const startTimer = () => {
    const own = new AbortController();
    timer = own;
    const waited = clock
      .sleep(maxWaitMs, own.signal)
      .then(() => (own.signal.aborted ? undefined : flush()));
    // Failures reach those who added the articles.
    waited.catch(() => undefined);
  };

  return {
    add: (id, revision) =>
      new Promise<void>((resolve, reject) => {
        waiting.push({ id, revision, resolve, reject });
        if (waiting.length >= maxCount) void flush();
        else if (timer === null) startTimer();
      }),
    close: () => flush(),
  };
}
