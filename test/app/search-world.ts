/** synthetic: many small articles in an engine, and an archive that only answers for them. */
import type { StoredArticle } from '../../archive/port.ts';
import type { Article, Conference, Person, PlaceMention } from '../../core/article.ts';
import { silent } from '../../core/log.ts';
import { toDocument } from '../../indexer/document.ts';
import type { SearchEngine } from '../../indexer/engine.ts';
import { openEmbeddedEngine } from '../../indexer/engines/embedded.ts';
import { openMeilisearchEngine } from '../../indexer/engines/meilisearch.ts';
import { meiliServer } from '../indexer/meili-server.ts';

export function article(id: string, change: Partial<Article> = {}): Article {
  return {
    id,
    externalId: null,
    url: `https://example.org/${id}`,
    newspaper: 'bao-a',
    section: null,
    headline: null,
    sapo: null,
    authors: [],
    tags: [],
    language: 'vi',
    publishedAt: '2023-05-26T08:00:00+07:00',
    updatedAt: null,
    publishedPrecision: 'minute',
    blocks: [],
    captions: [],
    quotes: [],
    dates: [],
    places: [],
    mainPlaces: [],
    people: [],
    conferences: [],
    stamps: { schema: 1, parser: '1', spec: null, vietnamese: '1', sources: {}, missing: {} },
    ...change,
  };
}

export const official = (name: string, title: string): Person => ({
  name,
  mention: null,
  honorific: null,
  rank: null,
  degree: null,
  offices: [{ title, former: false, organisation: null, place: null }],
  official: true,
  roles: [],
  evidence: [],
});

export const place = (code: string, ...today: string[]): PlaceMention => ({
  paragraph: 0,
  start: 0,
  end: 1,
  text: 'x',
  level: code.length === 2 ? 'province' : code.length === 3 ? 'district' : 'commune',
  code,
  path: [null, null, null],
  today: today.map((one) => ({ code: one, path: [null, null, null], partial: false })),
  candidates: [],
});

export const conference = (change: Partial<Conference> = {}): Conference => ({
  name: 'hội nghị sơ kết',
  kind: 'so-ket',
  occasion: null,
  organiser: null,
  level: null,
  term: null,
  date: null,
  place: null,
  chairs: [],
  speakers: [],
  status: 'held',
  main: true,
  evidence: [],
  ...change,
});

export function stored(one: Article, change: Partial<StoredArticle> = {}): StoredArticle {
  return {
    article: one,
    corrections: [],
    revision: 1,
    pageId: null,
    fetchedAt: null,
    createdAt: '2023-05-26T02:00:00.000Z',
    contentHash: '',
    original: null,
    withdrawnAt: null,
    ...change,
  };
}

export interface SearchWorld {
  readonly engine: SearchEngine;
  readonly archive: {
    readonly articles: { getMany(ids: readonly string[]): Promise<readonly StoredArticle[]> };
  };
  close(): Promise<void>;
}

async function engineOf(
  id: SearchEngine['id'],
): Promise<{ engine: SearchEngine; stop: () => Promise<void> }> {
  if (id === 'embedded')
    return { engine: openEmbeddedEngine({ file: ':memory:' }), stop: async () => undefined };
  const { url, key, stop } = await meiliServer();
  const index = `test_app_${process.pid}`;
  return { engine: openMeilisearchEngine({ url, key, index, log: silent }), stop };
}

export async function openSearchWorld(
  id: SearchEngine['id'],
  articles: readonly StoredArticle[],
): Promise<SearchWorld> {
  const { engine, stop } = await engineOf(id);
  await engine.ensure();
  await engine.clear();
  await engine.put(articles.map(toDocument));
  const byId = new Map(articles.map((one) => [one.article.id, one]));
  return {
    engine,
    archive: {
      articles: { getMany: async (ids) => ids.flatMap((one) => byId.get(one) ?? []) },
    },
    close: async () => {
      await engine.close();
      await stop();
    },
  };
}
