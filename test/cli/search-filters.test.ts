import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { filtersOf } from '../../cli/search-filters.ts';
import { cli } from './run-cli.ts';

/** synthetic */
const LINES = [
  {
    id: 1,
    publishedAt: '2023-05-26T08:00:00+07:00',
    headline: 'Đảng bộ huyện Lộc Hà sơ kết giữa nhiệm kỳ',
    paragraphs: [
      'Sáng 24/5, Đảng bộ huyện Lộc Hà tổ chức hội nghị sơ kết giữa nhiệm kỳ 2020 - 2025.',
      'Ông Trần Văn Thử, Bí thư Huyện ủy Lộc Hà cho biết: “Nửa nhiệm kỳ còn lại, huyện dồn sức làm đường”.',
    ],
  },
  {
    id: 2,
    publishedAt: '2023-06-02T08:00:00+07:00',
    headline: 'Chợ phiên ở Vinh',
    paragraphs: ['Chợ sơ kết một năm mở lại ở thành phố Vinh, tỉnh Nghệ An.'],
  },
  { id: 3, headline: 'Thơ sơ kết mùa vụ', paragraphs: ['Không rõ ngày nào.'] },
];

let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'diembao-filters-'));
  const stdin = LINES.map((one) => JSON.stringify(one)).join('\n');
  const { code } = await cli(['import', '-', '--collection', 'loc', '--data', data], { stdin });
  expect(code).toBe(0);
});
afterAll(() => rm(data, { recursive: true, force: true }));

const Found = z.object({ hits: z.array(z.object({ externalId: z.string().nullable() })) });
const found = async (...options: string[]) => {
  const { code, out, err } = await cli(['search', 'sơ kết', '--json', '--data', data, ...options]);
  expect({ code, err }, options.join(' ')).toEqual({ code: 0, err: '' });
  return Found.parse(JSON.parse(out))
    .hits.map((hit) => hit.externalId)
    .sort()
    .join(' ');
};

it('narrows by every option', async () => {
  expect(await found()).toBe('1 2 3');
  expect(await found('--place', 'huyện Lộc Hà')).toBe('1');
  expect(await found('--place', '448')).toBe('1');
  expect(await found('--place', 't:42', 'tỉnh Nghệ An')).toBe('1 2');
  expect(await found('--official', 'Trần Văn Thử')).toBe('1');
  expect(await found('--person', 'Không Ai', 'Trần Văn Thử')).toBe('1');
  expect(await found('--office', 'Bí thư Huyện ủy Lộc Hà')).toBe('1');
  expect(await found('--kind', 'so-ket', '--status', 'held', '--level', 'huyen')).toBe('1');
  expect(await found('--kind', 'dai-hoi')).toBe('');
  expect(await found('--month', '2023-05', '2023-06')).toBe('1 2');
  expect(await found('--from', '2023-06-01')).toBe('2');
  expect(await found('--undated')).toBe('3');
  expect(await found('--quotes')).toBe('1');
  expect(await found('--reprints', 'none')).toBe('1 2 3');
  expect(await found('--reprints', 'only')).toBe('');
  expect(await found('--withdrawn')).toBe('');
  expect(await found('--group')).toBe('1 2 3');
});

it('lists a facet', async () => {
  const { code, out } = await cli([
    'search',
    '--data',
    data,
    '--facet',
    'officials',
    '--within',
    'tran',
  ]);
  expect({ code, out }).toEqual({ code: 0, out: '1 giá trị\n        1  Trần Văn Thử\n' });
  const json = await cli([
    'search',
    '--data',
    data,
    '--facet',
    'places',
    '--within',
    'loc ha',
    '--json',
  ]);
  expect(JSON.parse(json.out)).toMatchObject({ facet: 'places', order: 'count' });
});

it('knows a place by name, by each of its states, and on both maps', () => {
  expect(filtersOf({ place: ['xã Lộc Hà'] }).places).toEqual(['18568@2025-07-01', 't:18568']);
  expect(filtersOf({ place: ['huyen loc ha'] }).places).toEqual(['448']);
  expect(filtersOf({ place: ['91@2025-07-01'] }).places).toEqual(['91@2025-07-01']);
  expect(() => filtersOf({ place: ['Lóc Hà'] })).toThrow('No place');
});

it.each([
  ['--place', 'Xứ Không Có'],
  ['--kind', 'hop'],
  ['--status', 'maybe'],
  ['--month', '2023-13'],
  ['--reprints', 'some'],
  ['--facet', 'x'],
  ['--within', 'x'],
  ['--from', '2024-02-01', '--to', '2024-01-01'],
])('ends %s %s with 2', async (...options) => {
  expect((await cli(['search', 'a', '--data', data, ...options])).code).toBe(2);
});
