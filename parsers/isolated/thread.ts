/** One thread that reads pages, from the first page to the one that it dies of. */
import { Worker } from 'node:worker_threads';
import { messageOf } from '../../core/errors.ts';
import type { RawPage } from '../../core/raw-page.ts';
import type { Family, Newspaper } from '../../newspapers/define.ts';
import type { ParseResult } from '../port.ts';
import type { Answer, Ask } from './messages.ts';

export interface ThreadOptions {
  readonly families: readonly Family[];
  /** Of JavaScript's heap. */
  readonly memoryMb: number;
  /** For one page. */
  readonly timeoutMs: number;
  /** Instead of the parser's own, for tests. */
  readonly entry?: URL;
}

/** The thread died of a page: by time, by memory, or by itself. */
export class Exhausted extends Error {}

export interface Thread {
  /**
   * One page at a time. @throws Exhausted — the thread is gone then; Error where it could not start
   */
  read(page: RawPage, newspaper: Newspaper | null): Promise<ParseResult>;
  readonly dead: boolean;
  close(): Promise<void>;
}

const ENTRY = new URL('./worker.mjs', import.meta.url);

export function openThread(options: ThreadOptions): Thread {
  const { families, memoryMb, timeoutMs } = options;
  const worker = new Worker(options.entry ?? ENTRY, {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  // What waits for an answer keeps the process alive, an idle thread does not.
  worker.unref();
  const told = new Set<string>();
  let end: { readonly reason: string } | null = null;
  let waiting: { answer(answer: Answer): void; fail(reason: string): void } | null = null;
  const die = (reason: string) => {
    end ??= { reason };
    waiting?.fail(reason);
    waiting = null;
  };
  worker.on('message', (answer: Answer) => {
    const { answer: take } = waiting ?? {};
    waiting = null;
    take?.(answer);
  });
  worker.on('messageerror', (error) => die(messageOf(error)));
  worker.on('error', (error) =>
    die(
      'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? `reading it took more than ${memoryMb} MB of memory`
        : messageOf(error),
    ),
  );
  worker.on('exit', (code) => die(`the parser's thread ended with ${code}`));

  const send = (ask: Ask, transfer: readonly ArrayBuffer[] = []) =>
    worker.postMessage(ask, transfer);
  const ask = (message: Ask, transfer: readonly ArrayBuffer[] = []) =>
    new Promise<Answer>((resolve, reject) => {
      if (end) return reject(new Exhausted(end.reason));
      worker.ref();
      const settle =
        <T>(how: (value: T) => void) =>
        (value: T) => {
          worker.unref();
          how(value);
        };
      waiting = {
        answer: settle(resolve),
        fail: settle((reason: string) => reject(new Exhausted(reason))),
      };
      send(message, transfer);
    });

  let begun: Promise<Answer> | null = null;
  const start = async () => {
    begun ??= ask({ kind: 'begin', families });
    await begun.catch((cause: unknown) => {
      throw new Error(`The parser's thread cannot start: ${messageOf(cause)}`, { cause });
    });
  };

  return {
    get dead() {
      return end !== null;
    },
    async read(page, newspaper) {
      await start();
      if (newspaper && !told.has(newspaper.hash)) {
        told.add(newspaper.hash);
        send({ kind: 'paper', newspaper });
      }
      // A copy of its own: the buffer may be a slice of a larger one that others use.
      const body = new Uint8Array(page.body);
      const { url, finalUrl, status, headers, fetchedAt } = page;
      const timer = setTimeout(() => {
        die(`reading it took more than ${timeoutMs / 1000} s`);
        void worker.terminate();
      }, timeoutMs);
      try {
        const answer = await ask(
          {
            kind: 'read',
            page: { url, finalUrl, status, headers, fetchedAt, body },
            newspaper: newspaper?.hash ?? null,
          },
          [body.buffer],
        );
        if (answer.kind !== 'result') throw new Exhausted('the thread answered out of turn');
        return answer.result;
      } finally {
        clearTimeout(timer);
      }
    },
    async close() {
      die('the parser is closed');
      await worker.terminate();
    },
  };
}
