/** The search engine goes away, our own process is killed, both in the middle: nothing is lost. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepCatchingUp, keepUp } from '../../app/catch-up.ts';
import { openReader, openWorks, type Works } from '../../app/compose.ts';
import { type Config, readConfig } from '../../app/config.ts';
import { rebuild } from '../../app/rebuild.ts';
import { reconcile } from '../../app/reconcile.ts';
import { silent } from '../../core/log.ts';
import { DOCUMENT_VERSION } from '../../indexer/document.ts';
import { at, input, record } from '../contracts/archive-samples.ts';
import { type MeiliServer, meiliAvailable, meiliServer } from '../indexer/meili-server.ts';

// A server of the test's own: it is killed, and the index is the one that an installation uses.
const here = process.env.MEILI_URL === undefined && meiliAvailable();
if (!here) console.log('not run: Meilisearch going away (no program of the test to start)');

const never = new AbortController().signal;
/** More than are put in before progress is told the first time. */
const COUNT = { embedded: 150, meilisearch: 1_050 };
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'diembao-away-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const environment = (server: MeiliServer | null): Record<string, string> => ({
  DIEMBAO_DATA: directory,
  DIEMBAO_PARSER_THREADS: '0',
  DIEMBAO_LOG: 'silent',
  ...(server ? { MEILI_URL: server.url, MEILI_KEY: server.key ?? '' } : {}),
});
const open = (config: Config) =>
  openWorks(config, { newspapers: [], log: silent, whenAway: 'wait' });
async function putAll(works: Works): Promise<void> {
  for (let i = 0; i < COUNT[works.engine.id]; i++)
    await works.archive.articles.put(input(record(`n${i}`, { headline: `Lúa ${i}` })), at(1));
}
const pending = (works: Works) =>
  works.archive.index.pending(works.engine.id, DOCUMENT_VERSION, 10);

/** Runs `diembao index --rebuild` as a process of its own, killed when it says that it has begun. */
async function killedRebuild(env: Record<string, string>): Promise<void> {
  const script = fileURLToPath(new URL('./rebuild-slowly.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function checkKilled(server: MeiliServer | null): Promise<void> {
  const config = readConfig(environment(server));
  let works = await open(config);
  await putAll(works);
  await keepCatchingUp(works, never);
  const before = await works.engine.mark();
  await works.close();
  await killedRebuild(environment(server));
  works = await open(config);
  // The former index answers, the new one has been begun.
  expect(await works.engine.mark()).toBe(before);
  expect(await works.engine.count()).toBe(COUNT[works.engine.id]);
  expect(await works.engine.begun()).not.toBeNull();
  const report = await rebuild(works, { signal: never });
  expect(report).toMatchObject({ swapped: true, resumed: true, lost: 0 });
  expect(report.indexed).toBeLessThan(COUNT[works.engine.id]);
  expect(await works.engine.count()).toBe(COUNT[works.engine.id]);
  expect(await works.engine.begun()).toBeNull();
  expect(await pending(works)).toEqual([]);
  await works.close();
}

it('a process that is killed while it builds the embedded index anew', {
  timeout: 60_000,
}, async () => {
  await checkKilled(null);
  expect(readdirSync(directory).filter((name) => name.includes('.next'))).toEqual([]);
});

it('a running program indexes also what no job was queued for', async () => {
  const works = await open(readConfig(environment(null)));
  await works.work();
  const stop = new AbortController();
  const looks: (() => void)[] = [];
  const clock = {
    now: () => new Date(0),
    sleep: () => new Promise<void>((resolve) => looks.push(resolve)),
  };
  const running = keepUp({ ...works, clock }, stop.signal);
  await vi.waitFor(() => expect(looks).toHaveLength(1));
  const { id } = await works.archive.articles.put(input(record('n')), at(1));
  await works.archive.articles.withdraw(id, at(2));
  looks[0]?.();
  await vi.waitFor(() => expect(looks).toHaveLength(2));
  expect(await works.engine.has([id])).toEqual([id]);
  expect(await pending(works)).toEqual([]);
  stop.abort();
  looks[1]?.();
  await running;
  await works.close();
});

describe.runIf(here)('Meilisearch', () => {
  let server: MeiliServer;
  beforeAll(async () => {
    server = await meiliServer();
  });
  afterEach(async () => {
    const headers = { authorization: `Bearer ${server.key}` };
    await fetch(`${server.url}/indexes/diembao`, { method: 'DELETE', headers });
  });
  afterAll(() => server.stop());

  it('stopped and started again while articles are indexed', { timeout: 60_000 }, async () => {
    const works = await open(readConfig(environment(server)));
    await putAll(works);
    const away = new Promise<void>((resolve, reject) => {
      const timer = setInterval(async () => {
        if (works.writer.state().away === null) return;
        clearInterval(timer);
        await server.start().then(resolve, reject);
      }, 20);
    });
    const caught = keepCatchingUp(works, never);
    while ((await works.engine.count()) === 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    await server.crash?.();
    await away;
    await caught;
    // Compared with the key that can only search.
    const reader = await openReader(works.config, {}, silent);
    for (const full of [false, true])
      expect(
        await reconcile({ archive: works.archive, engine: reader }, { signal: never, full }),
      ).toMatchObject({ articles: COUNT.meilisearch, documents: COUNT.meilisearch, days: [] });
    await reader.close();
    expect(await works.engine.count()).toBe(COUNT[works.engine.id]);
    expect(await pending(works)).toEqual([]);
    await works.close();
  });

  it('stopped while jobs wait: they cost no attempt and go in when it is back', {
    timeout: 60_000,
  }, async () => {
    const works = await open(readConfig(environment(server)));
    await works.work();
    await server.crash?.();
    const { id, revision } = await works.archive.articles.put(input(record('n')), at(1));
    await works.queue.add([{ name: 'index', payload: { article: id, revision } }]);
    while (works.writer.state().away === null)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(works.writer.state().away?.code).toBe('meili-unreachable');
    await server.start();
    await works.queue.idle();
    expect(await works.queue.failed(9)).toEqual([]);
    expect(await works.engine.has([id])).toEqual([id]);
    await works.close();
  });

  it('not there at the start: all but search works, and the index is filled when it comes', {
    timeout: 60_000,
  }, async () => {
    await server.crash?.();
    const config = readConfig(environment(server));
    const works = await open(config);
    await works.archive.articles.put(input(record('n')), at(1));
    const reader = await openReader(config, {}, silent);
    await expect(reader.count()).rejects.toMatchObject({ code: 'meili-unreachable' });
    await server.start();
    await keepCatchingUp(works, never);
    expect(await reader.count()).toBe(1);
    await reader.close();
    await works.close();
  });

  it('stopped and started again while the index is built anew', { timeout: 60_000 }, async () => {
    const works = await open(readConfig(environment(server)));
    await putAll(works);
    await keepCatchingUp(works, never);
    let crashed: Promise<void> | null = null;
    const report = await rebuild(works, {
      signal: never,
      onProgress: () => {
        crashed ??= (async () => {
          await server.crash?.();
          await server.start();
        })();
      },
    });
    await crashed;
    expect(report).toMatchObject({ swapped: true, lost: 0 });
    expect(await works.engine.count()).toBe(COUNT[works.engine.id]);
    expect(await pending(works)).toEqual([]);
    await works.close();
  });

  it('a process that is killed while it builds the index anew', { timeout: 60_000 }, async () => {
    await checkKilled(server);
  });
});
