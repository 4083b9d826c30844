/**
 * Reads pages in threads of their own, with limits of time and memory: a page that exhausts the parser ends
 * as `parser-exhausted`, its thread is replaced, and the pages after it are read.
 */
import { DiembaoError } from '../../core/errors.ts';
import type { RawPage } from '../../core/raw-page.ts';
import type { ParseContext, ParseResult } from '../port.ts';
import { Exhausted, openThread, type Thread, type ThreadOptions } from './thread.ts';

export interface PoolOptions extends ThreadOptions {
  /** How many pages are read at once. Threads start with the first page. */
  readonly threads: number;
}

export interface ParserPool {
  /**
   * As `parsePage`; the context's families are those that the pool was opened with.
   * @throws DiembaoError `parser-closed`; Error where no thread can start
   */
  parse(page: RawPage, context: Pick<ParseContext, 'newspaper'>): Promise<ParseResult>;
  close(): Promise<void>;
}

/** Of one page. A megabyte of ambiguous names in one paragraph takes 4 s. */
export const PAGE_TIMEOUT_MS = 60_000;
/** A page of 5 MB, its document and its record take under 300 MB. */
export const PAGE_MEMORY_MB = 768;

export function openParserPool(options: PoolOptions): ParserPool {
  const idle: Thread[] = [];
  const all = new Set<Thread>();
  const queue: ((thread: Thread) => void)[] = [];
  let closed = false;

  const take = async (): Promise<Thread> => {
    for (let free = idle.pop(); free; free = idle.pop()) {
      if (!free.dead) return free;
      all.delete(free);
    }
    if (all.size < options.threads) {
      const thread = openThread(options);
      all.add(thread);
      return thread;
    }
    return new Promise((resolve) => queue.push(resolve));
  };
  const give = (thread: Thread) => {
    if (thread.dead) {
      all.delete(thread);
      const next = queue.shift();
      if (next && !closed) void take().then(next);
      return;
    }
    const next = queue.shift();
    if (next) next(thread);
    else idle.push(thread);
  };

  return {
    async parse(page, { newspaper }) {
      if (closed) throw new DiembaoError('parser-closed', 'The parser is closed');
      const thread = await take();
      try {
        return await thread.read(page, newspaper);
      } catch (error) {
        if (!(error instanceof Exhausted) || closed) throw error;
        return exhausted(page, error.message);
      } finally {
        give(thread);
      }
    },
    async close() {
      closed = true;
      await Promise.all([...all].map((thread) => thread.close()));
    },
  };
}

function exhausted(page: RawPage, message: string): ParseResult {
  return {
    outcome: { code: 'parser-exhausted', message },
    article: null,
    aliases: [...new Set([page.url, page.finalUrl])],
    signature: [],
    conferenceKeys: [],
    conferencePlaces: [],
  };
}
