import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cli } from './run-cli.ts';

const plain = (id: string | number, headline: string, more: object = {}) =>
  JSON.stringify({ id, headline, paragraphs: ['Bà con đã họp.'], ...more });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diembao-import-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const into = (stdin: string | Uint8Array, ...more: string[]) =>
  cli(['import', '-', '--collection', 'thu', '--data', join(folder, 'data'), ...more], { stdin });
const ask = async (questions: string, ...more: string[]) => {
  const said = await cli(
    ['search', '--json', '--queries', '-', '--data', join(folder, 'data'), ...more],
    { stdin: questions },
  );
  const lines = said.out.split('\n').slice(0, -1);
  return { code: said.code, answers: lines.map((line): unknown => JSON.parse(line)) };
};

it('stores, finds again, revises, refuses line by line', async () => {
  const url = 'https://tin.example/a-1.html?utm_source=x';
  const lines = [
    plain(1, 'Xã Lạc Thủy họp dân'),
    '',
    'no json',
    plain('b', 'Xã Lạc Thủy gặt lúa', { url }),
    '{"id":"c"}',
    plain('d', 'Khác', { url: 'ftp://x' }),
  ];
  const first = await into(gzipSync(lines.join('\r\n')));
  expect(first.code).toBe(1);
  expect(JSON.parse(first.out)).toMatchObject({
    read: 5,
    created: 2,
    updated: 0,
    unchanged: 0,
    refused: [
      { line: 3, code: 'bad-json' },
      { line: 5, code: 'bad-article' },
      { line: 6, code: 'bad-url' },
    ],
  });

  const { answers } = await ask('lac thuy\n');
  expect(answers).toEqual([
    {
      query: 'lac thuy',
      total: 2,
      loosened: null,
      hits: expect.arrayContaining([
        expect.objectContaining({ externalId: '1', url: null, headline: 'Xã Lạc Thủy họp dân' }),
        expect.objectContaining({ externalId: 'b', url: 'https://tin.example/a-1.html' }),
      ]),
    },
  ]);

  const again = await into([plain(1, 'Xã Lạc Thủy họp dân'), lines[3]].join('\n'));
  expect(again.code).toBe(0);
  expect(JSON.parse(again.out)).toEqual({
    read: 2,
    created: 0,
    updated: 0,
    unchanged: 2,
    refused: [],
  });
  const changed = await into(plain(1, 'Xã Lạc Thủy họp chợ'));
  expect(JSON.parse(changed.out)).toMatchObject({ created: 0, updated: 1 });
  expect((await ask('"họp chợ"\n"họp dân"')).answers).toMatchObject([{ total: 1 }, { total: 0 }]);
  // The id of an article without a URL belongs to its collection.
  const other = await cli(['import', '-', '--collection', 'khác', '--data', join(folder, 'data')], {
    stdin: plain(1, 'Xã Lạc Thủy họp chợ'),
  });
  expect(JSON.parse(other.out)).toMatchObject({ created: 1 });
});

it('answers each line in order, blank and bad ones too, beyond a page', async () => {
  const many = Array.from({ length: 130 }, (_, i) => plain(`n${i}`, `Tin số ${i} về mùa gặt`));
  expect((await into(many.join('\n'))).code).toBe(0);
  const questions = ['mùa gặt', '', '  ', 'từ:30/2/2023', ' Mùa  gặt ', '"-"'];
  const { code, answers } = await ask(`${questions.join('\n')}\n`, '--limit', '125');
  expect(code).toBe(1);
  const none = { total: 0, loosened: null, hits: [] };
  expect(answers).toMatchObject([
    { query: 'mùa gặt', total: 130, loosened: null },
    { query: '', ...none },
    { query: '  ', ...none },
    { query: 'từ:30/2/2023', error: { code: 'question-bad-date' } },
    { query: ' Mùa  gặt ', total: 130 },
    { query: '"-"', ...none },
  ]);
  const hits = (answers as { hits?: { id: string }[] }[])[0]?.hits ?? [];
  expect(new Set(hits.map(({ id }) => id)).size).toBe(125);
  expect((await ask('mùa gặt\n')).answers).toMatchObject([{ hits: { length: 20 } }]);
});

it('explains how a question is asked', async () => {
  const data = ['--data', join(folder, 'data')];
  const said = await cli(['search', 'mùa gặt kangaru lúa', '--explain', ...data]);
  for (const words of ['“mùa”', 'mua2', 'tầng exact-phrase', 'nới lỏng', 'mua2\\"'])
    expect(said.out).toContain(words);
  const json = JSON.parse((await cli(['search', 'mùa', '--explain', '--json', ...data])).out);
  expect(json).toMatchObject({
    explained: [{ engine: 'embedded', match: 'units', sent: { limit: 10 } }],
  });
});

it('fills an index that was lost from the archive', async () => {
  const data = ['--data', join(folder, 'data')];
  await rm(join(folder, 'data', 'index.db'));
  expect((await cli(['index', ...data])).code).toBe(0);
  expect((await ask('mùa gặt')).answers).toMatchObject([{ total: 130 }]);
});

it('folds reprints under their original only when asked', async () => {
  const paragraphs = Array.from(
    { length: 12 },
    (_, i) => `Đoạn thứ ${i} kể chuyện làng chài ra khơi mùa cá nục, ghe nào về cũng đầy khoang.`,
  );
  const papers = ['baohatinh', 'baonghean'];
  const said = await into(
    papers
      .map((newspaper, i) =>
        plain(`in-${i}`, 'Làng chài ra khơi', {
          paragraphs,
          newspaper,
          publishedAt: `2023-05-0${i + 1}`,
        }),
      )
      .join('\n'),
  );
  expect(JSON.parse(said.out)).toMatchObject({ created: 2 });
  const apart = await ask('làng chài ra khơi');
  expect(apart.answers).toMatchObject([{ total: 2, hits: { length: 2 } }]);
  const folded = await ask('làng chài ra khơi', '--group');
  expect(folded.answers).toMatchObject([{ total: 2, hits: [{ externalId: 'in-0' }] }]);
});

it('wants a collection, and a file that is there', async () => {
  const data = ['--data', join(folder, 'data')];
  expect((await cli(['import', '-', ...data])).code).toBe(2);
  expect((await cli(['import', '-', '--collection', '../x', ...data])).code).toBe(2);
  const gone = await cli(['import', join(folder, 'no'), '--collection', 'a', ...data]);
  expect(gone).toMatchObject({ code: 2, out: '' });
  expect(gone.err).toContain('no-such-file');
  await writeFile(join(folder, 'q.txt'), 'a\n');
  for (const bad of [
    ['--queries', join(folder, 'q.txt'), 'b'],
    ['--queries', join(folder, 'q.txt'), '--facet', 'people'],
    ['b', '--limit', '101'],
  ])
    expect((await cli(['search', ...bad, ...data])).code).toBe(2);
});
