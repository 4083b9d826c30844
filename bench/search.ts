/**
 * What search costs: answers with facets, filters and highlighting over many re-dated articles, how fast
 * the index takes them, and its size on disk.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Meilisearch } from 'meilisearch';
import { search } from '../app/search.ts';
import { silent } from '../core/log.ts';
import type { SearchRequest } from '../core/search.ts';
import { toDocument } from '../indexer/document.ts';
import type { SearchEngine } from '../indexer/engine.ts';
import { openEmbeddedEngine } from '../indexer/engines/embedded.ts';
import { recordOf } from '../indexer/engines/meilisearch/records.ts';
import { SETTINGS } from '../indexer/engines/meilisearch/settings.ts';
import { openMeilisearchEngine } from '../indexer/engines/meilisearch.ts';
import { IN_FLIGHT } from '../indexer/pace.ts';
import { openIndexWriter } from '../indexer/writer.ts';
import { meiliAvailable, meiliServer } from '../test/indexer/meili-server.ts';
import { corpusArticles, syntheticArticles } from './search-data/articles.ts';
import { storedOf } from './search-data/engines.ts';
import { atLeast, atMost } from './search-data/goal.ts';
import { quantile, summary } from './search-data/quantiles.ts';
import { drawQuestions } from './search-data/questions.ts';
import { seeded } from './search-data/random.ts';
import { openRaw } from './search-data/raw-requests.ts';
import { type Numbered, renumbered } from './search-data/renumbered.ts';
import { drawFilters } from './search-data/side-filters.ts';

const SIZE = 100_000;
const QUESTIONS = 500;
const SEED = 20261124;

const bytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).blocks * 512, 0);

/** Through the one writer, as the jobs do. @returns documents a second */
async function load(engine: SearchEngine, articles: readonly Numbered[]): Promise<number> {
  const byId = new Map(articles.map(({ id, article }) => [id, article]));
  await engine.ensure();
  let preparing = 0;
  const writer = openIndexWriter({
    engine,
    load: async (ids) => {
      const started = performance.now();
      const documents = ids.flatMap((id) => {
        const article = byId.get(id);
        return article ? [toDocument({ article, original: null })] : [];
      });
      preparing += performance.now() - started;
      return documents;
    },
    done: async () => undefined,
    inFlight: IN_FLIGHT[engine.id],
  });
  const started = performance.now();
  // As app/fill-index.ts hands them over.
  const underWay: Promise<unknown>[] = [];
  for (let at = 0; at < articles.length; at += 1_000) {
    underWay.push(Promise.all(articles.slice(at, at + 1_000).map(({ id }) => writer.add(id, 1))));
    if (underWay.length >= 4) await underWay.shift();
  }
  await Promise.all(underWay);
  await writer.close();
  const seconds = (performance.now() - started) / 1_000;
  console.log(
    `  ${articles.length} documents in ${seconds.toFixed(0)} s: ${(articles.length / seconds).toFixed(0)}/s, of that ${(preparing / 10 / seconds).toFixed(0)} % making key texts`,
  );
  return articles.length / seconds;
}

/** The engine's own pace: the same records in batches of 500, all sent, the last task waited for. @returns documents a second */
async function loadRaw(
  { url, key }: { readonly url: string; readonly key: string | null },
  articles: readonly Numbered[],
): Promise<number> {
  const client = new Meilisearch({ host: url, ...(key === null ? {} : { apiKey: key }) });
  const uid = `bench_raw_${process.pid}`;
  const index = client.index(uid);
  await client.createIndex(uid, { primaryKey: 'id' }).waitTask();
  await index.updateSettings(SETTINGS).waitTask({ timeout: 0 });
  const started = performance.now();
  for (let at = 0; at < articles.length; at += 500) {
    const records = articles
      .slice(at, at + 500)
      .map(({ article }) => recordOf(toDocument({ article, original: null })));
    const sent = index.addDocuments(records);
    if (at + 500 >= articles.length) await sent.waitTask({ timeout: 0 });
    else await sent;
  }
  const pace = articles.length / ((performance.now() - started) / 1_000);
  await client.deleteIndex(uid).waitTask({ timeout: 0 });
  return pace;
}

/** Of the embedded engine; Meilisearch is held against itself. */
const GOALS = [
  { q: 0.5, ms: 30 },
  { q: 0.95, ms: 120 },
  { q: 1, ms: 400 },
];

