/** Synthetic stored articles and the files that are made of them. */

import type { FormatName } from '../../../app/export/format.ts';
import type { FoundArticles } from '../../../app/export/found-articles.ts';
import { exportFound } from '../../../app/export/open-export.ts';
import type { StoredArticle } from '../../../archive/port.ts';
import { type Article, SCHEMA_VERSION } from '../../../core/article.ts';

export const CLOCK = { now: () => new Date('2026-11-25T01:00:00Z'), sleep: async () => undefined };

export function stored(
  id: string,
  article: Partial<Article> = {},
  beside: Partial<Omit<StoredArticle, 'article'>> = {},
): StoredArticle {
  return {
    article: {
      id,
      externalId: null,
      url: `https://bao.test/${id}`,
      newspaper: 'bao',
      section: null,
      headline: `Tin ${id}`,
      sapo: null,
      authors: [],
      tags: [],
      language: 'vi',
      publishedAt: '2023-05-26T08:00:00+07:00',
      updatedAt: null,
      publishedPrecision: 'minute',
      blocks: [{ type: 'paragraph', text: 'Chợ quê đông vui.' }],
      captions: [],
      quotes: [],
      dates: [],
      places: [],
      mainPlaces: [],
      people: [],
      conferences: [],
      stamps: {
        schema: SCHEMA_VERSION,
        parser: 'p',
        spec: null,
        vietnamese: 'v',
        sources: {},
        missing: {},
      },
      ...article,
    },
    corrections: [],
    revision: 1,
    pageId: null,
    fetchedAt: '2023-05-26T03:15:00.000Z',
    createdAt: '2023-05-26T03:15:00.000Z',
    contentHash: 'hash',
    original: null,
    withdrawnAt: null,
    ...beside,
  };
}

export function found(
  articles: AsyncIterable<StoredArticle> | Iterable<StoredArticle>,
  total: number,
): FoundArticles {
  async function* each() {
    yield* articles;
  }
  return {
    answer: {
      understood: {
        text: 'chợ quê',
        units: ['chợ quê'],
        without: [],
        filters: { from: '2023-05-01' },
        exactOnly: false,
        decoded: null,
      },
      total,
      loosened: null,
      sort: 'newest',
    },
    articles: each(),
  };
}

export const PARTS = {
  clock: CLOCK,
  label: (_: string, value: string) => (value === 'bao' ? 'Báo Thử' : null),
};

export async function bytesOf(
  format: FormatName,
  articles: readonly StoredArticle[],
  total = articles.length,
): Promise<Buffer> {
  const made = exportFound(PARTS, found(articles, total), { format });
  const chunks: Uint8Array[] = [];
  for await (const chunk of made.bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Rows by RFC 4180, read strictly; throws where a quote stands astray. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const match = field.exec(text);
    if (match === null) throw new Error(`no field at ${at}: ${text.slice(at, at + 40)}`);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] !== '\r\n') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
