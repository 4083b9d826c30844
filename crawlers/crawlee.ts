/**
 * Crawlee's BasicCrawler over our own stream of tasks. It brings the loop and its bookkeeping; the queue is
 * the frontier, politeness and retries are ours, and it keeps nothing: no storage, no sessions, no state.
 *
 * Each run has its own Configuration, because two crawlers with one share their queue and statistics, and
 * a second `run()` finds everything handled.
 */
import {
  BasicCrawler,
  type BasicCrawlerOptions,
  Configuration,
  EventManager,
  type IRequestManager,
  Log,
  LogLevel,
  Request,
  type StorageClient,
} from '@crawlee/basic';
import { MemoryStorage } from '@crawlee/memory-storage';
import type { Task } from './run-context.ts';

/** Longer than any request with its pauses: the network bounds itself, and this must never cut in before. */
const HANDLER_SECONDS = 24 * 3600;

/**
 * Runs the tasks one after another until there are none. A task is drawn when the one before has ended.
 * Rejects with what a task threw; no further one is begun then.
 */
export async function runTasks(tasks: AsyncGenerator<Task>): Promise<void> {
  const config = new Configuration({
    persistStorage: false,
    purgeOnStart: false,
    // Given, so that it is not measured: with one task at a time nothing is scaled by it.
    memoryMbytes: 1024,
  });
  config.useEventManager(new QuietEvents(config));
  config.useStorageClient(passingStorage());
  const state: { fault: { readonly error: unknown } | null } = { fault: null };
  const manager = new TaskManager(tasks, () => state.fault !== null);
  const crawler = new TaskCrawler(
    manager,
    {
      requestHandler: async ({ request }) => {
        try {
          await manager.taskOf(request).run();
        } catch (error) {
          state.fault ??= { error };
        }
      },
      minConcurrency: 1,
      maxConcurrency: 1,
      maxRequestRetries: 0,
      requestHandlerTimeoutSecs: HANDLER_SECONDS,
      useSessionPool: false,
      statisticsOptions: { persistenceOptions: { enable: false } },
      autoscaledPoolOptions: { maybeRunIntervalSecs: 0.05, loggingIntervalSecs: null },
      log: new Log({ level: LogLevel.OFF }),
    },
    config,
  );
  try {
    await crawler.run();
  } finally {
    await tasks.return(undefined);
  }
  if (state.fault) throw state.fault.error;
}

/** The local one measures processor and memory every second, by starting `ps`. */
class QuietEvents extends EventManager {}

/**
 * A store in memory, which Crawlee opens and nothing is written to. Handed on without its `teardown`, whose
 * watchdog would keep the process alive for a second after each run.
 */
function passingStorage(): StorageClient {
  const memory = new MemoryStorage({ persistStorage: false, writeMetadata: false });
  return {
    datasets: () => memory.datasets(),
    dataset: (id) => memory.dataset(id),
    keyValueStores: () => memory.keyValueStores(),
    keyValueStore: (id) => memory.keyValueStore(id),
    requestQueues: () => memory.requestQueues(),
    requestQueue: (id) => memory.requestQueue(id),
  };
}

/** The constructor refuses `requestManager`, although its type offers it; the field is there to be set. */
class TaskCrawler extends BasicCrawler {
  constructor(manager: IRequestManager, options: BasicCrawlerOptions, config: Configuration) {
    super(options, config);
    this.requestManager = manager;
  }
}

/** Crawlee's view of the tasks. It looks one ahead, as `isEmpty` must know whether there is one. */
class TaskManager implements IRequestManager {
  readonly #tasks: AsyncGenerator<Task>;
  readonly #failed: () => boolean;
  readonly #running = new Map<string, Task>();
  #next: Task | null = null;
  #ended = false;
  #count = 0;

  constructor(tasks: AsyncGenerator<Task>, failed: () => boolean) {
    this.#tasks = tasks;
    this.#failed = failed;
  }

  taskOf(request: { uniqueKey: string }): Task {
    const task = this.#running.get(request.uniqueKey);
    if (!task) throw new Error(`No task has the key ${request.uniqueKey}`);
    return task;
  }

  async isEmpty(): Promise<boolean> {
    if (this.#failed()) return true;
    if (!this.#next && !this.#ended) {
      const { value, done } = await this.#tasks.next();
      if (done) this.#ended = true;
      else this.#next = value;
    }
    return this.#next === null;
  }

  async isFinished(): Promise<boolean> {
    return this.#running.size === 0 && (await this.isEmpty());
  }

  async fetchNextRequest<T extends object>(): Promise<Request<T> | null> {
    if (await this.isEmpty()) return null;
    const task = this.#next;
    if (!task) return null;
    this.#next = null;
    this.#count += 1;
    const uniqueKey = String(this.#count);
    this.#running.set(uniqueKey, task);
    return new Request<T>({ url: task.url, uniqueKey, id: uniqueKey });
  }

  async markRequestHandled(request: { uniqueKey: string }): Promise<void> {
    this.#running.delete(request.uniqueKey);
  }

  /** Never asked for: retries are 0. */
  async reclaimRequest(request: { uniqueKey: string }): Promise<null> {
    this.#running.delete(request.uniqueKey);
    return null;
  }

  async handledCount(): Promise<number> {
    return this.#count - this.#running.size;
  }

  getTotalCount(): number {
    return this.#count;
  }

  getPendingCount(): number {
    return this.#running.size;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Request> {
    for (;;) {
      const request = await this.fetchNextRequest();
      if (!request) return;
      yield request;
    }
  }

  addRequest(): never {
    throw new Error('Tasks come from the frontier alone');
  }

  addRequestsBatched(): never {
    throw new Error('Tasks come from the frontier alone');
  }
}
