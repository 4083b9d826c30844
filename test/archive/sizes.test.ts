/** Many rows, and a disk that is full. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { articles } from '../../archive/articles.ts';
import { openDatabase } from '../../archive/database.ts';
import { openArchive } from '../../archive/index.ts';
import { migrate } from '../../archive/migrate.ts';
import { pages } from '../../archive/pages.ts';
import { faults } from '../../archive/soundness.ts';
import { codeOf } from '../../core/errors.ts';
import { sha256 } from '../../core/ids.ts';
import { openSqlite } from '../../core/sqlite.ts';
import { at, input, rawPage, record } from '../contracts/archive-samples.ts';
import { newDirectory } from './worlds.ts';

it('ten thousand articles are stored, and paged through without loss or double', async () => {
  const archive = await openArchive({ file: ':memory:' });
  const count = 10_000;
  for (let i = 0; i < count; i++) {
    // Many share a date, some have none.
    const day = String(1 + (i % 28)).padStart(2, '0');
    const publishedAt = i % 100 === 0 ? null : `2026-01-${day}T08:00:00+07:00`;
    await archive.articles.put(input(record(`a${i}`, { publishedAt })), at(1));
  }
  const seen = new Set<string>();
  const days: string[] = [];
  let cursor: string | null = null;
  let stored = 0;
  do {
    const slice = await archive.articles.list({}, cursor, 997);
    for (const { article } of slice.items) {
      seen.add(article.id);
      days.push(article.publishedAt ?? '');
    }
    // Newer ones that come meanwhile are not seen and shift nothing.
    const meanwhile = record(`m${stored++}`, { publishedAt: '2026-02-01T08:00:00+07:00' });
    await archive.articles.put(input(meanwhile), at(2));
    cursor = slice.next;
  } while (cursor !== null);
  expect(seen.size).toBe(count);
  expect(days).toHaveLength(count);
  expect(days).toEqual(days.toSorted().reverse());
  await archive.close();
});

it('finds by index what it is asked for at a million rows', () => {
  const db = openSqlite(':memory:');
  migrate(db);
  const plan = (query: string) =>
    db
      .prepare(`EXPLAIN QUERY PLAN ${query}`)
      .all()
      .map((row) => String(row.detail))
      .join('; ');
  const queries = [
    "SELECT id FROM pages WHERE url = 'u' AND newest = 1",
    "SELECT id FROM pages WHERE newest = 1 AND newspaper = 'n' AND parsed_by = 's' AND id > 1 ORDER BY id LIMIT 9",
    "SELECT min(parsed_by) FROM pages WHERE newest = 1 AND newspaper = 'n' AND parsed_by > 's'",
    "SELECT min(version) FROM index_state WHERE index_id = 1 AND version > 'v'",
    "SELECT article FROM index_state WHERE index_id = 1 AND version = 'v' ORDER BY article LIMIT 9",
    "SELECT * FROM articles WHERE (published, seq) < ('p', 1) ORDER BY published DESC, seq DESC LIMIT 9",
    "SELECT * FROM articles WHERE newspaper = 'n' AND (published, seq) < ('p', 1) ORDER BY published DESC, seq DESC LIMIT 9",
    'SELECT article FROM bands WHERE hash IN (1, 2) AND day >= 1 AND day <= 9',
    "SELECT url FROM urls WHERE newspaper = 'n' AND kind = 'k' AND backfill IS NULL AND due_at <= 'd' AND first_fetched_at IS NULL AND dated_at >= 'd' ORDER BY dated_at DESC, rowid LIMIT 9",
    "SELECT url FROM urls WHERE newspaper = 'n' AND kind = 'k' AND backfill IS NULL AND due_at <= 'd' AND first_fetched_at IS NULL AND dated_at < 'd' ORDER BY dated_at DESC, rowid LIMIT 9",
    "SELECT url FROM urls WHERE newspaper = 'n' AND kind = 'k' AND backfill = 1 AND due_at <= 'd' AND first_fetched_at IS NULL AND dated_at < 'd' ORDER BY dated_at DESC, rowid LIMIT 9",
    "SELECT due_at FROM urls WHERE newspaper = 'n' AND kind = 'k' AND backfill IS NULL AND due_at IS NOT NULL AND first_fetched_at IS NOT NULL ORDER BY due_at LIMIT 1",
    "SELECT count(*) FROM urls WHERE backfill = 1 AND kind = 'article' AND due_at IS NOT NULL",
    "SELECT seq FROM articles WHERE published_day = '2026-01-01'",
  ];
  for (const query of queries) {
    expect(plan(query)).toMatch(/^SEARCH /);
    expect(plan(query)).not.toContain('USE TEMP B-TREE');
  }
});

it('a full disk is a named error, and loses nothing that was stored', async () => {
  const directory = newDirectory();
  const sqlite = openSqlite(join(directory, 'archive.db'));
  migrate(sqlite);
  sqlite.exec(`PRAGMA max_page_count = ${Number(sqlite.pragma('page_count')) + 20}`);
  const db = openDatabase(sqlite);
  const random = Buffer.concat(
    Array.from({ length: 7000 }, (_, i) => Buffer.from(sha256(`${i}`), 'hex')),
  );
  const { put, latest } = pages(db, null);
  await put('baotinh', rawPage('small', 'một'));
  const codes: string[] = [];
  for (let i = 0; i < 40; i++) {
    const sapo = Array.from({ length: 2000 }, (_, n) => (n * 7919 * (i + 1)) % 9973).join(' ');
    const one = input(record(`a${i}`, { sapo }));
    codes.push(
      await articles(db, { newId: String, rejoin: null, officialsOf: () => [] })
        .put(one, at(1))
        .then(() => 'stored', codeOf),
    );
  }
  expect(codes).toContain('disk-full');
  const big = put('baotinh', rawPage('big', '', { body: random }));
  expect(await big.then(() => 'stored', codeOf)).toBe('disk-full');
  expect(await latest(rawPage('big', '').url)).toBeNull();
  const stored = codes.filter((code) => code === 'stored').length;
  expect(stored).toBeGreaterThan(0);
  expect(await articles(db, { newId: String, rejoin: null, officialsOf: () => [] }).count()).toBe(
    stored,
  );
  expect(await faults(db)).toEqual([]);
  // Space again: what failed succeeds.
  sqlite.exec('PRAGMA max_page_count = 100000');
  await put('baotinh', rawPage('big', '', { body: random }));
  expect((await latest(rawPage('big', '').url))?.body).toEqual(new Uint8Array(random));
  sqlite.close();
  rmSync(directory, { recursive: true });
});
