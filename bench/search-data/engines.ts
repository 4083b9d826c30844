/** What is measured: our search on each engine, and a Meilisearch with nothing but its defaults. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Meilisearch } from 'meilisearch';
import { z } from 'zod';
import { search } from '../../app/search.ts';
import type { StoredArticle } from '../../archive/port.ts';
import type { Article } from '../../core/article.ts';
import { silent } from '../../core/log.ts';
import type { SearchDocument } from '../../core/search.ts';
import { toDocument } from '../../indexer/document.ts';
import type { SearchEngine } from '../../indexer/engine.ts';
import { openEmbeddedEngine } from '../../indexer/engines/embedded.ts';
import { openMeilisearchEngine } from '../../indexer/engines/meilisearch.ts';
import { meiliAvailable, meiliServer } from '../../test/indexer/meili-server.ts';

export const DEFAULTS = "Meilisearch's defaults";

export interface Answered {
  readonly ids: readonly string[];
  readonly total: number;
  readonly loosened: null | 'words' | 'most';
  readonly units: readonly string[];
}

export interface Contender {
  readonly name: string;
  /** The first ten hits. */
  ask(question: string, exactOnly?: boolean): Promise<Answered>;
}

/** Our search over one engine. */
export function ours(engine: SearchEngine, articles: readonly Article[]): Contender {
  const stored = new Map(articles.map((article) => [article.id, storedOf(article)]));
  const archive = {
    articles: {
      getMany: async (ids: readonly string[]) => ids.flatMap((id) => stored.get(id) ?? []),
    },
  };
  return {
    name: engine.id,
    ask: async (text, exactOnly = false) => {
      const answer = await search(
        { engine, archive },
        { text, exactOnly, pageSize: 10, facets: [] },
      );
      return {
        ids: answer.hits.map(({ id }) => id),
        total: answer.total,
        loosened: answer.loosened,
        units: answer.understood.units,
      };
    },
  };
}

export function storedOf(article: Article): StoredArticle {
  return {
    article,
    corrections: [],
    revision: 1,
    pageId: null,
    fetchedAt: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    contentHash: '',
    original: null,
    withdrawnAt: null,
  };
}

const Hits = z.object({ hits: z.array(z.object({ id: z.string() })), estimatedTotalHits: z.int() });

async function defaults(
  url: string,
  key: string | null,
  articles: readonly Article[],
): Promise<Contender> {
  const client = new Meilisearch({ host: url, ...(key === null ? {} : { apiKey: key }) });
  const uid = `bench_defaults_${process.pid}`;
  const documents = articles.map((article) => ({
    id: article.id,
    title: article.headline,
    sapo: article.sapo,
    body: article.blocks.map((block) => block.text).join('\n'),
  }));
  for (let at = 0; at < documents.length; at += 1_000) {
    await client
      .index(uid)
      .addDocuments(documents.slice(at, at + 1_000), { primaryKey: 'id' })
      .waitTask({ timeout: 600_000 });
  }
  return {
    name: DEFAULTS,
    ask: async (text) => {
      const answer = Hits.parse(
        await client.index(uid).search(text, { limit: 10, attributesToRetrieve: ['id'] }),
      );
      return {
        ids: answer.hits.map(({ id }) => id),
        total: answer.estimatedTotalHits,
        loosened: null,
        units: [],
      };
    },
  };
}

export async function fill(
  engine: SearchEngine,
  documents: readonly SearchDocument[],
): Promise<void> {
  await engine.ensure();
  for (let at = 0; at < documents.length; at += 500)
    await engine.put(documents.slice(at, at + 500));
}

export interface Opened {
  readonly contenders: readonly Contender[];
  close(): Promise<void>;
}

/** Each engine filled with the articles; prints a line for one that is not there. */
export async function openContenders(articles: readonly Article[]): Promise<Opened> {
  const documents = articles.map((article) => toDocument({ article, original: null }));
  const directory = mkdtempSync(join(tmpdir(), 'diembao-bench-'));
  const embedded = openEmbeddedEngine({ file: join(directory, 'index.db') });
  await fill(embedded, documents);
  const contenders = [ours(embedded, articles)];
  const closing = [
    () => embedded.close(),
    async () => rmSync(directory, { recursive: true, force: true }),
  ];
  if (meiliAvailable()) {
    const server = await meiliServer();
    closing.unshift(() => server.stop());
    const { url, key } = server;
    const engine = openMeilisearchEngine({ url, key, index: `bench_${process.pid}`, log: silent });
    await fill(engine, documents);
    contenders.push(ours(engine, articles), await defaults(url, key, articles));
  } else {
    console.log('not run: Meilisearch (no MEILI_URL, no meilisearch program on the PATH)');
  }
  return {
    contenders,
    close: async () => {
      for (const close of closing) await close();
    },
  };
}
