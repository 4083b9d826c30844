/**
 * The same few nights undisturbed and with kill -9 at random moments; what lies in the archive and the index in the end
 * must be the same. Each pass over the papers is a process of its own; the web stays, and stands at the pass's time.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as realTime } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openLibrary } from '../../app/compose.ts';
import { readConfig } from '../../app/config.ts';
import { everyItem } from '../../core/every-item.ts';
import { silent } from '../../core/log.ts';
import { loadNewspapers } from '../../newspapers/index.ts';
import { type MeiliServer, meiliAvailable, meiliServer } from '../../test/indexer/meili-server.ts';
import { type RedisServer, redisIsInstalled, startRedis } from '../../test/queue/redis-server.ts';
import { dayOfNight } from './calendar.ts';
import { newsOf } from './news.ts';
import type { Orders } from './orders.ts';
import { openPapers } from './papers.ts';
import { startWeb, type Web } from './server.ts';
import { type Random, seeded } from './words.ts';

export interface KillOptions {
  readonly papers: number;
  readonly nights: number;
  readonly articles: number;
  /** In all; two thirds with the queue in the process, one third with Redis where it is installed. */
  readonly kills: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

export interface KillResult {
  readonly articles: number;
  readonly killed: number;
  readonly redisRestarts: number | null;
  readonly meiliRestarts: number | null;
  /** What differs from the undisturbed run, in words. */
  readonly differences: readonly string[];
}

interface Pass {
  readonly night: number;
  readonly mode: Orders['mode'];
  readonly at: string;
}

/** What is in the archive and the index, without when it was fetched. */
type Holdings = ReadonlyMap<string, string>;

interface Series {
  readonly name: string;
  readonly kills: number;
  readonly redis: RedisServer | null;
  readonly meili: MeiliServer | null;
}

interface Counts {
  killed: number;
  redis: number;
  meili: number;
}

export async function killed(options: KillOptions): Promise<KillResult> {
  const { families } = await loadNewspapers();
  const state = { at: 0, port: 0 };
  const web = await startWeb(
    () => state.at,
    (port) => {
      state.port = port;
      return openPapers(options.papers, port, families).map((paper) => ({
        paper,
        pieces: newsOf(paper, options.nights, options.articles),
      }));
    },
  );
  const passes = passesOf(options.nights);
  const random = seeded(options.seed);
  const run = (series: Series, expected: readonly number[] | null) =>
    runSeries({ options, web, state, passes, random }, series, expected);
  const redis = redisIsInstalled() ? await startRedis() : null;
  const meili = redis && meiliAvailable() ? await meiliServer() : null;
  try {
    const calm = await run({ name: 'undisturbed', kills: 0, redis: null, meili: null }, null);
    const alone = redis ? Math.ceil((options.kills * 2) / 3) : options.kills;
    const first = await run(
      { name: 'queue in the process', kills: alone, redis: null, meili: null },
      calm.requests,
    );
    const differences = [...compare('queue in the process', calm.holdings, first.holdings)];
    const counts = [first.counts];
    if (redis) {
      const second = await run(
        { name: 'Redis', kills: options.kills - alone, redis, meili },
        calm.requests,
      );
      counts.push(second.counts);
      differences.push(...compare('Redis', calm.holdings, second.holdings));
    }
    const sum = (of: (one: Counts) => number) => counts.reduce((all, one) => all + of(one), 0);
    return {
      articles: calm.holdings.size,
      killed: sum((one) => one.killed),
      redisRestarts: redis ? sum((one) => one.redis) : null,
      meiliRestarts: meili ? sum((one) => one.meili) : null,
      differences,
    };
  } finally {
    await web.close();
    await redis?.close();
    await meili?.stop();
  }
}

/** A night's run and, an hour and a half later, the second looks; each night's a little later than the last. */
function passesOf(nights: number): readonly Pass[] {
  return Array.from({ length: nights }, (_, i) => i + 1).flatMap((night): Pass[] => {
    const begin = Date.parse(`${dayOfNight(night)}T01:00:00+07:00`) + night * 600_000;
    const at = (ms: number) => new Date(begin + ms).toISOString();
    return [
      { night, mode: 'night', at: at(0) },
      { night, mode: 'looks', at: at(90 * 60_000) },
    ];
  });
}

interface World {
  readonly options: KillOptions;
  readonly web: Web;
  readonly state: { at: number; readonly port: number };
  readonly passes: readonly Pass[];
  readonly random: Random;
}

