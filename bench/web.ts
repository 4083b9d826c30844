/**
 * What the pages cost over a large archive: the search page one at a time, the other pages one at a time, then
 * fifty readers from another process. `npm run bench -- web [--articles N] [--minutes N] [--readers N] [--keep FOLDER]`
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { atMost } from './search-data/goal.ts';
import { quantile, summary } from './search-data/quantiles.ts';
import { type Addresses, built } from './web/build.ts';
import { type Plan, Told } from './web/reader-plan.ts';

const ARTICLES = 100_000;
const MINUTES = 10;
const READERS = 50;
const EVERY_MS = 5_000;
const MB = 1_048_576;
const SEED = 20261130;
const MINUTE_MS = 60_000;
/** The first mark of memory lies at this share of the time: minute 2 of 10. */
const FIRST_MARK = 0.2;
const GOALS = { p50: 60, p95: 180, readersP95: 500, memory: 1.1 } as const;

function option(args: readonly string[], name: string, otherwise: number): number {
  const at = args.indexOf(name);
  return at < 0 ? otherwise : Number(args[at + 1]);
}

function child(file: string, env: NodeJS.ProcessEnv = {}): ChildProcess {
  const path = fileURLToPath(new URL(file, import.meta.url));
  return spawn(process.execPath, ['--import', 'tsx', path], {
    env: { ...process.env, MEILI_URL: '', REDIS_URL: '', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

/** Resident memory of a process, bytes. */
function residentOf(pid: number): number {
  const kb = /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  if (kb === undefined) throw new Error(`no VmRSS of ${pid}`);
  return Number(kb) * 1024;
}

/** How long each page takes until its last byte. @throws where one is no page */
async function oneAtATime(url: string, paths: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const path of paths) {
    const started = performance.now();
    const answer = await fetch(url + path);
    await answer.arrayBuffer();
    times.push(performance.now() - started);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  }
  return times;
}

async function alone(url: string, { paths }: Addresses): Promise<void> {
  const { search = [], list = [], ...others } = paths;
  // The first ones fill caches and compile.
  await oneAtATime(url, search.slice(0, 20));
  const times = await oneAtATime(url, search);
  console.log(`  ${times.length} search pages: ${summary(times)}`);
  console.log(atMost('search page p50', quantile(times, 0.5), GOALS.p50, 'ms'));
  console.log(atMost('search page p95', quantile(times, 0.95), GOALS.p95, 'ms'));
  for (const [name, some] of Object.entries(others))
    console.log(`  ${some.length} pages of kind ${name}: ${summary(await oneAtATime(url, some))}`);
  for (const path of list) {
    const three = await oneAtATime(url, [path, path, path]);
    console.log(`  /${decodeURIComponent(path)}: ${quantile(three, 0.5).toFixed(1)} ms`);
  }
}

/** 60 % searches, 25 % articles, 15 % pages of conferences and localities. */
function planOf(url: string, { paths }: Addresses, readers: number, minutes: number): Plan {
  const { search = [], article = [], conference = [], locality = [] } = paths;
  return {
    url,
    readers,
    everyMs: EVERY_MS,
    forMs: Math.round(minutes * MINUTE_MS),
    seed: SEED,
    kinds: [
      { name: 'search', share: 0.6, paths: search },
      { name: 'article', share: 0.25, paths: article },
      { name: 'conference', share: 0.075, paths: conference },
      { name: 'locality', share: 0.075, paths: locality },
    ],
  };
}

interface Sample {
  readonly at: number;
  readonly bytes: number;
}

/** The median of the half minute, or the tenth of the whole where that is shorter, that ends there. */
function residentBefore(samples: readonly Sample[], at: number, whole: number): number {
  const window = Math.min(MINUTE_MS / 2, whole / 10);
  const some = samples.filter((one) => one.at <= at && one.at > at - window);
  return quantile(
    some.map(({ bytes }) => bytes),
    0.5,
  );
}

async function together(plan: Plan, pid: number): Promise<void> {
  const readers = child('./web/readers.ts');
  const samples: Sample[] = [];
  const began = performance.now();
  const sampling = setInterval(
    () => samples.push({ at: performance.now() - began, bytes: residentOf(pid) }),
    1_000,
  );
  try {
    readers.stdin?.end(JSON.stringify(plan));
    const ended = once(readers, 'exit');
    const { kinds, errors } = Told.parse(
      JSON.parse(readers.stdout ? await text(readers.stdout) : ''),
    );
    await ended;
    const times = kinds.flatMap((kind) => kind.times);
    console.log(`  ${plan.readers} readers, ${times.length} requests: ${summary(times)}`);
    for (const kind of kinds) console.log(`    ${kind.name}: ${summary(kind.times)}`);
    for (const error of errors.slice(0, 5)) console.log(`    error: ${error}`);
    console.log(atMost('errors', errors.length, 0, ''));
    console.log(atMost('readers p95', quantile(times, 0.95), GOALS.readersP95, 'ms'));
    const first = residentBefore(samples, plan.forMs * FIRST_MARK, plan.forMs);
    const last = residentBefore(samples, plan.forMs, plan.forMs);
    const minute = (ms: number) => (ms / MINUTE_MS).toFixed(1).replace(/\.0$/u, '');
    console.log(
      `  resident memory after minute ${minute(plan.forMs * FIRST_MARK)}: ${Math.round(first / MB)} MB, after minute ${minute(plan.forMs)}: ${Math.round(last / MB)} MB`,
    );
    console.log(atMost('memory, last to first', last / first, GOALS.memory, '×'));
  } finally {
    clearInterval(sampling);
    if (readers.exitCode === null) readers.kill();
  }
}

export default async function bench(args: readonly string[]): Promise<void> {
  const size = option(args, '--articles', ARTICLES);
  const minutes = option(args, '--minutes', MINUTES);
  const kept = args.includes('--keep') ? args[args.indexOf('--keep') + 1] : undefined;
  if (!process.env.DIEMBAO_CORPUS) console.log('not run: the corpora (DIEMBAO_CORPUS is not set)');
  const directory = kept ?? mkdtempSync(join(tmpdir(), 'diembao-bench-'));
  try {
    console.log(`${size} articles, Node ${process.version}`);
    const addresses = await built(directory, size);
    console.log(`  of ${addresses.source}`);
    const web = child('./web/server.ts', { DIEMBAO_DATA: directory });
    const ended = once(web, 'exit');
    try {
      if (!web.stdout) throw new Error('no standard output');
      const [url] = await Promise.race([
        once(createInterface({ input: web.stdout }), 'line'),
        ended.then(() => Promise.reject(new Error('the web process ended'))),
      ]);
      await alone(String(url), addresses);
      const readers = option(args, '--readers', READERS);
      if (minutes > 0)
        await together(planOf(String(url), addresses, readers, minutes), web.pid ?? 0);
    } finally {
      web.stdin?.end();
      await ended;
    }
  } finally {
    if (kept === undefined) rmSync(directory, { recursive: true, force: true });
  }
}
