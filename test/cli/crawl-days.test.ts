/** `crawl --from --to`: what is refused before anything is asked of anybody, and what is cancelled. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openArchive } from '../../archive/index.ts';
import { cli } from './run-cli.ts';

let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'diembao-days-'));
});
afterAll(() => rm(data, { recursive: true, force: true }));

const env = { DIEMBAO_CONTACT: 'a@b.vn', DIEMBAO_MIN_FREE_GB: '0' };
const crawl = (...args: string[]) => cli(['crawl', 'baohatinh', ...args, '--data', data], { env });

it.each([
  [['--from', '2025-03-01'], 'bad-usage'],
  [['--from', '2025-03-01', '--to', 'x'], 'YYYY-MM-DD'],
  [['--from', '2025-03-02', '--to', '2025-03-01'], 'bad-days'],
  [['--from', '2999-01-01', '--to', '2999-01-02'], 'bad-days'],
])('%j is refused', async (args, says) => {
  const { code, err } = await crawl(...args);
  expect(code).toBe(2);
  expect(err).toContain(says);
});

it('cancels what is open of these papers and days, and shows it', async () => {
  const archive = await openArchive({ directory: data });
  const open = (paper: string, day: string) =>
    archive.backfills.open(paper, day, day, '2026-11-24T00:00:00.000Z');
  await open('baohatinh', '2025-03-01');
  await open('baohatinh', '2025-03-02');
  await open('baonghean', '2025-03-01');
  await archive.close();
  const one = await crawl('--from', '2025-03-01', '--cancel');
  expect(one.code).toBe(0);
  expect(one.out).toMatch(/baohatinh\s+2025-03-01\s+2025-03-01\s+cancelled/);
  expect(one.out).not.toContain('2025-03-02');
  const rest = await crawl('--cancel', '--json');
  expect(JSON.parse(rest.out)).toMatchObject({ cancelled: [{ from: '2025-03-02' }] });
  const after = await openArchive({ directory: data, readOnly: true });
  expect(await after.backfills.list(9, 'open')).toMatchObject([{ newspaper: 'baonghean' }]);
  await after.close();
});
