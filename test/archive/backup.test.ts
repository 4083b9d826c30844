import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openArchive, restoreBackup } from '../../archive/index.ts';
import { codeOf } from '../../core/errors.ts';
import { openSqlite } from '../../core/sqlite.ts';
import { at, input, record } from '../contracts/archive-samples.ts';
import { newDirectory } from './worlds.ts';

let directory: string;
beforeEach(() => {
  directory = newDirectory();
});
afterEach(() => rmSync(directory, { recursive: true }));
const path = (name: string) => join(directory, name);

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'resolved',
    (error: unknown) => codeOf(error),
  );

async function archiveWith(name: string, ...articles: string[]) {
  const archive = await openArchive({ directory: path(name) });
  for (const article of articles) await archive.articles.put(input(record(article)), at(1));
  return archive;
}

async function headlines(name: string) {
  const archive = await openArchive({ directory: path(name) });
  const { items } = await archive.articles.list({}, null, 100);
  await archive.close();
  return items.map((item) => item.article.headline).sort();
}

it('copies an archive in use, verified, and brings it back', async () => {
  const archive = await archiveWith('data', 'a', 'b');
  const report = await archive.backup(path('backup'));
  await archive.articles.put(input(record('c')), at(1));
  expect(report.file).toBe(path('backup/archive.db'));
  expect(report.counts.articles).toBe(2);
  expect(report.bytes).toBe(readFileSync(report.file).length);
  expect(readdirSync(path('backup'))).toEqual(['archive.db']);
  await archive.close();
  for (const [i, from] of [path('backup'), report.file].entries()) {
    expect((await restoreBackup(from, path(`new${i}`))).counts.articles).toBe(2);
    expect(await headlines(`new${i}`)).toEqual(['Bài a', 'Bài b']);
  }
});

it('refuses to write over a backup', async () => {
  const archive = await archiveWith('data', 'a');
  await archive.backup(path('backup'));
  expect(await refusal(archive.backup(path('backup')))).toBe('backup-exists');
  await archive.close();
});

it('restores over what is not empty only when forced, and never under a writer', async () => {
  const source = await archiveWith('data', 'a');
  await source.backup(path('backup'));
  await source.close();
  const other = await archiveWith('other', 'x', 'y');
  expect(await refusal(restoreBackup(path('backup'), path('other'), { force: true }))).toBe(
    'archive-locked',
  );
  await other.close();
  expect(await refusal(restoreBackup(path('backup'), path('other')))).toBe('archive-not-empty');
  expect(await headlines('other')).toEqual(['Bài x', 'Bài y']);
  await restoreBackup(path('backup'), path('other'), { force: true });
  expect(await headlines('other')).toEqual(['Bài a']);
  expect(readdirSync(path('other')).filter((name) => name.includes('part'))).toEqual([]);
  await (await archiveWith('empty')).close();
  expect(await refusal(restoreBackup(path('backup'), path('empty')))).toBe('resolved');
});

it('refuses what is no sound backup, and leaves the archive as it was', async () => {
  const source = await archiveWith('data', ...Array.from({ length: 60 }, (_, i) => `a${i}`));
  const { file } = await source.backup(path('backup'));
  await source.close();
  const restored = (from: string) => refusal(restoreBackup(path(from), path('new')));
  expect(await restored('missing')).toBe('backup-missing');
  mkdirSync(path('bad'));
  const bytes = readFileSync(file);
  writeFileSync(path('bad/cut.db'), bytes.subarray(0, bytes.length / 2));
  writeFileSync(path('bad/rubbish.db'), 'rubbish '.repeat(1000));
  openSqlite(path('bad/foreign.db')).exec('CREATE TABLE t (a)');
  const faulty = path('bad/faulty.db');
  writeFileSync(faulty, bytes);
  const db = openSqlite(faulty);
  db.exec('PRAGMA foreign_keys = OFF; DELETE FROM articles WHERE seq = 1');
  db.close();
  expect(['sqlite-corrupt', 'backup-damaged']).toContain(await restored('bad/cut.db'));
  expect(await restored('bad/rubbish.db')).toBe('sqlite-corrupt');
  expect(await restored('bad/foreign.db')).toBe('archive-foreign');
  expect(await restored('bad/faulty.db')).toBe('backup-damaged');
  expect(existsSync(path('new/archive.db'))).toBe(false);
});
