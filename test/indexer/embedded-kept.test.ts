/** What a reader keeps in memory must never be seen: its answers are those of a plain scan, whatever was written. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { type EngineAnswer, mostOf, type SearchRequest } from '../../core/search.ts';
import { openSqlite } from '../../core/sqlite.ts';
import { numbersIn, openRows } from '../../indexer/engines/embedded/rows.ts';
import { inAll, notIn } from '../../indexer/engines/embedded/sets.ts';
import { openEmbeddedEngine } from '../../indexer/engines/embedded.ts';
import { document, request } from '../contracts/engine.ts';

const directory = mkdtempSync(join(tmpdir(), 'diembao-kept-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

interface Model {
  readonly id: string;
  readonly words: readonly string[];
  readonly newspaper: string;
  readonly day: string | null;
  readonly original: string | null;
}

const WORDS = ['an', 'bo', 'ca', 'du'];
const IDS = ['k1', 'k2', 'k3', 'k4', 'k5', 'k6'];
const PAPERS = ['p1', 'p2', 'p3'];
const DAYS = ['2026-01-01', '2026-01-02', '2026-02-01'];

const model: fc.Arbitrary<Model> = fc.record({
  id: fc.constantFrom(...IDS),
  words: fc.subarray(WORDS),
  newspaper: fc.constantFrom(...PAPERS),
  day: fc.constantFrom(null, ...DAYS),
  original: fc.constantFrom(null, ...IDS),
});
const step = fc.oneof(
  fc.record({ put: fc.array(model, { minLength: 1, maxLength: 3 }) }),
  fc.record({ remove: fc.constantFrom(...IDS) }),
  fc.constant({ clear: true }),
);
const asked = fc.record({
  words: fc.subarray(WORDS),
  match: fc.constantFrom('units' as const, 'most' as const),
  newspaper: fc.subarray(PAPERS),
  from: fc.constantFrom(undefined, ...DAYS),
  to: fc.constantFrom(undefined, ...DAYS),
  original: fc.constantFrom<readonly string[] | undefined>(undefined, ['k1', 'k2']),
  sort: fc.constantFrom('relevance' as const, 'newest' as const, 'oldest' as const),
});
type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;

function documentOf({ id, words, newspaper, day, original }: Model) {
  const publishedAt = day === null ? null : Date.parse(day) / 1_000;
  return document(id, {
    body: words.join(' . '),
    newspaper,
    publishedAt,
    original,
    ...(day === null ? {} : { day, month: day.slice(0, 7) }),
  });
}

function requestOf({ words, match, newspaper, from, to, original, sort }: Asked): SearchRequest {
  const days = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  const filters = [{ newspaper, ...days, ...(original ? { original } : {}) }];
  return request(words, { match, filters, sort, facets: ['newspaper', 'month'], facetLimit: 2 });
}

function scanned(all: readonly Model[], question: Asked): Pick<EngineAnswer, 'total' | 'facets'> {
  const { words, match, newspaper, from, to, original } = question;
  const need = match === 'most' ? mostOf(words.length) : words.length;
  const found = all.filter(
    (one) =>
      words.filter((word) => one.words.includes(word)).length >= need &&
      (newspaper.length === 0 || newspaper.includes(one.newspaper)) &&
      (from === undefined || (one.day !== null && one.day >= from)) &&
      (to === undefined || (one.day !== null && one.day <= to)) &&
      (original === undefined || (one.original !== null && original.includes(one.original))),
  );
  const counts = (values: readonly (string | undefined)[]) =>
    [...new Set(values)]
      .flatMap((value) => (value === undefined ? [] : [value]))
      .map((value) => ({ value, count: values.filter((one) => one === value).length }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, 2);
  return {
    total: found.length,
    facets: {
      newspaper: counts(found.map((one) => one.newspaper)),
      month: counts(found.map((one) => one.day?.slice(0, 7))),
    },
  };
}

test('a reader says what a scan says, between any writes', async () => {
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ step, questions: fc.array(asked, { maxLength: 4 }) }), { maxLength: 6 }),
      async (rounds) => {
        const file = join(directory, `random-${runs++}.db`);
        const writer = openEmbeddedEngine({ file });
        await writer.ensure();
        const reader = openEmbeddedEngine({ file, readOnly: true });
        const all = new Map<string, Model>();
        for (const { step: one, questions } of rounds) {
          if ('put' in one) {
            const batch = [...new Map(one.put.map((it) => [it.id, it])).values()];
            await writer.put(batch.map(documentOf));
            for (const it of batch) all.set(it.id, it);
          } else if ('remove' in one) {
            await writer.remove([one.remove]);
            all.delete(one.remove);
          } else {
            await writer.clear();
            all.clear();
          }
          for (const question of questions) {
            const asking = requestOf(question);
            const answer = await reader.search(asking);
            expect(answer).toMatchObject(scanned([...all.values()], question));
            // Asked again it comes from what was kept; the writer keeps nothing.
            expect(await reader.search(asking)).toEqual(answer);
            expect(await writer.search(asking)).toEqual(answer);
          }
        }
        await reader.close();
        await writer.close();
      },
    ),
    { numRuns: 40 },
  );
});

test('the number of the newest article is not given to the next one, nor a value its number after a clear', async () => {
  const file = join(directory, 'numbers.db');
  const writer = openEmbeddedEngine({ file });
  await writer.put([document('a', { body: 'an', newspaper: 'p1' })]);
  const reader = openEmbeddedEngine({ file, readOnly: true });
  const papers = async () =>
    (await reader.search(request(['an'], { facets: ['newspaper'] }))).facets.newspaper;
  expect(await papers()).toEqual([{ value: 'p1', count: 1 }]);
  await writer.put([document('a', { body: 'an', newspaper: 'p2' })]);
  expect(await papers()).toEqual([{ value: 'p2', count: 1 }]);
  await writer.remove(['a']);
  await writer.put([document('b', { body: 'an', newspaper: 'p3' })]);
  expect(await papers()).toEqual([{ value: 'p3', count: 1 }]);
  await writer.clear();
  await writer.put([document('c', { body: 'an', newspaper: 'p4' })]);
  expect(await papers()).toEqual([{ value: 'p4', count: 1 }]);
  await reader.close();
  await writer.close();
});

test('rows are read once for each state of the file, and the oldest are forgotten first', () => {
  const file = join(directory, 'rows.db');
  const writer = openSqlite(file);
  writer.exec('CREATE TABLE numbers (n INTEGER PRIMARY KEY); INSERT INTO numbers VALUES (3), (70)');
  const db = openSqlite(file, { readOnly: true });
  const rows = openRows(db, 4 + 2 * 64);
  const upTo = (most: number) => ({
    sql: 'SELECT n FROM numbers WHERE n <= ? ORDER BY n',
    values: [most],
  });
  const first = rows.of(upTo(100));
  expect([...first]).toEqual([3, 70]);
  expect(rows.of(upTo(100))).toBe(first);
  writer.exec('INSERT INTO numbers VALUES (9)');
  rows.renew();
  const second = rows.of(upTo(100));
  expect([...second]).toEqual([3, 9, 70]);
  rows.renew();
  rows.of(upTo(3));
  expect(rows.of(upTo(100))).toBe(second);
  rows.of(upTo(9));
  // What was asked for longest ago went, until there was room.
  expect(rows.of(upTo(100))).not.toBe(second);
  db.close();
  writer.close();
});

test('numbers are read from their text, and sets meet', () => {
  expect([...numbersIn('')]).toEqual([]);
  expect([...numbersIn('0')]).toEqual([0]);
  expect([...numbersIn('7 4294967295 12')]).toEqual([7, 4_294_967_295, 12]);
  const of = (...numbers: number[]) => Uint32Array.from(numbers);
  expect([...inAll(of(1, 5, 9), [])]).toEqual([1, 5, 9]);
  expect([...inAll(of(1, 5, 9), [of(9, 40, 1), of(2, 1)])]).toEqual([1]);
  expect([...inAll(of(), [of(1)])]).toEqual([]);
  expect([...notIn(of(1, 5, 9), of(9, 40, 1))]).toEqual([5]);
  expect([...notIn(of(0), of())]).toEqual([0]);
});

test('of thousands, filtered or not, those with the question in the headline stand first, and each stands once', async () => {
  const engine = openEmbeddedEngine({ file: ':memory:' });
  const id = (i: number) => `n${String(i).padStart(4, '0')}`;
  const all = Array.from({ length: 4_500 }, (_, i) =>
    document(id(i), {
      headline: i % 50 === 0 ? 'an' : 'bo',
      body: 'an ca',
      newspaper: `p${i % 2}`,
    }),
  );
  await engine.put(all);
  for (const newspaper of [[], ['p0']]) {
    const expected = all
      .map((one, i) => ({
        id: one.id,
        first: i % 50 === 0,
        shown: newspaper.length === 0 || i % 2 === 0,
      }))
      .filter(({ shown }) => shown);
    const asking = request(['an'], { filters: [{ newspaper }] });
    const seen: string[] = [];
    for (let offset = 0; offset < 4_600; offset += 330)
      for (const hit of (await engine.search({ ...asking, offset, limit: 330 })).hits)
        seen.push(hit.id);
    const first = expected.filter((one) => one.first).map((one) => one.id);
    const others = expected.filter((one) => !one.first).map((one) => one.id);
    expect(seen).toEqual([...first, ...others]);
    const listed: string[] = [];
    for await (const ids of engine.every(asking)) listed.push(...ids);
    expect(listed).toEqual(seen);
  }
  await engine.close();
});
