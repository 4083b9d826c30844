/**
 * The one way into the index: collects articles, puts them in by batches, waits for the engine, answers each.
 * Only the batches that are being written are in memory; what waits is an id and a number.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Clock, systemClock } from '../core/clock.ts';
import { codeOf, DiembaoError, GiveUp, messageOf, RetryLater } from '../core/errors.ts';
import { type Logger, silent } from '../core/log.ts';
import type { SearchDocument } from '../core/search.ts';
import { isAway, isOld } from './away.ts';
import { bytesOf, halves, type IndexedItem, joined, type Loaded, newest } from './batch.ts';
import type { SearchEngine } from './engine.ts';

export type { IndexedItem } from './batch.ts';

/** An article that the engine does not take while it takes others. */
export interface Refusal extends IndexedItem {
  readonly code: string;
  readonly message: string;
}

export interface IndexWriterOptions {
  readonly engine: Pick<SearchEngine, 'put' | 'remove'>;
  /** The newest form of these articles; those that are left out are removed from the index. */
  readonly load: (ids: readonly string[]) => Promise<readonly SearchDocument[]>;
  /** Called when a part of a batch can be found. */
  readonly done: (items: readonly IndexedItem[]) => Promise<void>;
  /** Called for each article that was refused alone, before its `add` rejects. */
  readonly refused?: (refusal: Refusal) => Promise<void>;
  /** A batch is put in when it holds so many articles. 500 by default. */
  readonly maxCount?: number;
  /** … and in parts of about so many bytes of text. 20 MB by default. */
  readonly maxBytes?: number;
  /** … or when its first one has waited so long, in milliseconds. 50 by default. */
  readonly maxWaitMs?: number;
  /**
   * So many batches are with the engine at once, no article in two of them. 1 by default; a server that joins
   * what lies before it takes several faster than one after the other.
   */
  readonly inFlight?: number;
  /** How long a batch waits for an engine that is away before it is sent back, in milliseconds. 30,000 by default. */
  readonly patienceMs?: number;
  readonly clock?: Clock;
  /** Number in [0, 1). */
  readonly random?: () => number;
  readonly log?: Logger;
}

export interface IndexWriter {
  /**
   * Resolves when the article's newest form can be found. Rejects with RetryLater and the engine's code
   * while the engine is away or of another form (nothing is lost: the archive knows what the index lacks), with GiveUp
   * `document-refused` when the engine takes others, but not this one.
   */
  add(id: string, revision: number): Promise<void>;
  /** So many articles it takes before one of them has to wait for another batch. */
  readonly room: number;
  /** Runs `work` between two batches: nothing is written meanwhile. */
  between<T>(work: () => Promise<T>): Promise<T>;
  /** Articles that wait, and what the engine is away for since when (null while it answers). */
  state(): {
    readonly waiting: number;
    readonly away: { readonly code: string; readonly since: string } | null;
  };
  /** Puts in what waits, without patience for an engine that is away, and ends. */
  close(): Promise<void>;
}

