/** Every list as a file: by its page and by the API, whole, codes as text. */
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIST_FORMATS, listFile, numberCell, textCell } from '../../app/export/list-file.ts';
import { unitsAt } from '../../vietnamese/index.ts';
import { webApp } from '../../web/app.tsx';
import { readCsv } from '../app/export/samples.ts';
import { readWorkbook } from '../app/export/workbook.ts';
import { openWorld, type World } from './world.ts';

const HOST = 'localhost:8420';

describe('lists as files', () => {
  let world: World;
  let app: Hono;
  beforeAll(async () => {
    world = await openWorld();
    app = webApp(world.works);
    const send = { name: '=1+1', question: { text: 'chợ', from: '2023-06-01' }, by: 'Lan' };
    await app.request(`http://${HOST}/api/v1/saved-searches`, {
      method: 'POST',
      headers: { host: HOST, 'content-type': 'application/json' },
      body: JSON.stringify(send),
    });
  });
  afterAll(() => world.close());
  const ask = (path: string) => app.request(`http://${HOST}${path}`, { headers: { host: HOST } });
  const csv = async (path: string) => {
    const bytes = Buffer.from(await (await ask(path)).arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    return readCsv(bytes.subarray(3).toString('utf8'));
  };

  it.each(['conferences', 'officials', 'localities', 'saved-searches'])(
    '%s come in every format, as many as the header says',
    async (list) => {
      for (const format of LIST_FORMATS) {
        const response = await ask(`/api/v1/${list}/export?format=${format}`);
        expect(response.status).toBe(200);
        expect(response.headers.get('content-disposition')).toContain(`.${format}`);
        const bytes = Buffer.from(await response.arrayBuffer());
        const total = Number(response.headers.get('x-total-count'));
        expect(total).toBeGreaterThan(0);
        if (format === 'jsonl')
          expect(bytes.toString('utf8').trimEnd().split('\n')).toHaveLength(total);
        else if (format === 'csv')
          expect(readCsv(bytes.subarray(3).toString('utf8')).length).toBeGreaterThan(total);
        else expect((await readWorkbook(bytes)).sheets.map(({ name }) => name)).toContain('Cột');
      }
    },
  );

  it('localities are the provinces of a day, or the parts of one unit, codes with their zeros', async () => {
    const [head, ...rows] = await csv('/dia-phuong/danh-sach.csv?ngay=2023-05-26');
    expect(head).toEqual(['code', 'name', 'map', 'value', 'articles']);
    expect(rows).toHaveLength(unitsAt('2023-05-26', 'province').length);
    expect(rows.find(([, name]) => name === 'Thành phố Hà Nội')?.[0]).toBe('01');
    const parts = (await csv('/dia-phuong/danh-sach.csv?thuoc=448')).slice(1);
    expect(parts).toHaveLength(12);
    const file = await ask('/dia-phuong/danh-sach.xlsx');
    const { sheets } = await readWorkbook(Buffer.from(await file.arrayBuffer()));
    expect(sheets[0]?.rows[1]?.get('A')).toMatchObject({ type: 'inlineStr' });
    expect((await ask('/dia-phuong/danh-sach.csv?thuoc=999')).status).toBe(404);
    expect((await ask('/dia-phuong/danh-sach.csv?ngay=2023-02-31')).status).toBe(400);
  });

  it('saved searches tell no address of a feed, and no formula', async () => {
    const [head = [], row = []] = await csv('/tim-da-luu/danh-sach.csv');
    const told = Object.fromEntries(head.map((name, i) => [name, row[i]]));
    expect(told).toMatchObject({ name: "'=1+1", question: 'chợ', from: '2023-06-01', total: '' });
    const text = await (await ask('/tim-da-luu/danh-sach.jsonl')).text();
    expect(text).not.toContain('feedToken');
  });
});

it('a list that ends early says so in every format', async () => {
  const list = {
    name: 'thử',
    unit: 'mục',
    asked: '',
    columns: [{ id: 'a', heading: 'A', width: 8, meaning: 'số' }],
    items: [1, 2],
    total: 3,
    rows: (n: number) => [[n === 1 ? numberCell(n) : textCell(String(n))]],
  };
  const bytesOf = async (format: (typeof LIST_FORMATS)[number]) => {
    const parts: Uint8Array[] = [];
    for await (const part of listFile(list, format, new Date(0)).bytes) parts.push(part);
    return Buffer.concat(parts);
  };
  expect((await bytesOf('csv')).toString('utf8')).toBe(
    '\ufeffa\r\n1\r\n2\r\n# CHƯA ĐỦ: 2/3 mục\r\n',
  );
  expect((await bytesOf('jsonl')).toString('utf8')).toContain('{"incomplete":"CHƯA ĐỦ: 2/3 mục"}');
  const { sheets } = await readWorkbook(await bytesOf('xlsx'));
  expect(sheets.map(({ name }) => name)).toEqual(['Thử', 'Nguồn', 'Cột']);
  expect(sheets[1]?.rows[2]?.get('A')?.text).toBe('CHƯA ĐỦ: 2/3 mục');
});
