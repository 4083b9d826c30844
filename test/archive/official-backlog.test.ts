/** Articles that were stored before there was a register of officials are taken into it, once. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openArchive } from '../../archive/index.ts';
import { migrate } from '../../archive/migrate.ts';
import { MIGRATIONS } from '../../archive/migrations/index.ts';
import { packRecord } from '../../archive/record.ts';
import { openSqlite } from '../../core/sqlite.ts';
import { at, byNameAndPlace, input, official, record } from '../contracts/archive-samples.ts';
import { fillSchema } from './schema-rows.ts';
import { newDirectory } from './worlds.ts';

/** The last schema without a register. */
const BEFORE = 7;

const directory = newDirectory();
afterAll(() => rmSync(directory, { recursive: true }));

it('an archive from before the register fills it by and by', async () => {
  const file = join(directory, 'old.db');
  const old = openSqlite(file);
  migrate(old, MIGRATIONS.slice(0, BEFORE));
  fillSchema(old, BEFORE);
  const people = [official('Trần Văn Thử', ['Bí thư Huyện ủy Lộc Hà'])];
  old.prepare('UPDATE articles SET record = ?').run([packRecord(record('a', { people }))]);
  old.close();
  const archive = await openArchive({ file, officialsOf: byNameAndPlace });
  expect(await archive.officials.count()).toBe(0);
  // What is stored meanwhile is in at once.
  await archive.articles.put(input(record('b', { people })), at(9));
  expect(await archive.officials.list({}, null, 5)).toMatchObject({ items: [{ articles: 1 }] });
  expect(await archive.officials.catchUp(10)).toBe(1);
  expect(await archive.officials.list({}, null, 5)).toMatchObject({ items: [{ articles: 2 }] });
  expect(await archive.officials.catchUp(10)).toBe(0);
  expect(await archive.officials.catchUp(10)).toBe(0);
  expect(await archive.check()).toEqual([]);
  await archive.close();
});
