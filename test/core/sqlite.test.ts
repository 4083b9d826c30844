import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { codeOf } from '../../core/errors.ts';
import { openSqlite, type SqliteValue } from '../../core/sqlite.ts';

const directory = mkdtempSync(join(tmpdir(), 'diembao-sqlite-'));
afterAll(() => rmSync(directory, { recursive: true }));
let files = 0;
const newFile = () => join(directory, `${++files} ä%20?#.db`);

function codeThrown(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return codeOf(error);
  }
  return 'nothing was thrown';
}

function numbered(rows: number, file = ':memory:') {
  const db = openSqlite(file);
  db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, data BLOB)');
  const insert = db.prepare('INSERT INTO t (name, data) VALUES (?, ?)');
  db.transaction(() => {
    for (let i = 1; i <= rows; i++) insert.run([`tên ${i}`, new Uint8Array([i % 256])]);
  });
  return db;
}

describe('values', () => {
  const db = openSqlite(':memory:');
  const echo = db.prepare('SELECT ? AS v');
  // Every one of these reaches the caller as an error; several end the process in native code.
  const refused: readonly unknown[] = [
    [true],
    [false],
    [undefined],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [{}],
    [[1]],
    [new Date(0)],
    [new ArrayBuffer(2)],
    [new Float64Array(2)],
    [Symbol('a')],
    [() => 1],
    [2n ** 63n],
    [-(2n ** 63n) - 1n],
    ['a\0b'],
    {},
    { a: 1 },
    Buffer.from('a'),
    new Uint8Array(2),
    'text',
    true,
    null,
    new Array(1),
  ];
  it.each(refused.map((v, i) => [i, v] as const))('refuses value %i in every method', (_, v) => {
    const wrong = v as SqliteValue[];
    expect(codeThrown(() => echo.get(wrong))).toBe('sqlite-bad-value');
    expect(codeThrown(() => echo.all(wrong))).toBe('sqlite-bad-value');
    expect(codeThrown(() => echo.run(wrong))).toBe('sqlite-bad-value');
    expect(codeThrown(() => [...echo.iterate(wrong)])).toBe('sqlite-bad-value');
  });

  it('gives back what was bound, whatever the method', () => {
    const value = fc.oneof(
      fc.string({ unit: 'grapheme' }).filter((s) => !s.includes('\0')),
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)),
      fc.maxSafeInteger(),
      fc.uint8Array(),
      fc.constant(null),
    );
    fc.assert(
      fc.property(value, (v) => {
        expect(echo.get([v])).toEqual({ v });
        expect(echo.all([v])).toEqual([{ v }]);
        expect([...echo.iterate([v])]).toEqual([{ v }]);
      }),
      { numRuns: 300 },
    );
  });

  it('stores whole numbers as integers', () => {
    const kind = db.prepare('SELECT typeof(?) AS v');
    expect(kind.get([1])).toEqual({ v: 'integer' });
    expect(kind.get([1.5])).toEqual({ v: 'real' });
    expect(db.prepare('SELECT CAST(? AS TEXT) AS v').get([7])).toEqual({ v: '7' });
    expect(db.prepare('SELECT 9007199254740993 = ? AS v').get([9007199254740993n])).toEqual({
      v: 1,
    });
  });
});

