import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openArchive } from '../../archive/index.ts';
import { systemClock } from '../../core/clock.ts';
import { silent } from '../../core/log.ts';
import { crawlNewspaper, openHttp } from '../../crawlers/index.ts';
import * as hostile from '../servers/hostile.ts';
import { type Loopback, startLoopback } from '../servers/loopback.ts';
import { articlePage, feedOf, paper } from './fixtures.ts';

const ARTICLES = Array.from({ length: 12 }, (_, i) => `/x-post${100 + i}.html`);
let directory: string;
let server: Loopback;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'diembao-crawl-'));
  server = await startLoopback({
    '/robots.txt': hostile.text(''),
    '/rss': feedOf(...ARTICLES),
    ...Object.fromEntries(ARTICLES.map((path) => [path, articlePage(path)])),
  });
});
afterEach(async () => {
  await server.close();
  await rm(directory, { recursive: true, force: true });
});

interface Ended {
  readonly out: string;
  readonly err: string;
  readonly how: number | string | null;
}

/** Runs a crawl to its end, or sends it the signal when it asks for the path. */
function crawl(at?: { path: string; signal: NodeJS.Signals }): Promise<Ended> {
  const script = fileURLToPath(new URL('./child.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, directory, server.origin], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CRAWLEE_STORAGE_DIR: join(directory, 'storage') },
  });
  if (at) server.set(at.path, () => void child.kill(at.signal));
  const text = { out: '', err: '' };
  child.stdout.on('data', (piece) => (text.out += String(piece)));
  child.stderr.on('data', (piece) => (text.err += String(piece)));
  return new Promise((resolve) => {
    child.once('close', (code, signal) => resolve({ ...text, how: signal ?? code }));
  });
}

it('killed with -9 in the middle, the next run goes on and each page is there once', async () => {
  const half = ARTICLES[6] ?? '';
  expect((await crawl({ path: half, signal: 'SIGKILL' })).how).toBe('SIGKILL');
  server.set(half, articlePage(half));
  server.forget();
  const archive = await openArchive({ directory });
  const http = openHttp({ userAgent: 'DiemBao', allowPrivate: [server.host] });
  const summary = await crawlNewspaper({
    newspaper: paper(server.origin, { delayMs: 0 }),
    archive,
    http,
    clock: systemClock,
    log: silent,
    signal: new AbortController().signal,
    random: () => 0,
  });
  expect(summary.state).toBe('complete');
  // The page before the fatal one may have been on its way: into the archive (then it is stored now), or stored and not
  // yet ticked off (then it is asked for again and found unchanged).
  const [robots, feed, ...asked] = server.requests.map((r) => r.path);
  expect([robots, feed]).toEqual(['/robots.txt', '/rss']);
  expect([6, 7]).toContain(asked.length);
  expect(asked).toEqual(ARTICLES.slice(-asked.length));
  expect([6, asked.length]).toContain(summary.stored);
  expect((await archive.counts()).pages).toBe(ARTICLES.length);
  await http.close();
  await archive.close();
});

it('interrupted with Ctrl-C it ends by itself, prints nothing, and notes that it was stopped', async () => {
  const ended = await crawl({ path: ARTICLES[3] ?? '', signal: 'SIGINT' });
  expect(ended).toMatchObject({ how: 0, out: '' });
  expect(JSON.parse(ended.err)).toMatchObject({ state: 'stopped', stored: 3 });
  const archive = await openArchive({ directory, readOnly: true });
  expect(await archive.runs.latest('test-paper')).toMatchObject({ state: 'stopped' });
  await archive.close();
});
