/** An article as it is stored and as it is given. */
import type { Article } from '../core/article.ts';
import { vietnamDay } from '../core/clock.ts';
import type { StoredArticle } from './port.ts';
import { unpackRecord } from './record.ts';
import type { ArticlesTable } from './tables.ts';

export const STORED_COLUMNS = [
  'id',
  'revision',
  'page_id',
  'fetched_at',
  'created_at',
  'content_hash',
  'original',
  'withdrawn_at',
  'record',
] as const satisfies readonly (keyof ArticlesTable)[];

export function storedArticle(
  row: Pick<ArticlesTable, (typeof STORED_COLUMNS)[number]>,
): StoredArticle {
  return {
    article: unpackRecord(row.record, row.id),
    revision: row.revision,
    pageId: row.page_id,
    fetchedAt: row.fetched_at,
    createdAt: row.created_at,
    contentHash: row.content_hash,
    original: row.original,
    withdrawnAt: row.withdrawn_at,
  };
}

/** The columns that are asked for by name. */
export function describingColumns(article: Article) {
  const instant = article.publishedAt === null ? null : new Date(article.publishedAt);
  return {
    newspaper: article.newspaper,
    url: article.url,
    headline: article.headline,
    published: instant === null ? '' : instant.toISOString(),
    published_day: instant === null ? null : vietnamDay(instant),
  };
}