describe('rows', () => {
  it('blobs are plain Uint8Arrays from get, all and iterate, parts of a buffer too', () => {
    const db = numbered(0);
    const bytes = new Uint8Array([9, 1, 2, 3, 9]).subarray(1, 4);
    db.prepare('INSERT INTO t (data) VALUES (?)').run([bytes]);
    db.prepare('INSERT INTO t (data) VALUES (?)').run([Buffer.from('')]);
    const select = db.prepare('SELECT data FROM t ORDER BY id');
    const rows = [select.get(), select.all()[0], [...select.iterate()][0]];
    for (const row of rows) {
      expect(row?.data?.constructor).toBe(Uint8Array);
      expect(row).toEqual({ data: new Uint8Array([1, 2, 3]) });
    }
    expect(select.all()[1]).toEqual({ data: new Uint8Array(0) });
  });

  it('get has no _metadata, and undefined for no row', () => {
    const db = numbered(1);
    expect(Object.keys(db.prepare('SELECT id FROM t').get() ?? {})).toEqual(['id']);
    expect(db.prepare('SELECT id FROM t WHERE id = 9').get()).toBeUndefined();
  });

  it('says what changed, and gives the rows of RETURNING', () => {
    const db = numbered(3);
    expect(db.prepare('UPDATE t SET name = ? WHERE id > ?').run(['x', 1]).changes).toBe(2);
    const insert = db.prepare('INSERT INTO t (name) VALUES (?) RETURNING id');
    expect(insert.reader).toBe(true);
    expect(insert.get(['a'])).toEqual({ id: 4 });
    expect(insert.all(['b'])).toEqual([{ id: 5 }]);
    expect(db.prepare('DELETE FROM t').reader).toBe(false);
    expect(insert.run(['c'])).toEqual({ changes: 1, lastInsertRowid: 6 });
    db.exec('DROP TABLE t');
  });

  it('answers for the values given, whatever ran before on the same statement', () => {
    const db = numbered(0);
    db.exec('CREATE UNIQUE INDEX names ON t (name)');
    const insert = db.prepare('INSERT INTO t (name) VALUES (?) RETURNING name');
    const methods = {
      get: (v: string) => insert.get([v])?.name,
      all: (v: string) => insert.all([v])[0]?.name,
      run: (v: string) => insert.run([v]) && v,
      iterate: (v: string) => [...insert.iterate([v])][0]?.name,
    };
    let n = 0;
    for (const first of Object.values(methods))
      for (const second of Object.values(methods)) {
        for (const [i, method] of [first, second].entries()) {
          expect(method(`${n} ${i}`)).toBe(`${n} ${i}`);
          expect(codeThrown(() => method(`${n} ${i}`))).toBe('sqlite-constraint');
        }
        n++;
      }
    expect(db.prepare('SELECT count(*) AS n FROM t').get()).toEqual({ n: 2 * n });
  });
});

describe('iterate', () => {
  it.each([['SELECT * FROM t ORDER BY name'], ['WITH u AS (SELECT * FROM t) SELECT * FROM u']])(
    'left early lets go of its table: %s',
    (sql) => {
      const db = numbered(1000, newFile());
      for (const row of db.prepare(sql).iterate()) {
        expect(row.id).toBeDefined();
        break;
      }
      const thrown = () => {
        for (const _ of db.prepare(sql).iterate()) throw new Error('mine');
      };
      expect(thrown).toThrow('mine');
      db.vacuumInto(newFile());
      db.exec('DROP TABLE t');
      db.close();
    },
  );

  it('writes once where a writing statement is left early', () => {
    const db = numbered(200);
    const copy = db.prepare('INSERT INTO t (name) SELECT name FROM t RETURNING id');
    for (const _ of copy.iterate()) break;
    expect(db.prepare('SELECT count(*) AS n FROM t').get()).toEqual({ n: 400 });
  });

  it('may overlap with itself', () => {
    const db = numbered(250);
    const all = db.prepare('SELECT id FROM t');
    let pairs = 0;
    for (const _ of all.iterate()) for (const _ of all.iterate()) pairs++;
    expect(pairs).toBe(250 * 250);
  });
});

