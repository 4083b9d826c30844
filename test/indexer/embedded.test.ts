import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openSqlite } from '../../core/sqlite.ts';
import { openEmbeddedEngine } from '../../indexer/engines/embedded.ts';
import { document, engineContract, request } from '../contracts/engine.ts';

const directory = mkdtempSync(join(tmpdir(), 'diembao-index-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

engineContract('embedded', async () =>
  openEmbeddedEngine({ file: join(directory, 'contract.db') }),
);

test('a reader beside the writer sees what was put in, and cannot write', async () => {
  const file = join(directory, 'shared.db');
  const early = openEmbeddedEngine({ file, readOnly: true });
  await expect(early.search(request([]))).rejects.toMatchObject({ code: 'index-missing' });
  const writer = openEmbeddedEngine({ file });
  await writer.put([document('a', { body: 'họp' })]);
  const reader = openEmbeddedEngine({ file, readOnly: true });
  expect(await reader.count()).toBe(1);
  await writer.put([document('b', { body: 'họp' })]);
  expect((await reader.search(request(['họp']))).total).toBe(2);
  await expect(reader.put([document('c')])).rejects.toMatchObject({ code: 'sqlite-readonly' });
  await reader.close();
  await writer.close();
});

test('a reader counts everything once for each state of the file, and says what the writer says', async () => {
  const file = join(directory, 'whole.db');
  const writer = openEmbeddedEngine({ file });
  const reader = openEmbeddedEngine({ file, readOnly: true });
  const at = (n: number) => Date.parse('2026-01-01T00:00:00Z') + n * 3_600_000;
  const one = (n: number) =>
    document(`a${n}`, { publishedAt: n === 3 ? null : at(n % 5), newspaper: `p${n % 3}` });
  await writer.put(Array.from({ length: 12 }, (_, n) => one(n)));
  const asked = (offset: number, limit: number) =>
    request([], { sort: 'newest', offset, limit, facets: ['newspaper'], facetLimit: 2 });
  const same = async () => {
    for (const [offset, limit] of [
      [0, 5],
      [5, 5],
      [10, 5],
      [11, 1],
      [40, 5],
      [0, 0],
    ] as const)
      expect(await reader.search(asked(offset, limit))).toEqual(
        await writer.search(asked(offset, limit)),
      );
  };
  await same();
  await writer.put([one(12), one(20)]);
  await writer.remove(['a0', 'a4']);
  expect((await reader.search(asked(0, 1))).total).toBe(12);
  await same();
  await reader.close();
  await writer.close();
});

test('a batch goes in as a whole or not at all', async () => {
  const engine = openEmbeddedEngine({ file: ':memory:' });
  const broken = { ...document('b'), publishedAt: Number.NaN };
  await expect(engine.put([document('a'), broken])).rejects.toThrow();
  expect(await engine.count()).toBe(0);
  await engine.close();
});

test('readers of the former file are answered from the new one, and close without harm to it', async () => {
  const file = join(directory, 'swapped.db');
  const writer = openEmbeddedEngine({ file });
  await writer.put([document('old', { body: 'họp' }), document('older', { body: 'họp' })]);
  const early = openEmbeddedEngine({ file, readOnly: true });
  const lists = openEmbeddedEngine({ file, readOnly: true });
  expect(await early.count()).toBe(2);
  const list = lists.every(request(['họp']))[Symbol.asyncIterator]();
  expect((await list.next()).value).toHaveLength(2);
  const next = await writer.build();
  await next.put([document('new', { body: 'họp' })]);
  expect((await early.search(request(['họp']))).total).toBe(2);
  await next.swap();
  await writer.put([document('newer', { body: 'họp' })]);
  const hits = (await early.search(request(['họp']))).hits.map(({ id }) => id);
  expect(hits.sort()).toEqual(['new', 'newer']);
  // The list that was begun before ends; the next one is of the new file.
  expect((await list.next()).done).toBe(true);
  expect(await lists.count()).toBe(2);
  await early.close();
  await lists.close();
  await writer.put([document('newest', { body: 'họp' })]);
  await writer.close();
  const later = openEmbeddedEngine({ file, readOnly: true });
  expect(await later.ids(null, 10)).toEqual(['new', 'newer', 'newest']);
  await later.close();
  expect(readdirSync(directory).filter((name) => name.startsWith('swapped.next'))).toEqual([]);
  const db = openSqlite(file);
  expect(db.pragma('integrity_check')).toBe('ok');
  db.close();
});

test('a file of another form, or a damaged one, is left as it is until a new one takes its place', async () => {
  for (const kind of ['other', 'damaged']) {
    const file = join(directory, `${kind}.db`);
    const first = openEmbeddedEngine({ file });
    await first.put([document('a')]);
    await first.close();
    if (kind === 'other') {
      const db = openSqlite(file);
      db.exec('PRAGMA user_version = 999');
      db.close();
    } else
      writeFileSync(file, 'no database at all, but long enough to be taken for one'.repeat(50));
    const engine = openEmbeddedEngine({ file });
    expect(await engine.form()).toBe('unreadable');
    await engine.ensure();
    await expect(engine.search(request([]))).rejects.toMatchObject({
      code: kind === 'other' ? 'index-old' : 'sqlite-corrupt',
    });
    const next = await engine.build();
    await next.put([document('b')]);
    await next.swap();
    expect(await engine.ids(null, 10)).toEqual(['b']);
    await engine.close();
  }
});
