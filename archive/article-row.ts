/** An article as it is stored and as it is given. */
import type { Article } from '../core/article.ts';
import { vietnamDay } from '../core/clock.ts';
import { applyCorrections, type StoredCorrection } from '../core/corrections.ts';
import type { StoredArticle } from './port.ts';
import { unpackRecord } from './record.ts';
import type { ArticlesTable } from './tables.ts';

export const STORED_COLUMNS = [
  'seq',
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

type Row = Omit<Pick<ArticlesTable, (typeof STORED_COLUMNS)[number]>, 'seq'> & {
  readonly seq: number;
};

export function storedArticle(row: Row, corrections: readonly StoredCorrection[]): StoredArticle {
  return {
    ...applyCorrections(unpackRecord(row.record, row.id), corrections),
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
