import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { catchUp } from '../../app/catch-up.ts';
import { openWorks, type Works } from '../../app/compose.ts';
import { readConfig } from '../../app/config.ts';
import { reconcile } from '../../app/reconcile.ts';
import { silent } from '../../core/log.ts';
import { toDocument } from '../../indexer/document.ts';
import { cli } from '../cli/run-cli.ts';
import { at, input, record } from '../contracts/archive-samples.ts';

const never = new AbortController().signal;
let directory: string;
let works: Works;
const open = () =>
  openWorks(readConfig({ DIEMBAO_DATA: directory, DIEMBAO_PARSER_THREADS: '0' }), {
    newspapers: [],
    log: silent,
  });

const put = (name: string, newspaper: string | null, publishedAt: string | null, more = {}) =>
  works.archive.articles.put(input(record(name, { newspaper, publishedAt, ...more })), at(1));
const idOf = (name: string) => record(name).id;
const look = (more = {}) => reconcile(works, { signal: never, ...more });

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'diembao-reconcile-'));
  works = await open();
  await put('a', 'baohatinh', '2026-01-01T08:00:00+07:00');
  await put('b', 'baohatinh', '2026-01-01T09:00:00+07:00');
  await put('c', 'baohatinh', '2026-01-02T00:10:00+07:00');
  await put('d', 'baonghean', '2026-03-01T08:00:00+07:00');
  await put('month', 'baonghean', '2026-03-01T00:00:00+07:00', { publishedPrecision: 'month' });
  await put('e', null, '2026-03-01T08:00:00+07:00');
  await put('undated', 'baohatinh', null);
  await catchUp(works, never);
});
afterEach(async () => {
  await works.close();
  rmSync(directory, { recursive: true });
});

it('finds nothing where both have the same', async () => {
  for (const full of [false, true])
    expect(await look({ full })).toMatchObject({
      articles: 7,
      documents: 7,
      missing: 0,
      extra: 0,
      stale: 0,
      days: [],
      complete: true,
    });
});

it('tells what is missing, extra and stale on each day of each newspaper, and heals it', async () => {
  const { engine, archive } = works;
  await engine.remove([idOf('a'), idOf('e'), idOf('undated')]);
  const ghost = (name: string, more: object) =>
    toDocument({ article: record(name, more), original: null });
  await engine.put([
    ghost('ghost', { newspaper: 'baohatinh', publishedAt: '2026-01-02T08:00:00+07:00' }),
    ghost('alone', { newspaper: null, publishedAt: '1999-05-05T08:00:00+07:00' }),
  ]);
  await put('d', 'baonghean', '2026-03-01T08:00:00+07:00', { headline: 'Lúa chiêm' });
  const report = await look();
  const day = (newspaper: string | null, day: string | null, counts: readonly number[]) => {
    const [articles, documents, missing, extra, stale] = counts;
    return { newspaper, day, articles, documents, missing, extra, stale };
  };
  expect(report.days).toEqual(
    expect.arrayContaining([
      day('baohatinh', '2026-01-01', [2, 1, 1, 0, 0]),
      day('baohatinh', '2026-01-02', [1, 2, 0, 1, 0]),
      day('baonghean', '2026-03-01', [2, 1, 0, 0, 1]),
      day(null, '2026-03-01', [1, 0, 1, 0, 0]),
      day(null, '1999-05-05', [0, 1, 0, 1, 0]),
      day('baohatinh', null, [1, 0, 1, 0, 0]),
    ]),
  );
  expect(report.days).toHaveLength(6);
  expect(report).toMatchObject({ missing: 3, extra: 2, stale: 1, healed: 0 });
  expect(report.examples.stale).toEqual([idOf('d')]);

  const within = { newspaper: 'baohatinh', from: '2026-01-01', to: '2026-01-01' };
  expect(await look(within)).toMatchObject({ articles: 2, missing: 1, extra: 0, stale: 0 });

  const healed = await look({ heal: works.writer });
  expect(healed).toMatchObject({ missing: 3, extra: 2, stale: 1, healed: 6 });
  expect(await look({ full: true })).toMatchObject({ missing: 0, extra: 0, stale: 0, days: [] });
  expect(await engine.count()).toBe(7);
  expect(await archive.index.pending(engine.id, 'x', 9)).toHaveLength(7);
});

it('one missing and one extra on the same day are seen when ids are compared', async () => {
  await works.engine.remove([idOf('a')]);
  await works.engine.put([
    toDocument({
      article: record('ghost', {
        newspaper: 'baohatinh',
        publishedAt: '2026-01-01T08:00:00+07:00',
      }),
      original: null,
    }),
  ]);
  expect(await look()).toMatchObject({ missing: 0, extra: 0 });
  expect(await look({ full: true })).toMatchObject({ missing: 1, extra: 1 });
});

it('an article that is refused stays a difference', async () => {
  await works.engine.remove([idOf('a'), idOf('c')]);
  const heal = {
    add: async (id: string, revision: number) => {
      if (id === idOf('a')) throw new Error('refused');
      await works.writer.add(id, revision);
    },
  };
  expect(await look({ heal })).toMatchObject({ missing: 2, healed: 1 });
  expect(await look()).toMatchObject({ missing: 1 });
});

it('the command prints a table, heals, and its exit code tells', async () => {
  await works.engine.remove([idOf('a')]);
  await works.close();
  const run = (...args: string[]) =>
    cli(['reconcile', '--data', directory, ...args], { env: { DIEMBAO_PARSER_THREADS: '0' } });
  const first = await run();
  expect(first.code).toBe(1);
  expect(first.out).toMatch(/baohatinh +01\/01\/2026 +2 +1 +1 +0 +0/u);
  expect(first.out).toContain('--heal');
  const healed = await run('--heal', '--json');
  expect(healed.code).toBe(0);
  expect(JSON.parse(healed.out)).toMatchObject({ missing: 1, healed: 1, complete: true });
  const last = await run();
  expect(last.code).toBe(0);
  expect(last.out).toContain('khớp');
  expect((await run('--newspaper', 'nobody')).code).toBe(2);
  expect((await run('--from', '2026-02-30')).code).toBe(2);
  works = await open();
});
