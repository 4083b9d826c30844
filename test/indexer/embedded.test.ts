import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
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

test('a batch goes in as a whole or not at all', async () => {
  const engine = openEmbeddedEngine({ file: ':memory:' });
  const broken = { ...document('b'), publishedAt: Number.NaN };
  await expect(engine.put([document('a'), broken])).rejects.toThrow();
  expect(await engine.count()).toBe(0);
  await engine.close();
});
