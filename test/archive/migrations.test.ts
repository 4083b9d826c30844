/** Every schema that ever was, with rows in it, becomes the newest and keeps its rows. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../archive/index.ts';
import { APPLICATION_ID, migrate, schemaVersion } from '../../archive/migrate.ts';
import { MIGRATIONS } from '../../archive/migrations/index.ts';
import { codeOf } from '../../core/errors.ts';
import { openSqlite, type Sqlite } from '../../core/sqlite.ts';
import { contentOf, fillSchema } from './schema-rows.ts';
import { newDirectory } from './worlds.ts';

const directory = newDirectory();
afterAll(() => rmSync(directory, { recursive: true }));

async function refusal(work: () => unknown): Promise<string> {
  try {
    await work();
    return 'nothing was thrown';
  } catch (error) {
    return codeOf(error);
  }
}

/** The schema without spaces and order of making. */
const schemaOf = (db: Sqlite) =>
  db
    .prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name')
    .all()
    .map((row) => `${row.type} ${row.name}: ${String(row.sql).replace(/\s+/g, ' ')}`);

function atVersion(version: number, file = ':memory:'): Sqlite {
  const db = openSqlite(file);
  migrate(db, MIGRATIONS.slice(0, version));
  return db;
}

describe.each(MIGRATIONS.map((_, i) => i))('from schema %i', (version) => {
  it('becomes the newest, the same as one made new', () => {
    const db = atVersion(version);
    expect(migrate(db)).toBe(version);
    expect(schemaVersion(db)).toBe(MIGRATIONS.length);
    expect(schemaOf(db)).toEqual(schemaOf(atVersion(MIGRATIONS.length)));
    expect(db.pragma('foreign_keys')).toBe(1);
  });
});

describe.each(MIGRATIONS.map((_, i) => i + 1))('rows of schema %i', (version) => {
  it('are read by the newest program', async () => {
    const file = join(directory, `${version}.db`);
    const old = atVersion(version, file);
    fillSchema(old, version);
    old.close();
    const archive = await openArchive({ file });
    expect(await contentOf(archive)).toMatchSnapshot('content');
    expect(await archive.check()).toEqual([]);
    await archive.close();
  });
});

it('a migration that breaks a reference changes nothing', async () => {
  const db = atVersion(MIGRATIONS.length);
  fillSchema(db, MIGRATIONS.length);
  const broken = [...MIGRATIONS, 'CREATE TABLE extra (a); DELETE FROM bodies'];
  expect(await refusal(() => migrate(db, broken))).toBe('archive-migration');
  const wrong = [...MIGRATIONS, 'CREATE TABLE extra (a); SELEC'];
  expect(await refusal(() => migrate(db, wrong))).toBe('sqlite-error');
  expect(schemaVersion(db)).toBe(MIGRATIONS.length);
  expect(schemaOf(db).filter((line) => line.includes('extra'))).toEqual([]);
  expect(db.pragma('foreign_keys')).toBe(1);
});

it('refuses an archive of a newer program and a database that is none', async () => {
  const newer = join(directory, 'newer.db');
  atVersion(0, newer).exec(
    `PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${MIGRATIONS.length + 1}`,
  );
  expect(await refusal(() => openArchive({ file: newer }))).toBe('archive-newer');
  expect(await refusal(() => openArchive({ file: newer, readOnly: true }))).toBe('archive-newer');
  const foreign = join(directory, 'foreign.db');
  atVersion(0, foreign).exec('CREATE TABLE mine (a)');
  expect(await refusal(() => openArchive({ file: foreign }))).toBe('archive-foreign');
});

it('to read only, refuses what is missing or older instead of making it', async () => {
  const missing = join(directory, 'missing.db');
  expect(await refusal(() => openArchive({ file: missing, readOnly: true }))).toBe(
    'archive-missing',
  );
  const empty = join(directory, 'empty.db');
  atVersion(0, empty).exec('PRAGMA user_version = 0');
  expect(await refusal(() => openArchive({ file: empty, readOnly: true }))).toBe('archive-older');
  expect(await refusal(() => openArchive({}))).toBe('archive-options');
});