interface Waiting extends IndexedItem {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Articles read from the archive at once. */
const LOADED = 100;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

export function openIndexWriter(options: IndexWriterOptions): IndexWriter {
  const { engine, load, done, clock = systemClock, random = Math.random, log = silent } = options;
  const { maxCount = 500, maxBytes = 20_000_000, maxWaitMs = 50, patienceMs = 30_000 } = options;
  const { inFlight = 1 } = options;
  let waiting: Waiting[] = [];
  let timer: AbortController | null = null;
  let away: { readonly code: string; readonly since: string } | null = null;
  const stop = new AbortController();
  /** Batches begin one after another. */
  let last: Promise<void> = Promise.resolve();
  const running = new Set<Promise<void>>();
  /** The batch that an article is being written with. */
  const underWay = new Map<string, Promise<void>>();

  /** Tries again, less and less often, while the engine is away. @throws RetryLater when patience ends */
  const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
    let waited = 0;
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        const result = await work();
        away = null;
        return result;
      } catch (error) {
        if (isOld(error)) throw sentBack(error, 0);
        if (!isAway(error)) throw error;
        const code = codeOf(error);
        if (away === null) log.warn({ code }, `search: waiting for the index: ${messageOf(error)}`);
        away ??= { code, since: clock.now().toISOString() };
        const ms = Math.round((pause / 2) * (1 + random()));
        if (waited + ms > patienceMs || stop.signal.aborted) throw sentBack(error, ms);
        await clock.sleep(ms, stop.signal);
        waited += ms;
      }
    }
  };
  const sentBack = (error: unknown, ms: number) =>
    new RetryLater(codeOf(error), messageOf(error), Math.max(ms, LONGEST_PAUSE_MS), {
      cause: error,
      hint:
        (error instanceof DiembaoError ? error.hint : null) ??
        'Nothing is lost: the archive knows what the index lacks.',
    });

  /** @param onRead called when the first of its articles are ready to be sent */
  const writeBatch = async (batch: readonly Waiting[], onRead: () => void): Promise<void> => {
    const open = new Map<string, Waiting[]>();
    for (const item of batch) open.set(item.id, [...(open.get(item.id) ?? []), item]);
    const settle = (id: string, work: (item: Waiting) => void) => {
      for (const item of open.get(id) ?? []) work(item);
      open.delete(id);
    };
    const refuse = async (item: IndexedItem, error: unknown) => {
      const code = codeOf(error);
      const message = `index: article ${item.id} is refused: ${messageOf(error)}`;
      await options.refused?.({ ...item, code, message });
      settle(item.id, ({ reject }) =>
        reject(new GiveUp('document-refused', message, { cause: error })),
      );
    };
    /** One that cannot be read does not keep the others out, nor one that is not taken. */
    const loadAll = async (items: readonly IndexedItem[]): Promise<Loaded> => {
      try {
        const documents = await patiently(() => load(items.map(({ id }) => id)));
        return { items, documents, bytes: bytesOf(documents) };
      } catch (error) {
        const [only] = items;
        if (error instanceof RetryLater || only === undefined) throw error;
        if (items.length > 1) {
          const [first, second] = halves(items);
          return joined(await loadAll(first), await loadAll(second));
        }
        await refuse(only, error);
        return { items: [], documents: [], bytes: 0 };
      }
    };
    const putAll = async ({ items, documents }: Loaded): Promise<void> => {
      if (items.length === 0) return;
      const there = new Set(documents.map(({ id }) => id));
      const gone = items.filter(({ id }) => !there.has(id)).map(({ id }) => id);
      try {
        await patiently(async () => {
          if (documents.length > 0) await engine.put(documents);
          if (gone.length > 0) await engine.remove(gone);
        });
      } catch (error) {
        const [only] = items;
        if (error instanceof RetryLater || only === undefined) throw error;
        if (items.length === 1) return refuse(only, error);
        for (const half of halves(items)) {
          const ids = new Set(half.map(({ id }) => id));
          await putAll({
            items: half,
            documents: documents.filter(({ id }) => ids.has(id)),
            bytes: 0,
          });
        }
        return;
      }
      await patiently(() => done(items));
      for (const { id } of items) settle(id, ({ resolve }) => resolve());
      // SQLite and its promises never leave the turn: pages, timers and signals get theirs here.
      await nextTurn();
    };
    try {
      const items = newest(batch);
      let part: Loaded = { items: [], documents: [], bytes: 0 };
      for (let at = 0; at < items.length; at += LOADED) {
        part = joined(part, await loadAll(items.slice(at, at + LOADED)));
        if (part.bytes < maxBytes) continue;
        onRead();
        await putAll(part);
        part = { items: [], documents: [], bytes: 0 };
      }
      onRead();
      await putAll(part);
    } catch (error) {
      for (const id of [...open.keys()]) settle(id, ({ reject }) => reject(error));
    }
  };

  /**
   * Begins a batch when there is room and none of its articles is still being written. Resolves when it has been
   * read: were several read at once, all of them would be sent late, and the engine would idle.
   */
  const begin = async (batch: readonly Waiting[]): Promise<void> => {
    while (running.size >= inFlight) await Promise.race(running);
    await Promise.all(batch.map(({ id }) => underWay.get(id)));
    await new Promise<void>((onRead) => {
      const run: Promise<void> = writeBatch(batch, onRead).finally(() => {
        running.delete(run);
        for (const { id } of batch) if (underWay.get(id) === run) underWay.delete(id);
        onRead();
      });
      running.add(run);
      for (const { id } of batch) underWay.set(id, run);
    });
  };
  const allWritten = async (): Promise<void> => {
    while (running.size > 0) await Promise.all(running);
  };

  const flush = (): void => {
    timer?.abort();
    timer = null;
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) last = last.then(() => begin(batch));
  };

  const startTimer = () => {
    const own = new AbortController();
    timer = own;
    void clock.sleep(maxWaitMs, own.signal).then(() => {
      if (!own.signal.aborted) flush();
    });
  };

  return {
    add: (id, revision) =>
      new Promise<void>((resolve, reject) => {
        waiting.push({ id, revision, resolve, reject });
        if (waiting.length >= maxCount) flush();
        else if (timer === null) startTimer();
      }),
    room: maxCount * inFlight,
    between: (work) => {
      const result = last.then(allWritten).then(work);
      last = result.then(
        () => undefined,
        () => undefined,
      );
      return result;
    },
    state: () => ({ waiting: waiting.length, away }),
    close: () => {
      stop.abort();
      flush();
      return last.then(allWritten);
    },
  };
}
