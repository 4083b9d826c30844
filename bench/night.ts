/**
 * Thirty nights over forty papers of all CMS families, on a web that changes, breaks, lies and refuses. The clock
 * is simulated; requests, pages, archive, reader and index are real.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type KillOptions, killed } from './night/kill.ts';
import { MOST_PAPERS } from './night/papers.ts';
import { type NightFigures, type SimulationOptions, simulate } from './night/simulate.ts';

/**
 * `--nights N --papers N --first N --articles N`: smaller, and with which of the forty it begins (0). `--only nights` or `--only kills`: one part. `--kills N`, `--seed N`.
 */
export default async function night(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      nights: { type: 'string', default: '30' },
      papers: { type: 'string', default: String(MOST_PAPERS) },
      first: { type: 'string', default: '0' },
      articles: { type: 'string', default: '25' },
      kills: { type: 'string', default: '20' },
      seed: { type: 'string', default: String(Date.now() % 100_000) },
      only: { type: 'string' },
      timeout: { type: 'string', default: '10000' },
    },
  });
  const nights = Number(values.nights);
  const papers = Math.min(Number(values.papers), MOST_PAPERS);
  const articles = Number(values.articles);
  console.log(`Node ${process.versions.node}, ${cpus().length} cores`);
  if (values.only !== 'kills')
    await manyNights({
      nights,
      papers,
      first: Number(values.first),
      articles,
      timeoutMs: Number(values.timeout),
    });
  if (values.only !== 'nights')
    await manyKills({
      papers: Math.min(papers, KILL_PAPERS),
      nights: Math.min(nights, KILL_NIGHTS),
      articles: Math.min(articles, KILL_ARTICLES),
      kills: Number(values.kills),
      seed: Number(values.seed),
    });
}

/** The part with kills is smaller: each pass is a process of its own. */
const KILL_PAPERS = 8;
const KILL_NIGHTS = 4;
const KILL_ARTICLES = 8;

async function manyKills(size: Omit<KillOptions, 'say'>): Promise<void> {
  console.log(
    `\nkill -9 at ${size.kills} random moments, seed ${size.seed}: ${size.papers} papers, ${size.nights} nights, ${size.articles} articles each`,
  );
  const started = performance.now();
  const result = await killed({
    ...size,
    say: (line) => console.log(line),
  });
  const restarts = (name: string, count: number | null) =>
    count === null ? `not run: ${name} is not here` : `${name} restarted ${count} times`;
  console.log(restarts('Redis', result.redisRestarts));
  console.log(restarts('Meilisearch', result.meiliRestarts));
  console.log(
    `killed ${result.killed} times; ${result.articles} holdings, different from the undisturbed run: ${result.differences.length} (${((performance.now() - started) / 60_000).toFixed(1)} minutes)`,
  );
  for (const line of result.differences.slice(0, 20)) console.log(`  ${line}`);
  if (result.differences.length > 0) process.exitCode = 1;
}

async function manyNights(size: Omit<SimulationOptions, 'onNight'>): Promise<void> {
  console.log(`${size.papers} papers, ${size.articles} articles each, ${size.nights} nights`);
  console.log('night | new | requests | budget | faults said | RSS MB | s');
  const started = performance.now();
  const result = await simulate({
    ...size,
    onNight: printNight,
  });
  const { archive, unchanged, offences } = result;
  console.log(
    `\n${((performance.now() - started) / 60_000).toFixed(1)} minutes, ${result.requests} requests`,
  );
  console.log(
    `published ${archive.published}, archived ${archive.archived}, indexed ${result.indexed}: lost ${archive.lost.length}, doubled ${archive.doubled.length}, not as served last ${archive.wrong.length}`,
  );
  for (const line of [...archive.lost, ...archive.doubled, ...archive.wrong].slice(0, 20))
    console.log(`  ${line}`);
  console.log(
    `against robots.txt, outside the specs, two at once: ${offences.length}; unchanged sources asked ${unchanged.asked} times, the largest answer ${unchanged.largest} bytes (goal 1,024)`,
  );
  for (const line of offences.slice(0, 20)) console.log(`  ${line}`);
  if (archive.lost.length + archive.doubled.length + archive.wrong.length + offences.length > 0)
    process.exitCode = 1;
  const all = result.nights;
  const sum = (of: (figures: NightFigures) => number) => all.reduce((n, one) => n + of(one), 0);
  console.log(
    `requests ${sum((one) => one.requests)} of ${sum((one) => one.budget)} (goal ≤ + 5 %); paper-nights over it: ${sum((one) => one.overdrawn.length)}, ${sum((one) => one.overdrawn.filter(({ requests, budget, failed }) => requests - failed <= budget).length)} of them because the server failed and was asked again`,
  );
  console.log(
    `faults planted ${sum((one) => one.planted)}, not said ${sum((one) => one.missing.length)}, said and not planted ${sum((one) => one.unasked.length)}`,
  );
  const rss = [5, 15, 30].flatMap((n) => {
    const figures = all.find((one) => one.night === n);
    return figures ? [`${n}: ${(figures.rssBytes / 1e6).toFixed(0)} MB`] : [];
  });
  console.log(`memory after nights ${rss.join(', ') || 'not run: fewer than five nights'}`);
}

function printNight(figures: NightFigures): void {
  const { night: n, created, requests, budget, planted, missing, unasked } = figures;
  console.log(
    `${n} | ${created} | ${requests} | ${budget} | ${planted - missing.length} of ${planted} | ${(figures.rssBytes / 1e6).toFixed(0)} | ${figures.seconds.toFixed(1)}`,
  );
  for (const line of missing) console.log(`    not said: ${line}`);
  for (const line of unasked) console.log(`    not planted: ${line}`);
  for (const one of figures.overdrawn)
    console.log(
      `    ${one.paper}: ${one.requests} requests, budget ${one.budget}; failed ${one.failed}; sources ${one.sources}; ${one.extra.slice(0, 4).join(', ')}`,
    );
}