describe('transaction', () => {
  it('keeps all or nothing, and part of it by a savepoint', () => {
    const db = numbered(0);
    const add = db.prepare('INSERT INTO t (name) VALUES (?)');
    const names = () => db.prepare('SELECT name FROM t').all();
    const failing = () =>
      db.transaction(() => {
        add.run(['a']);
        throw new Error('no');
      });
    expect(failing).toThrow('no');
    expect(names()).toEqual([]);
    const answer = db.transaction(() => {
      add.run(['b']);
      expect(failing).toThrow('no');
      return db.transaction(() => add.run(['c']).changes);
    });
    expect(answer).toBe(1);
    expect(names()).toEqual([{ name: 'b' }, { name: 'c' }]);
    expect(db.inTransaction).toBe(false);
  });

  it('refuses asynchronous work and rolls back', () => {
    const db = numbered(0);
    const work = async () => db.prepare('INSERT INTO t (name) VALUES (?)').run(['a']);
    expect(codeThrown(() => db.transaction(work))).toBe('sqlite-async');
    expect(db.prepare('SELECT * FROM t').all()).toEqual([]);
  });
});

describe('files', () => {
  it('turns on WAL and foreign keys', () => {
    const db = openSqlite(newFile());
    expect(db.pragma('journal_mode')).toBe('wal');
    expect(db.pragma('foreign_keys')).toBe(1);
    expect(db.pragma('synchronous')).toBe(1);
    db.close();
  });

  it('reads only where it was opened so, beside a writer', () => {
    const file = newFile();
    const writer = numbered(1, file);
    const reader = openSqlite(file, { readOnly: true });
    writer.exec("INSERT INTO t (name) VALUES ('x')");
    expect(reader.prepare('SELECT count(*) AS n FROM t').get()).toEqual({ n: 2 });
    expect(codeThrown(() => reader.exec('DELETE FROM t'))).toBe('sqlite-readonly');
    const copy = newFile();
    reader.vacuumInto(copy);
    expect(openSqlite(copy).prepare('SELECT count(*) AS n FROM t').get()).toEqual({ n: 2 });
    const missing = newFile();
    expect(codeThrown(() => openSqlite(missing, { readOnly: true }))).toBe('sqlite-cannot-open');
    expect(readdirSync(directory)).not.toContain(missing);
  });

  it('lets go of its locks when closed, though statements are alive', () => {
    const file = newFile();
    const first = numbered(1, file);
    const statement = first.prepare('SELECT * FROM t');
    expect(statement.all()).toHaveLength(1);
    first.exec('BEGIN IMMEDIATE; DELETE FROM t');
    first.close();
    const second = openSqlite(file, { busyTimeoutMs: 0 });
    second.exec("INSERT INTO t (name) VALUES ('x')");
    expect(second.prepare('SELECT count(*) AS n FROM t').get()).toEqual({ n: 2 });
    expect(codeThrown(() => statement.all())).toBe('sqlite-closed');
  });

  it('names what went wrong by code', () => {
    const file = newFile();
    const db = numbered(1, file);
    expect(codeThrown(() => db.prepare('SELEC'))).toBe('sqlite-error');
    expect(codeThrown(() => db.exec('INSERT INTO t (id) VALUES (1)'))).toBe('sqlite-constraint');
    const second = openSqlite(file, { busyTimeoutMs: 1 });
    db.transaction(() => {
      expect(codeThrown(() => second.exec('DELETE FROM t'))).toBe('sqlite-busy');
    });
    db.exec('PRAGMA max_page_count = 10');
    const big = db.prepare('INSERT INTO t (data) VALUES (?)');
    const fill = () => db.transaction(() => big.run([new Uint8Array(1e6)]));
    expect(codeThrown(fill)).toBe('disk-full');
    expect(db.inTransaction).toBe(false);
    expect(db.prepare('SELECT count(*) AS n FROM t').get()).toEqual({ n: 1 });
    const statement = db.prepare('SELECT 1');
    db.close();
    db.close();
    expect(codeThrown(() => statement.get())).toBe('sqlite-closed');
    expect(codeThrown(() => db.exec('SELECT 1'))).toBe('sqlite-closed');
    const rubbish = newFile();
    writeFileSync(rubbish, 'no database '.repeat(100));
    expect(codeThrown(() => openSqlite(rubbish))).toBe('sqlite-corrupt');
    expect(codeThrown(() => openSqlite(directory))).toBe('sqlite-cannot-open');
  });
});
