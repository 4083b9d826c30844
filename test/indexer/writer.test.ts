import { expect, test } from 'vitest';
import type { Clock } from '../../core/clock.ts';
import { DiembaoError, GiveUp, RetryLater } from '../../core/errors.ts';
import { openSqlite } from '../../core/sqlite.ts';
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

function parts(change: { broken?: string } = {}) {
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

/** An engine that is away for the first `times` puts, and a clock whose sleeps take no time. */
function unsteady(times: number, code: string, change: { patienceMs?: number } = {}) {
  const engine = openEmbeddedEngine({ file: ':memory:' });
  const slept: number[] = [];
  const done: string[] = [];
  let puts = 0;
  const writer = openIndexWriter({
    clock: {
      now: () => new Date(0),
      sleep: async (ms) => {
        // The wait for a full batch is none for the engine.
        if (ms !== 50) slept.push(ms);
      },
    },
    random: () => 1,
    maxCount: 3,
    patienceMs: 10_000,
    ...change,
    engine: {
      remove: engine.remove,
      put: async (documents) => {
        puts += 1;
        if (puts <= times) throw new DiembaoError(code, 'no');
        await engine.put(documents);
      },
    },
    load: async (ids) => ids.map((id) => document(id, { body: 'họp' })),
    done: async (items) => {
      done.push(...items.map(({ id }) => id));
    },
  });
  const addAll = () => Promise.allSettled(['a', 'b', 'c'].map((id) => writer.add(id, 1)));
  return { engine, writer, slept, done, addAll, puts: () => puts };
}

test.each(['meili-unreachable', 'disk-full', 'EROFS', 'sqlite-busy'])(
  'while the engine is away (%s) the batch waits, longer each time, and goes in as a whole',
  async (code) => {
    const { slept, done, addAll, writer, puts } = unsteady(3, code);
    const results = await addAll();
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    expect(puts()).toBe(4);
    expect(slept).toEqual([500, 1_000, 2_000]);
    expect(done).toEqual(['a', 'b', 'c']);
    expect(writer.state()).toEqual({ waiting: 0, away: null });
  },
);

test('when patience ends every article is sent back under the code of what is wrong, to be tried later', async () => {
  const { done, addAll, writer } = unsteady(99, 'disk-full', { patienceMs: 3_000 });
  for (const result of await addAll()) {
    const reason = result.status === 'rejected' ? result.reason : null;
    expect(reason).toBeInstanceOf(RetryLater);
    expect(reason).toMatchObject({ code: 'disk-full', delayMs: 15_000 });
  }
  expect(done).toEqual([]);
  expect(writer.state().away).toEqual({ code: 'disk-full', since: '1970-01-01T00:00:00.000Z' });
});

test('a full disk loses nothing: what SQLite refuses goes in when there is room again', async () => {
  const db = openSqlite(':memory:');
  db.exec('CREATE TABLE doc (id TEXT PRIMARY KEY, text TEXT)');
  db.exec('PRAGMA max_page_count = 20');
  const insert = db.prepare('INSERT OR REPLACE INTO doc VALUES (?, ?)');
  let waits = 0;
  const writer = openIndexWriter({
    maxCount: 100,
    clock: {
      now: () => new Date(0),
      sleep: async (ms) => {
        if (ms === 50) return;
        waits += 1;
        if (waits === 3) db.exec('PRAGMA max_page_count = 100000');
      },
    },
    engine: {
      remove: async () => undefined,
      put: async (documents) =>
        db.transaction(() => {
          for (const { id, texts } of documents) insert.run([id, texts.body.exact]);
        }),
    },
    load: async (ids) => ids.map((id) => document(id, { body: 'lúa '.repeat(500) })),
    done: async () => undefined,
  });
  await Promise.all(Array.from({ length: 100 }, (_, i) => writer.add(`n${i}`, 1)));
  expect(waits).toBe(3);
  expect(db.prepare('SELECT count(*) AS n FROM doc').get()?.n).toBe(100);
  db.close();
});

test('a failure that is not the engine being away is looked for document by document, without waiting', async () => {
  const { slept, addAll } = unsteady(99, 'meili-internal');
  const refused = (await addAll()).map((result) =>
    result.status === 'rejected' ? result.reason : null,
  );
  for (const reason of refused) expect(reason).toBeInstanceOf(GiveUp);
  expect(slept).toEqual([]);
});

test('an article that cannot be read or is not taken is named; the others are in', async () => {
  const engine = openEmbeddedEngine({ file: ':memory:' });
  const refused: string[] = [];
  const writer = openIndexWriter({
    maxCount: 250,
    engine: {
      remove: engine.remove,
      put: async (documents) => {
        if (documents.some(({ id }) => id === 'n007')) throw new Error('a bad document');
        await engine.put(documents);
      },
    },
    load: async (ids) => {
      if (ids.includes('n123')) throw new Error('a damaged record');
      return ids.map((id) => document(id));
    },
    done: async () => undefined,
    refused: async ({ id, message }) => {
      refused.push(`${id} ${message}`);
    },
  });
  const ids = Array.from({ length: 250 }, (_, i) => `n${String(i).padStart(3, '0')}`);
  const results = await Promise.allSettled(ids.map((id) => writer.add(id, 1)));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(248);
  expect(results[7]).toMatchObject({ reason: { code: 'document-refused' } });
  expect(await engine.count()).toBe(248);
  expect(refused.sort()).toEqual([
    'n007 index: article n007 is refused: a bad document',
    'n123 index: article n123 is refused: a damaged record',
  ]);
});

test('a batch of long texts goes in by parts, and no more than one part is in memory', async () => {
  const puts: number[] = [];
  let loaded = 0;
  let most = 0;
  const writer = openIndexWriter({
    maxCount: 500,
    maxBytes: 50_000,
    engine: {
      remove: async () => undefined,
      put: async (documents) => {
        puts.push(documents.length);
        loaded -= documents.length;
      },
    },
    load: async (ids) => {
      loaded += ids.length;
      most = Math.max(most, loaded);
      return ids.map((id) => document(id, { body: 'lúa '.repeat(100) }));
    },
    done: async () => undefined,
  });
  await Promise.all(Array.from({ length: 500 }, (_, i) => writer.add(`n${i}`, 1)));
  expect(puts).toEqual([100, 100, 100, 100, 100]);
  expect(most).toBe(100);
});

test('nothing is written while something else is done between two batches', async () => {
  const { writer, batches } = parts();
  const seen: number[] = [];
  const first = Promise.all([writer.add('a', 1), writer.add('b', 1), writer.add('c', 1)]);
  const between = writer.between(async () => {
    seen.push(batches.length);
    await new Promise((resolve) => setImmediate(resolve));
    seen.push(batches.length);
    return 'what it answers';
  });
  const second = Promise.all([writer.add('d', 1), writer.add('e', 1), writer.add('f', 1)]);
  expect(await between).toBe('what it answers');
  await Promise.all([first, second]);
  expect(seen).toEqual([1, 1]);
  expect(batches).toHaveLength(2);
  await expect(writer.between(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await Promise.all([writer.add('a', 2), writer.add('b', 2), writer.add('c', 2)]);
});

test('closing does not wait for an engine that is away', async () => {
  const { writer, addAll } = unsteady(99, 'meili-unreachable', { patienceMs: 1e9 });
  const added = addAll();
  await writer.close();
  expect((await added).every(({ status }) => status === 'rejected')).toBe(true);
});

/** An engine whose puts end when they are told to. */
function held(inFlight: number) {
  const puts: { readonly ids: string[]; readonly end: (error?: Error) => void }[] = [];
  const loads: string[][] = [];
  const done: string[] = [];
  const writer = openIndexWriter({
    maxCount: 2,
    inFlight,
    engine: {
      remove: async () => undefined,
      put: (documents) =>
        new Promise((resolve, reject) => {
          const end = (error?: Error) => (error ? reject(error) : resolve());
          puts.push({ ids: documents.map(({ id }) => id), end });
        }),
    },
    load: async (ids) => {
      loads.push([...ids]);
      return ids.map((id) => document(id));
    },
    done: async (items) => {
      done.push(...items.map(({ id, revision }) => `${id}@${revision}`));
    },
  });
  const add = (...ids: string[]) => Promise.allSettled(ids.map((id) => writer.add(id, 1)));
  const turn = () => new Promise((resolve) => setTimeout(resolve, 5));
  const begun = () => puts.map(({ ids }) => ids.join(''));
  return { writer, puts, loads, done, add, turn, begun };
}

test('several batches are with the engine at once, no more than told, and each is answered for itself', async () => {
  const { puts, loads, done, add, turn, begun } = held(2);
  const first = add('a', 'b');
  const second = add('c', 'd');
  const third = add('e', 'f');
  await turn();
  expect(begun()).toEqual(['ab', 'cd']);
  expect(loads).toHaveLength(2);
  puts[1]?.end();
  await second;
  expect(done).toEqual(['c@1', 'd@1']);
  await turn();
  expect(begun()).toEqual(['ab', 'cd', 'ef']);
  puts[0]?.end();
  puts[2]?.end();
  await Promise.all([first, third]);
  expect(done).toEqual(['c@1', 'd@1', 'a@1', 'b@1', 'e@1', 'f@1']);
});

test('batches are read one after another, so that the first is with the engine before the second is read', async () => {
  const events: string[] = [];
  const writer = openIndexWriter({
    maxCount: 1,
    inFlight: 3,
    engine: {
      remove: async () => undefined,
      put: async (documents) => {
        events.push(`put ${documents.map(({ id }) => id).join('')}`);
      },
    },
    load: async (ids) => {
      events.push(`read ${ids.join('')}`);
      await new Promise((resolve) => setTimeout(resolve, 2));
      return ids.map((id) => document(id));
    },
    done: async () => undefined,
  });
  await Promise.all(['a', 'b', 'c'].map((id) => writer.add(id, 1)));
  await writer.close();
  expect(events).toEqual(['read a', 'put a', 'read b', 'put b', 'read c', 'put c']);
});

test('an article is never in two batches at once: its newer form is read when the older one is in', async () => {
  const { puts, loads, add, turn, begun } = held(3);
  const first = add('a', 'b');
  const second = add('b', 'c');
  await turn();
  expect(begun()).toEqual(['ab']);
  expect(loads).toEqual([['a', 'b']]);
  puts[0]?.end();
  await first;
  await turn();
  expect(begun()).toEqual(['ab', 'bc']);
  puts[1]?.end();
  await second;
});

test('work between two batches and the end wait for all that are with the engine', async () => {
  const { writer, puts, add, turn, begun } = held(2);
  const added = [add('a', 'b'), add('c', 'd')];
  const order: string[] = [];
  const between = writer.between(async () => void order.push('between'));
  added.push(add('e', 'f'));
  await turn();
  expect(begun()).toEqual(['ab', 'cd']);
  expect(order).toEqual([]);
  puts[0]?.end();
  puts[1]?.end();
  await between;
  await turn();
  expect(begun()).toEqual(['ab', 'cd', 'ef']);
  const closed = writer.close().then(() => void order.push('closed'));
  await turn();
  expect(order).toEqual(['between']);
  puts[2]?.end();
  await closed;
  await Promise.all(added);
  expect(order).toEqual(['between', 'closed']);
});
