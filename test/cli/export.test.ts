import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '../app/export/samples.ts';
import { readWorkbook } from '../app/export/workbook.ts';
import { cli } from './run-cli.ts';

describe('export', () => {
  let folder: string;
  let data: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'diembao-export-'));
    data = join(folder, 'data');
    const lines = Array.from({ length: 230 }, (_, i) =>
      JSON.stringify({
        id: i,
        headline: `Phiên chợ thứ ${i} của xã`,
        publishedAt: `2023-06-${String((i % 28) + 1).padStart(2, '0')}T07:00:00+07:00`,
        newspaper: i % 2 ? 'baohatinh' : 'baonghean',
        url: `https://bao.example/cho-${i}.html`,
        paragraphs: [i < 5 ? 'Trâu bò đông.' : 'Rau quả tươi.'],
      }),
    );
    const stdin = lines.join('\n');
    expect(
      (await cli(['import', '-', '--collection', 'thu', '--data', data], { stdin })).code,
    ).toBe(0);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const run = (...argv: string[]) => cli(['export', ...argv, '--data', data]);

  it('writes every article that a question finds, with a file beside it that says what it is', async () => {
    const file = join(folder, 'cho.csv');
    const said = await run('phiên chợ', '--output', file, '--json', '--newspaper', 'baohatinh');
    expect(said.code).toBe(0);
    expect(JSON.parse(said.out)).toMatchObject({
      written: 115,
      total: 115,
      complete: true,
      question: 'phiên chợ',
    });
    const rows = readCsv((await readFile(file, 'utf8')).slice(1));
    const id = rows[0]?.indexOf('url') ?? -1;
    expect(new Set(rows.slice(1).map((row) => row[id])).size).toBe(115);
    const source = JSON.parse(await readFile(`${file}.source.json`, 'utf8'));
    expect(source).toMatchObject({
      written: 115,
      complete: true,
      filters: { newspaper: ['baohatinh'] },
    });
    expect(source.citation).toContain('câu hỏi «phiên chợ»');
    expect(said.err).toContain('115/115 bài');
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('writes all articles in order of day, as a workbook too', async () => {
    const file = join(folder, 'tat-ca.xlsx');
    expect((await run('--output', file, '--from', '2023-06-03', '--to', '2023-06-04')).code).toBe(
      0,
    );
    const { sheets } = await readWorkbook(await readFile(file));
    expect(sheets[0]?.rows).toHaveLength(1 + 18);
  });

  it('writes to standard output', async () => {
    const said = await run('trâu bò', '--output', '-', '--format', 'jsonl');
    const lines = said.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ externalId }) => externalId).sort()).toEqual(['0', '1', '2', '3', '4']);
    expect(Object.keys(lines[0])).toContain('fetchedAt');
  });

  it('takes any filter', async () => {
    const said = await run('--output', '-', '--format', 'jsonl', '--filter', 'month=2023-05');
    expect(said).toMatchObject({ code: 0, out: '' });
    const two = await run(
      '--output',
      '-',
      '--format',
      'jsonl',
      '--filter',
      'newspaper=baonghean',
      '--filter',
      'newspaper=baohatinh',
    );
    expect(two.out.split('\n')).toHaveLength(231);
  });

  it('leaves what was there, and no half file, when it is stopped', async () => {
    const file = join(folder, 'dung.csv');
    await writeFile(file, 'cũ');
    const stop = new AbortController();
    stop.abort();
    const said = await cli(['export', '--output', file, '--data', data], { signal: stop.signal });
    expect(said.code).toBe(1);
    expect(said.err).toContain('stopped');
    expect(await readFile(file, 'utf8')).toBe('cũ');
    expect((await readdir(folder)).filter((name) => name.startsWith('dung'))).toEqual(['dung.csv']);
  });

  it.each([
    ['no output', []],
    ['no format', ['--output', 'x.doc']],
    ['an unknown filter', ['--output', '-', '--format', 'csv', '--filter', 'mau=do']],
    ['an unknown newspaper', ['--output', '-', '--format', 'csv', '--newspaper', 'khong-co']],
    [
      'a range that ends before it begins',
      ['--output', '-', '--format', 'csv', '--from', '2024-01-01', '--to', '2023-01-01'],
    ],
    ['a folder that is not there', ['--output', '/khong/co/thu-muc/x.csv']],
  ])('refuses %s with exit code 2', async (_, argv) => {
    expect((await run(...argv)).code).toBe(2);
  });
});
