/** The researcher's way: a commune of today, the district it was, both maps, counts that agree with the search. */
import { load } from 'cheerio';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { tiles } from '../../app/localities/tiles.ts';
import { unitsAt } from '../../vietnamese/index.ts';
import { webApp } from '../../web/app.tsx';
import { openWorld, type World } from './world.ts';

const HOST = 'localhost:8420';
const Answer = z.object({ total: z.int() });

describe('localities', () => {
  let world: World;
  let app: Hono;
  beforeAll(async () => {
    world = await openWorld();
    app = webApp(world.works);
  });
  afterAll(() => world.close());

  const ask = (path: string) => app.request(`http://${HOST}${path}`, { headers: { host: HOST } });
  const get = async (path: string) => load(await (await ask(path)).text());
  const json = async (path: string): Promise<unknown> => (await ask(path)).json();
  const links = async (path: string) =>
    (await get(path))('.units a')
      .map((_, one) => load(one).text())
      .get();

  it('are the 34 provinces of today, or the 63 of a day before the reform, in Vietnamese order', async () => {
    const now = await links('/dia-phuong');
    expect(now).toHaveLength(34);
    expect(now.slice(0, 3)).toEqual(['Tỉnh An Giang', 'Tỉnh Bắc Ninh', 'Tỉnh Cà Mau']);
    const before = await links('/dia-phuong?ngay=2023-05-26');
    expect(before).toHaveLength(63);
    expect(before.slice(0, 3)).toEqual([
      'Tỉnh An Giang',
      'Tỉnh Bà Rịa - Vũng Tàu',
      'Tỉnh Bạc Liêu',
    ]);
    const $ = await get('/dia-phuong?ngay=2023-05-26');
    expect($('.units li:contains("Tỉnh Hà Tĩnh") .count').text()).toBe('1');
  });

  it('lead from the district of then to the communes of today, with when and by what', async () => {
    const $ = await get('/dia-phuong/448');
    expect($('h1').text()).toBe('Huyện Lộc Hà');
    expect($('nav[aria-label=Thuộc]').text()).toContain('Tỉnh Hà Tĩnh');
    const text = $('main').text();
    expect(text).toContain('Nay thuộc');
    expect(text).toContain('Xã Lộc Hà');
    expect($('a[href="/dia-phuong/42"]').length).toBeGreaterThan(0);
    expect($('.units a').length).toBe(12);
    const told = Answer.parse(await json('/api/v1/localities/448'));
    const searched = Answer.parse(await json('/api/v1/search?noi=448'));
    expect(told.total).toBe(1);
    expect(told).toMatchObject({ total: searched.total });
  });

  it('lead from a commune of today back to what it was, with the resolution', async () => {
    const found = await json('/api/v1/localities/t%3A18568');
    const Told = z.object({
      unit: z.object({ name: z.string() }),
      resolution: z.object({ day: z.string(), number: z.string().nullable() }),
      was: z.array(z.object({ name: z.string(), value: z.string() })),
      total: z.int(),
    });
    const told = Told.parse(found);
    expect(told.unit.name).toBe('Xã Lộc Hà');
    expect(told.resolution).toEqual({ day: '2025-07-01', number: '1665/NQ-UBTVQH15' });
    expect(told.was.map(({ name }) => name)).toContain('Thị trấn Lộc Hà');
    expect(told.total).toBe(1);
    expect((await get('/dia-phuong/t%3A18568'))('main').text()).toContain(
      'Nghị quyết số 1665/NQ-UBTVQH15',
    );
  });

  it('say where the data name no resolution, and that a province was joined by 202/2025/QH15', async () => {
    expect((await get('/dia-phuong/t%3A01'))('.meta').text()).toContain('từ trước tháng 4/2023');
    const province = unitsAt('2023-05-26', 'province').find(({ to }) => to === '2025-06-30');
    expect((await get(`/dia-phuong/${province?.code}`))('.meta').text()).toContain('202/2025/QH15');
    const commune = unitsAt('2023-05-26', 'commune').find(
      ({ code, to }) => to === '2025-06-30' && code.startsWith('00'),
    );
    expect((await get(`/dia-phuong/${commune?.code}`))('.meta').text()).toContain(
      'chưa có số nghị quyết trong dữ liệu',
    );
  });

  it('are compared by month, by name or by value, also within a question', async () => {
    const Compared = z.object({
      units: z.array(z.object({ value: z.string(), total: z.int() })),
      rows: z.array(z.object({ month: z.string(), counts: z.array(z.int()) })),
    });
    const two = Compared.parse(
      await json(
        `/api/v1/localities/compare?don-vi=${encodeURIComponent('huyện Lộc Hà')}&don-vi=t:40`,
      ),
    );
    expect(two.units.map(({ value }) => value)).toEqual(['448', 't:40']);
    expect(two.rows[0]).toMatchObject({ month: '2023-05' });
    for (const [i, { total }] of two.units.entries())
      expect(two.rows.reduce((sum, row) => sum + (row.counts[i] ?? 0), 0)).toBe(total);
    const none = Compared.parse(await json('/api/v1/localities/compare?don-vi=448&q=khongcogi'));
    expect(none.rows).toEqual([]);
  });

  it('are 34 tiles with as many articles as the search finds', async () => {
    const $ = await get('/dia-phuong/ban-do?q=lộc hà');
    expect($('.tiles li')).toHaveLength(34);
    expect($('.tiles li:contains("Hà Tĩnh")').attr('class')).toContain('shade-5');
    expect($('.tiles li:contains("Cà Mau")').attr('class')).toContain('shade-0');
  });

  it.each([
    ['/dia-phuong/999', 404],
    ['/dia-phuong/t%3A448', 404],
    ['/dia-phuong?ngay=2023-02-31', 400],
    ['/dia-phuong/so-sanh?don-vi=khongco', 404],
    ['/dia-phuong/so-sanh?don-vi=01&don-vi=42&don-vi=40&don-vi=38&don-vi=44', 400],
    ['/dia-phuong/%3Cscript%3E', 404],
  ])('answer %s with %i', async (path, status) => {
    const response = await ask(path);
    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain('<script>');
  });
});

it('every province of today has a tile of its own', () => {
  const drawn = tiles(new Map());
  expect(drawn.map(({ value }) => value.slice(2)).sort()).toEqual(
    unitsAt('9999-12-31', 'province').map(({ code }) => code),
  );
  expect(new Set(drawn.map(({ row, column }) => `${row}:${column}`)).size).toBe(34);
});
