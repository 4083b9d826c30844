/**
 * What the crawl and the whole chain cost beside what they cannot do without: the same pages of one paper, served
 * by another process, one connection, delays off. Contenders take turns within each round, in one process.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { BasicCrawler, Configuration, log as crawleeLog, LogLevel } from '@crawlee/basic';
import { load } from 'cheerio';
import { Agent, request } from 'undici';
import { z } from 'zod';
import { openWorks } from '../app/compose.ts';
import { readConfig } from '../app/config.ts';
import { openArchive } from '../archive/index.ts';
import { systemClock } from '../core/clock.ts';
import { silent } from '../core/log.ts';
import { crawlNewspaper, openHttp } from '../crawlers/index.ts';
import type { Newspaper } from '../newspapers/define.ts';
import { loadNewspapers } from '../newspapers/index.ts';

const PAGES = 400;
const ROUNDS = 3;

const Served = z.object({ origin: z.string(), paths: z.array(z.string()), host: z.string() });

interface Contender {
  readonly name: string;
  readonly run: () => Promise<number>;
}

/** @param args number of pages, of rounds */
export default async function throughput(args: readonly string[]): Promise<void> {
  const count = Number(args[0] ?? PAGES);
  const rounds = Number(args[1] ?? ROUNDS);
  const script = fileURLToPath(new URL('./throughput/server.ts', import.meta.url));
  const server = spawn(process.execPath, ['--import', 'tsx', script, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const agent = new Agent({ connections: 1, pipelining: 1 });
  try {
    const first = await createInterface({ input: server.stdout })[Symbol.asyncIterator]().next();
    const { origin, paths, host } = Served.parse(JSON.parse(String(first.value)));
    const urls = paths.map((path) => origin + path);
    const registry = await loadNewspapers();
    const known = registry.byHost(`https://${host}/`);
    if (!known) throw new Error(`no newspaper has the host ${host}`);
    const newspaper: Newspaper = {
      ...registry.withOrigin(known, origin),
      delayMs: 0,
      discover: [{ sitemap: `${origin}/sitemap.xml` }],
    };
    const fetchText = async (url: string) =>
      (await request(url, { dispatcher: agent })).body.text();
    const contenders: readonly Contender[] = [
      {
        name: 'undici alone',
        run: async () => {
          for (const url of urls) await fetchText(url);
          return urls.length;
        },
      },
      { name: 'BasicCrawler + undici, stores nothing', run: () => basicCrawler(urls, fetchText) },
      { name: 'crawl into the archive', run: () => crawlOnce(newspaper) },
      {
        name: 'undici + cheerio.load',
        run: async () => {
          for (const url of urls) load(await fetchText(url));
          return urls.length;
        },
      },
      { name: 'the whole chain', run: () => chainOnce(newspaper) },
    ];
    const rates = await measure(contenders, count, rounds);
    report(contenders, rates, count, rounds);
  } finally {
    await agent.close();
    server.kill();
  }
}

async function basicCrawler(
  urls: readonly string[],
  fetchText: (url: string) => Promise<string>,
): Promise<number> {
  crawleeLog.setLevel(LogLevel.OFF);
  let done = 0;
  const crawler = new BasicCrawler(
    {
      requestHandler: async ({ request: { url } }) => {
        await fetchText(url);
        done += 1;
      },
      minConcurrency: 1,
      maxConcurrency: 1,
      useSessionPool: false,
    },
    new Configuration({ persistStorage: false, purgeOnStart: false, memoryMbytes: 1024 }),
  );
  await crawler.run([...urls]);
  return done;
}

async function inTemporary<T>(work: (directory: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'diembao-bench-'));
  try {
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

const crawlOnce = (newspaper: Newspaper): Promise<number> =>
  inTemporary(async (directory) => {
    const archive = await openArchive({ directory });
    const http = openHttp({ userAgent: 'DiemBao', allowPrivate: newspaper.hosts });
    const { stored } = await crawlNewspaper({
      newspaper,
      archive,
      http,
      clock: systemClock,
      log: silent,
      signal: new AbortController().signal,
      random: Math.random,
    });
    await http.close();
    await archive.close();
    return stored;
  });

const chainOnce = (newspaper: Newspaper): Promise<number> =>
  inTemporary(async (directory) => {
    const config = {
      ...readConfig({ DIEMBAO_DATA: directory }),
      allowPrivate: newspaper.hosts,
      minFreeBytes: 0,
    };
    const works = await openWorks(config, { newspapers: [newspaper], log: silent });
    await works.work();
    await works.queue.add([{ name: 'crawl', payload: { newspaper: newspaper.id } }]);
    await works.queue.idle();
    const indexed = await works.engine.count();
    await works.close();
    return indexed;
  });

/** Pages a second of each contender, one figure a round; a round before the first is not counted. */
async function measure(
  contenders: readonly Contender[],
  count: number,
  rounds: number,
): Promise<readonly (readonly number[])[]> {
  const rates = contenders.map((): number[] => []);
  for (let round = -1; round < rounds; round++) {
    for (const [c, { name, run }] of contenders.entries()) {
      const start = performance.now();
      const done = await run();
      if (done !== count) throw new Error(`${name}: ${done} of ${count} pages`);
      if (round >= 0) rates[c]?.push((count * 1000) / (performance.now() - start));
    }
  }
  return rates;
}

function report(
  contenders: readonly Contender[],
  rates: readonly (readonly number[])[],
  count: number,
  rounds: number,
): void {
  const median = rates.map((list) => [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0);
  const rateOf = (name: string) => median[contenders.findIndex((c) => c.name === name)] ?? 0;
  console.log(`${count} pages of one paper, median of ${rounds} rounds, Node ${process.version}\n`);
  console.log(`${'what'.padEnd(40)}pages/s`);
  for (const [i, { name }] of contenders.entries())
    console.log(`${name.padEnd(40)}${(median[i] ?? 0).toFixed(0).padStart(7)}`);
  const crawl = rateOf('crawl into the archive');
  const basic = rateOf('BasicCrawler + undici, stores nothing');
  const chain = rateOf('the whole chain');
  const bare = rateOf('undici + cheerio.load');
  console.log(`\ncrawl / BasicCrawler: ${(crawl / basic).toFixed(2)} (goal 0.6)`);
  console.log(`chain / undici + cheerio: ${(chain / bare).toFixed(2)} (goal 0.25)`);
}
