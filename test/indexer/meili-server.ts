/** A Meilisearch server for tests: the one at MEILI_URL, else the program on the PATH, else none. */
import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface MeiliServer {
  readonly url: string;
  readonly key: string | null;
  /** Ends the server where the test started it, and what it stored. */
  stop(): Promise<void>;
  /** Ends it as a crash would; `start` starts it again on the same data. null: it is not the test's own. */
  readonly crash: (() => Promise<void>) | null;
  start(): Promise<void>;
}

function program(): string | null {
  for (const directory of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(directory, 'meilisearch');
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this directory.
    }
  }
  return null;
}

/** Whether the tests that need a server can run. */
export const meiliAvailable = (): boolean =>
  process.env.MEILI_URL !== undefined || program() !== null;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function healthy(url: string, child: ChildProcess): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (child.exitCode !== null) throw new Error(`meilisearch ended with ${child.exitCode}`);
    const answer = await fetch(`${url}/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`meilisearch did not answer at ${url}`);
}

export async function meiliServer(): Promise<MeiliServer> {
  if (process.env.MEILI_URL !== undefined) {
    const nothing = () => Promise.resolve();
    return {
      url: process.env.MEILI_URL,
      key: process.env.MEILI_KEY ?? null,
      stop: nothing,
      crash: null,
      start: nothing,
    };
  }
  const file = program();
  if (file === null) throw new Error('no meilisearch program on the PATH');
  const directory = mkdtempSync(join(tmpdir(), 'diembao-meili-'));
  const key = 'a-key-for-tests-only';
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  const start = async () => {
    child = spawn(
      file,
      [
        '--http-addr',
        `127.0.0.1:${port}`,
        '--no-analytics',
        '--db-path',
        join(directory, 'data'),
        '--master-key',
        key,
        // Else every task sets aside a share of the machine's memory first.
        '--max-indexing-memory',
        '64MiB',
      ],
      { stdio: 'ignore', cwd: directory },
    );
    await healthy(url, child);
  };
  await start();
  const end = async (signal: NodeJS.Signals) => {
    const running = child;
    child = null;
    if (running === null || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await ended;
  };
  return {
    url,
    key,
    start,
    crash: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM');
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