async function runSeries(
  { options, web, state, passes, random }: World,
  series: Series,
  expected: readonly number[] | null,
) {
  const { say } = options;
  const directory = await mkdtemp(join(tmpdir(), 'diembao-kill-'));
  const counts: Counts = { killed: 0, redis: 0, meili: 0 };
  const requests: number[] = [];
  web.reset();
  const moments = momentsOf(series.kills, expected ?? [], random);
  const meili = series.meili ? { url: series.meili.url, key: series.meili.key ?? '' } : null;
  try {
    for (const [i, pass] of passes.entries()) {
      state.at = Date.parse(pass.at);
      const before = web.requests();
      const began = Date.now();
      // A process that takes over goes on in time: what the one before has just found is due.
      const start = () =>
        startPass({
          directory,
          port: state.port,
          papers: options.papers,
          at: new Date(state.at + Date.now() - began).toISOString(),
          mode: pass.mode,
          redis: series.redis?.url ?? null,
          meili,
        });
      let child = start();
      for (const after of moments[i] ?? []) {
        // So many milliseconds more: also in the midst of reading and indexing.
        const more = Math.floor(random() * 400);
        await child.asked(() => web.requests() - before >= after);
        await realTime(more);
        if (series.redis && counts.killed % 2 === 1) {
          await series.redis.kill();
          if (random() < 0.5) await realTime(300);
          await series.redis.start();
          counts.redis += 1;
        }
        if (series.meili?.crash && counts.killed % 3 === 2) {
          await series.meili.crash();
          await series.meili.start();
          counts.meili += 1;
        }
        if (!child.kill()) break;
        await child.ended;
        counts.killed += 1;
        say(
          `  ${series.name}: killed in night ${pass.night} (${pass.mode}) after ${after} requests`,
        );
        child = start();
      }
      const code = await child.ended;
      if (code !== 0) throw new Error(`${series.name}: a pass ended with ${code}`);
      requests.push(web.requests() - before);
    }
    return { requests, counts, holdings: await holdingsOf(directory, meili) };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** For each pass after how many of its requests it is killed: drawn evenly over all requests. */
function momentsOf(
  kills: number,
  expected: readonly number[],
  random: Random,
): readonly (readonly number[])[] {
  const total = expected.reduce((sum, one) => sum + one, 0);
  const drawn = Array.from({ length: kills }, () => Math.floor(random() * total)).sort(
    (a, b) => a - b,
  );
  let before = 0;
  return expected.map((requests) => {
    const from = before;
    before += requests;
    return drawn.filter((at) => at >= from && at < before).map((at) => at - from);
  });
}

function startPass(orders: Orders) {
  const script = fileURLToPath(new URL('./child.ts', import.meta.url));
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', script, JSON.stringify(orders)],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const state: { over: boolean } = { over: false };
  const ended = new Promise<number | string | null>((resolve) =>
    child.once('close', (code, signal) => {
      state.over = true;
      resolve(signal ?? code);
    }),
  );
  return {
    ended,
    /** False where it had ended by itself. */
    kill: () => !state.over && child.kill('SIGKILL'),
    /** Waits until it has asked so much, or is over. */
    async asked(enough: () => boolean): Promise<void> {
      while (!state.over && !enough()) await realTime(5);
    },
  };
}

async function holdingsOf(directory: string, meili: Orders['meili']): Promise<Holdings> {
  const config = readConfig({
    DIEMBAO_DATA: directory,
    ...(meili ? { MEILI_URL: meili.url, MEILI_KEY: meili.key } : {}),
  });
  const library = await openLibrary(config, { log: silent });
  const holdings = new Map<string, string>();
  try {
    const ids: string[] = [];
    const kept = everyItem((cursor) => library.archive.articles.list({}, cursor, 500));
    for await (const { article, revision, contentHash, withdrawnAt, original } of kept) {
      ids.push(article.id);
      const page = article.url === null ? null : await library.archive.pages.latest(article.url);
      const aliases = [...(await library.archive.articles.aliases(article.id))].sort();
      const gone = withdrawnAt === null ? 'there' : 'withdrawn';
      holdings.set(
        `article ${article.id}`,
        [revision, contentHash, gone, original, page?.bodyHash, ...aliases].join(' '),
      );
    }
    holdings.set('articles in the index', String(await library.engine.count()));
    holdings.set('of them articles', String((await library.engine.has(ids)).length));
    const { pages, articles } = await library.archive.counts();
    holdings.set('rows', `${articles} articles, ${pages} pages`);
    return holdings;
  } finally {
    await library.close();
  }
}

function compare(name: string, calm: Holdings, disturbed: Holdings): readonly string[] {
  const keys = new Set([...calm.keys(), ...disturbed.keys()]);
  return [...keys]
    .filter((key) => calm.get(key) !== disturbed.get(key))
    .map(
      (key) =>
        `${name}: ${key}: ${calm.get(key) ?? 'not there'} undisturbed, ${disturbed.get(key) ?? 'not there'} here`,
    );
}
