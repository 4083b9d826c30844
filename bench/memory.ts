/**
 * Memory of the web process over many searches, pages and API in turns, and while all of it is exported.
 * `npm run bench -- memory [--articles N] [--searches N]`
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openWorks } from '../app/compose.ts';
import { readConfig } from '../app/config.ts';
import { fillIndex } from '../app/fill-index.ts';
import type { Article } from '../core/article.ts';
import { silent } from '../core/log.ts';
import { parseQuestion } from '../indexer/question.ts';
import { newArticle } from '../parsers/new-article.ts';
import { signature } from '../parsers/signature.ts';
import { corpusArticles, syntheticArticles } from './search-data/articles.ts';
import { seeded } from './search-data/random.ts';
import { renumbered } from './search-data/renumbered.ts';

const ARTICLES = 20_000;
const SEARCHES = 10_000;
const SEED = 20261130;
const MB = 1_048_576;
const AT_ONCE = 4;
const FORMATS = ['csv', 'jsonl', 'xlsx'] as const;
/** Of the last tenth of the searches to the second one: the first warms up. */
const SEARCH_GOAL = 1.1;
/** Of an export's peak to what stood before it. */
const EXPORT_GOAL = 1.25;

function option(args: readonly string[], name: string, otherwise: number): number {
  const at = args.indexOf(name);
  return at < 0 ? otherwise : Number(args[at + 1]);
}

async function fill(directory: string, base: readonly Article[], size: number): Promise<void> {
  const works = await openWorks(readConfig({ DIEMBAO_DATA: directory }), {
    newspapers: [],
    log: silent,
  });
  try {
    for (const { id, article } of renumbered(base, size)) {
      const url = `https://example.org/${id}`;
      // Each is an article of its own, no reprint of its likes.
      const own = { ...newArticle({ ...article, url }, [url]), signature: signature([id]) };
      await works.archive.articles.put(own, '2026-01-01T00:00:00.000Z');
    }
    const { signal } = new AbortController();
    await fillIndex(works.archive, works.engine.id, works.writer, { signal });
  } finally {
    await works.close();
  }
}

/** Parts of headlines, with filters and pages now and then. */
function questionsOf(base: readonly Article[], count: number): string[] {
  const random = seeded(SEED);
  const headlines = base.flatMap(({ headline }) => (headline === null ? [] : [headline]));
  return Array.from({ length: count }, (_, i) => {
    const { units } = parseQuestion(headlines[Math.floor(random() * headlines.length)] ?? '');
    const start = Math.floor(random() * units.length);
    const text = units
      .slice(start, start + 1 + Math.floor(random() * 3))
      .map((unit) => unit.text)
      .join(' ');
    const query = new URLSearchParams({ q: text });
    if (random() < 0.25) query.append('bao', `bao-${Math.floor(random() * 34)}`);
    return `${i % 2 === 0 ? '' : 'api/v1/search'}?${query}`;
  });
}

/** Resident memory of a process, bytes. */
function residentOf(pid: number): number {
  const kb = /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  if (kb === undefined) throw new Error(`no VmRSS of ${pid}`);
  return Number(kb) * 1024;
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const mb = (bytes: number) => `${Math.round(bytes / MB)} MB`;
const verdict = (ratio: number, goal: number) =>
  `× ${ratio.toFixed(2)}, goal ${goal}: ${ratio <= goal ? 'reached' : 'NOT REACHED'}`;

async function searches(url: string, pid: number, questions: readonly string[]): Promise<void> {
  const resident: number[] = [];
  let next = 0;
  let refused = 0;
  const ask = async () => {
    while (next < questions.length) {
      const answer = await fetch(`${url}${questions[next++]}`);
      await answer.arrayBuffer();
      if (answer.status >= 500) throw new Error(`${answer.url}: ${answer.status}`);
      if (answer.status >= 400) refused += 1;
      resident.push(residentOf(pid));
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  const seconds = (performance.now() - started) / 1_000;
  const tenth = Math.max(1, Math.floor(resident.length / 10));
  const medians = Array.from({ length: 10 }, (_, i) =>
    median(resident.slice(i * tenth, (i + 1) * tenth)),
  );
  console.log(
    `  ${resident.length} searches in ${seconds.toFixed(0)} s (${refused} refused), resident memory by tenths: ${medians.map(mb).join(', ')}`,
  );
  const ratio = (medians[9] ?? 0) / (medians[1] ?? 1);
  console.log(`  last tenth to second: ${verdict(ratio, SEARCH_GOAL)}`);
}

async function exported(url: string, pid: number): Promise<void> {
  for (const format of FORMATS) {
    const before = residentOf(pid);
    let peak = before;
    let bytes = 0;
    const started = performance.now();
    const answer = await fetch(`${url}export?format=${format}`);
    if (!answer.ok || answer.body === null) throw new Error(`export: ${answer.status}`);
    for await (const chunk of answer.body) {
      bytes += chunk.length;
      peak = Math.max(peak, residentOf(pid));
    }
    const seconds = (performance.now() - started) / 1_000;
    console.log(
      `  export ${format}: ${answer.headers.get('x-total-count')} articles, ${mb(bytes)} in ${seconds.toFixed(0)} s, ${mb(before)} before, peak ${mb(peak)}: ${verdict(peak / before, EXPORT_GOAL)}`,
    );
  }
}

export default async function bench(args: readonly string[]): Promise<void> {
  const sets: [string, readonly Article[]][] = [];
  const corpus = corpusArticles();
  if (corpus === null) {
    console.log('not run: the corpora (DIEMBAO_CORPUS is not set)');
    sets.push(['synthetic', syntheticArticles()]);
  } else sets.push(['corpora', corpus]);
  for (const [name, base] of sets) {
    const size = option(args, '--articles', ARTICLES);
    const directory = mkdtempSync(join(tmpdir(), 'diembao-bench-'));
    try {
      console.log(`${name}: ${size} articles from ${base.length}, Node ${process.version}`);
      await fill(directory, base, size);
      const file = fileURLToPath(new URL('./web/server.ts', import.meta.url));
      const child = spawn(process.execPath, ['--import', 'tsx', file], {
        env: { ...process.env, DIEMBAO_DATA: directory, MEILI_URL: '', REDIS_URL: '' },
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      const ended = once(child, 'exit');
      try {
        const [url] = await once(createInterface({ input: child.stdout }), 'line');
        const pid = child.pid ?? 0;
        await searches(url, pid, questionsOf(base, option(args, '--searches', SEARCHES)));
        await exported(url, pid);
      } finally {
        child.stdin.end();
        await ended;
      }
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  }
}
