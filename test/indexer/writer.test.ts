import { expect, test } from 'vitest';
import type { Clock } from '../../core/clock.ts';
import { DiembaoError } from '../../core/errors.ts';
import { openEmbeddedEngine } from '../../indexer/engines/embedded.ts';
import { openIndexWriter } from '../../indexer/writer.ts';
import { document, request } from '../contracts/engine.ts';

/** Sleeps until `tick`. */
function handClock() {
  let wake: (() => void)[] = [];
  const clock: Clock = {
    now: () => new Date(0),
    sleep: (_, signal) =>
      new Promise((resolve) => {
        wake.push(resolve);
        signal?.addEventListener('abort', () => resolve());
      }),
  };
  const tick = () => {
    const due = wake;
    wake = [];
    for (const resolve of due) resolve();
  };
  return { clock, tick };
}

function parts(change: { broken?: string; fails?: string } = {}) {
  const engine = openEmbeddedEngine({ file: ':memory:' });
  const batches: string[][] = [];
  const done: string[] = [];
  const { clock, tick } = handClock();
  const writer = openIndexWriter({
    clock,
    maxCount: 3,
    maxWaitMs: 1_000,
    engine: {
      remove: engine.remove,
      put: async (documents) => {
        batches.push(documents.map((one) => one.id));
        if (change.fails) throw new DiembaoError(change.fails, 'no');
        if (documents.some((one) => one.id === change.broken)) throw new Error('bad document');
        await engine.put(documents);
      },
    },
    load: async (ids) =>
      ids.filter((id) => id !== 'gone').map((id) => document(id, { body: 'họp' })),
    done: async (items) => {
      done.push(...items.map(({ id, revision }) => `${id}@${revision}`));
    },
  });
  return { engine, writer, batches, done, tick };
}

test('a full batch goes in at once, the rest when its time has come', async () => {
  const { engine, writer, batches, done, tick } = parts();
  await Promise.all([writer.add('a', 1), writer.add('b', 1), writer.add('c', 2)]);
  const late = writer.add('d', 1);
  expect(batches).toEqual([['a', 'b', 'c']]);
  tick();
  await late;
  expect(batches).toEqual([['a', 'b', 'c'], ['d']]);
  expect((await engine.search(request(['họp']))).total).toBe(4);
  expect(done).toEqual(['a@1', 'b@1', 'c@2', 'd@1']);
});

test('one article added twice goes in once, with its newest revision', async () => {
  const { writer, batches, done } = parts();
  const both = [writer.add('a', 2), writer.add('a', 1)];
  await writer.close();
  await Promise.all(both);
  expect(batches).toEqual([['a']]);
  expect(done).toEqual(['a@2']);
});

test('an article that is no longer there leaves the index', async () => {
  const { engine, writer, done } = parts();
  await engine.put([document('gone', { body: 'họp' })]);
  const added = writer.add('gone', 3);
  await writer.close();
  await added;
  expect(await engine.count()).toBe(0);
  expect(done).toEqual(['gone@3']);
});

test('one bad document fails alone', async () => {
  const { engine, writer, done } = parts({ broken: 'b' });
  const results = await Promise.allSettled([
    writer.add('a', 1),
    writer.add('b', 1),
    writer.add('c', 1),
  ]);
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await engine.ids(null, 10)).toEqual(['a', 'c']);
  expect(done.sort()).toEqual(['a@1', 'c@1']);
});

test('an engine that is not there fails all of the batch, after one try', async () => {
  const { writer, batches, done } = parts({ fails: 'meili-unreachable' });
  const results = await Promise.allSettled([
    writer.add('a', 1),
    writer.add('b', 1),
    writer.add('c', 1),
  ]);
  expect(results.every((result) => result.status === 'rejected')).toBe(true);
  expect(batches).toHaveLength(1);
  expect(done).toEqual([]);
});