async function latency(
  engine: SearchEngine,
  articles: readonly Numbered[],
  questions: readonly string[],
  raw: ((body: unknown) => Promise<number>) | null,
): Promise<void> {
  const byId = new Map(articles.map(({ id, article }) => [id, article]));
  const getMany = async (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const article = byId.get(id);
      return article ? [storedOf(article)] : [];
    });
  let last: SearchRequest | null = null;
  const onRequest = (request: SearchRequest) => {
    last = request;
  };
  const parts = { engine, archive: { articles: { getMany } }, onRequest };
  const random = seeded(SEED + 7);
  const newspapers = [
    ...new Set(articles.slice(0, 34).flatMap((one) => one.article.newspaper ?? [])),
  ];
  const times: number[] = [];
  const bare: number[] = [];
  const loose: number[] = [];
  for (const [i, text] of questions.entries()) {
    const filters = drawFilters(newspapers, random);
    const started = performance.now();
    const answer = await search(parts, { text, filters });
    const ms = performance.now() - started;
    if (i < 5) continue;
    times.push(ms);
    if (answer.loosened) loose.push(ms);
    if (raw && last) bare.push(await raw(engine.explain(last)));
  }
  console.log(`  ${times.length} questions: ${summary(times)}`);
  if (loose.length > 0) console.log(`  of them ${loose.length} loosened: ${summary(loose)}`);
  if (raw) console.log(`  the same federated request alone: ${summary(bare)}`);
  for (const goal of GOALS) {
    const what = `p${goal.q * 100}`.replace('p100', 'worst');
    if (raw && goal.q === 1) continue;
    const most = raw ? 1.3 * quantile(bare, goal.q) + 10 : goal.ms;
    console.log(atMost(what, quantile(times, goal.q), most, 'ms'));
  }
  const misspelt = questions.slice(0, 60).map((text) => `${text} xqzkj ${text.slice(0, 3)}w`);
  const lost: number[] = [];
  for (const text of misspelt) {
    const started = performance.now();
    await search(parts, { text });
    lost.push(performance.now() - started);
  }
  console.log(`  ${lost.length} with words that stand nowhere: ${summary(lost)}`);
}

function option(args: readonly string[], name: string, otherwise: number): number {
  const at = args.indexOf(name);
  return at < 0 ? otherwise : Number(args[at + 1]);
}

export default async function bench(args: readonly string[]): Promise<void> {
  const corpus = corpusArticles();
  if (corpus === null) console.log('not run: the corpora (DIEMBAO_CORPUS is not set)');
  const base = corpus ?? syntheticArticles();
  const articles = renumbered(base, option(args, '--size', SIZE));
  console.log(`${articles.length} articles from ${base.length}, Node ${process.version}`);

  const directory = mkdtempSync(join(tmpdir(), 'diembao-bench-'));
  const embedded = openEmbeddedEngine({ file: join(directory, 'index.db') });
  let questions: readonly string[] = [];
  try {
    console.log('embedded');
    await load(embedded, articles);
    console.log(
      `  ${(bytesIn(directory) / articles.length / 1024).toFixed(1)} KB a document on disk`,
    );
    questions = await drawQuestions(embedded, base, QUESTIONS, SEED, articles.length);
    await latency(embedded, articles, questions, null);
  } finally {
    await embedded.close();
    rmSync(directory, { recursive: true, force: true });
  }
  if (!meiliAvailable()) {
    console.log('not run: Meilisearch (no MEILI_URL, no meilisearch program on the PATH)');
    return;
  }
  const fewer = articles.slice(0, option(args, '--meili-size', articles.length));
  if (fewer.length === 0) return;
  const server = await meiliServer();
  try {
    console.log(`meilisearch, ${fewer.length} articles`);
    const { url, key } = server;
    const engine = openMeilisearchEngine({ url, key, index: `bench_${fewer.length}`, log: silent });
    await engine.ensure();
    // Of an earlier run, on a server that goes on.
    if ((await engine.count()) === fewer.length) console.log('  not run: loading; all are there');
    else {
      const own = await load(engine, fewer);
      const bare = await loadRaw(server, fewer);
      console.log(`  raw addDocuments: ${bare.toFixed(0)}/s`);
      console.log(atLeast('our writer × raw', own / bare, 0.9));
    }
    await latency(engine, fewer, questions, openRaw(server));
  } finally {
    await server.stop();
  }
}
