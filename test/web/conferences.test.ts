/** Conferences: chosen by every filter, by calendar, each with its coverage, joined and parted by hand. */
import { load } from 'cheerio';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readPlain } from '../../parsers/read.ts';
import { conferenceKeys } from '../../parsers/refine/index.ts';
import { unpack } from '../../press-review/docx/unpack.ts';
import { webApp } from '../../web/app.tsx';
import { openWorld, type World } from './world.ts';

const HOST = 'localhost:8420';
const List = z.object({ total: z.int(), items: z.array(z.object({ id: z.string() })) });

describe('conferences', () => {
  let world: World;
  let app: Hono;
  beforeAll(async () => {
    world = await openWorld();
    app = webApp(world.works);
  });
  afterAll(() => world.close());

  const ask = (path: string) => app.request(`http://${HOST}${path}`, { headers: { host: HOST } });
  const get = async (path: string) => load(await (await ask(path)).text());
  const list = async (query = '') =>
    List.parse(await (await ask(`/api/v1/conferences${query}`)).json());
  const post = (path: string, body: Record<string, string>, headers: Record<string, string> = {}) =>
    app.request(`http://${HOST}${path}`, {
      method: 'POST',
      headers: {
        host: HOST,
        origin: `http://${HOST}`,
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      },
      body: new URLSearchParams(body).toString(),
    });

  it.each([
    ['', 1],
    ['?loai=so-ket', 1],
    ['?loai=dai-hoi', 0],
    ['?cap=huyen', 1],
    ['?cap=tinh', 0],
    ['?tinh-hinh=held', 1],
    ['?don-vi=lộc+hà', 1],
    ['?don-vi=loc+ha', 1],
    ['?dip=giữa+nhiệm+kỳ', 1],
    ['?nhiem-ky=2020-2025', 1],
    ['?nhiem-ky=2015-2020', 0],
    ['?tinh=42', 1],
    ['?tinh=40', 0],
    ['?tinh-nay=42', 1],
    ['?tu=2023-05-24&den=2023-05-24', 1],
    ['?tu=2023-05-25', 0],
  ])('%s: %i', async (query, total) => {
    expect(await list(query)).toMatchObject({ total });
    expect((await get(`/hoi-nghi${query}`))('tbody tr')).toHaveLength(total);
  });

  it('say which filter to leave out where none is found', async () => {
    const $ = await get('/hoi-nghi?loai=so-ket&cap=tinh');
    const way = $('.note a:contains("Bỏ bộ lọc cấp")');
    expect(way.attr('href')).toBe('/hoi-nghi?loai=so-ket');
    expect(way.parent().text()).toContain('1 hội nghị');
  });

  it('are exported as they are filtered', async () => {
    const href = (await get('/hoi-nghi?loai=so-ket'))('a[href*="danh-sach.csv"]').attr('href');
    const file = await ask(href ?? '');
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(file.headers.get('x-total-count')).toBe('1');
    expect((await file.text()).trimEnd().split('\r\n')).toHaveLength(2);
    expect((await ask('/hoi-nghi/danh-sach.xlsx?loai=dai-hoi')).status).toBe(200);
    expect((await ask('/hoi-nghi/danh-sach.pdf')).status).toBe(404);
  });

  it('stand in a calendar, each day a link', async () => {
    const $ = await get('/hoi-nghi/lich?thang=2023-05');
    expect($('td a[href*="tu=2023-05-24"]')).toHaveLength(1);
    expect($('td a[href*="tu=2023-05-25"]')).toHaveLength(0);
  });

  it('tell who wrote, what was said, and who kept silent or may have', async () => {
    const [conference] = (await list()).items;
    const $ = await get(`/hoi-nghi/${conference?.id}`);
    const text = $('main').text();
    expect(text).toContain('Báo Hà Tĩnh');
    expect(text).toContain('26/5/2023 08:00');
    expect(text).toContain('Nửa nhiệm kỳ còn lại, huyện dồn sức làm đường và xây trường');
    const official = [
      ...(await world.works.archive.officials.ofArticle(world.ids.get('so-ket') ?? '')).values(),
    ][0];
    expect(official).toBeTruthy();
    expect($(`#trich-loi a[href="/can-bo/${official}"]`)).toHaveLength(1);
    expect($('dl a[href="/dia-phuong/448"]')).toHaveLength(1);
    // Nothing was crawled here: nobody knows who kept silent.
    expect(text).toContain('chưa biết');
    // All that are not known for one reason stand together, out of the way.
    expect($('details.unknown')).toHaveLength(1);
    expect($('details.unknown summary').text()).toMatch(/^\d+ báo: chưa biết: /);
    expect($('details.unknown p').text()).toContain('Báo Nghệ An');
    expect($('#bao-chi tbody tr')).toHaveLength(1);
    const bytes = Buffer.from(
      await (await ask(`/hoi-nghi/${conference?.id}/bang.csv`)).arrayBuffer(),
    );
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const csv = bytes.toString('utf8');
    expect(csv).toContain('Báo Hà Tĩnh');
    expect(csv).toContain('chưa biết');
    expect(csv).toMatch(/^\ufeffnewspaper,situation,published_at,/);
    expect(csv).toContain('2023-06-30T07:00:00+07:00');
    const api = `/api/v1/conferences/${conference?.id}/coverage/export?format=`;
    expect(Buffer.from(await (await ask(`${api}csv`)).arrayBuffer()).equals(bytes)).toBe(true);
    expect((await ask(`${api}pdf`)).status).toBe(400);
    const xlsx = await ask(`/hoi-nghi/${conference?.id}/bang.xlsx`);
    expect(xlsx.headers.get('content-type')).toContain('spreadsheetml');
    const sheets = await unpack(new Uint8Array(await xlsx.arrayBuffer()));
    const [source, columns] = [2, 3].map((n) => sheets.get(`xl/worksheets/sheet${n}.xml`));
    expect(source).toMatch(/báo chí đưa tin: về «[^<]*xuất lúc \d\d:\d\d ngày/);
    expect(columns).toContain('situation');
    const lines = (await (await ask(`/hoi-nghi/${conference?.id}/bang.jsonl`)).text())
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toHaveLength(csv.trimEnd().split('\r\n').length - 1);
    expect(lines[0]).toMatchObject({ newspaper: 'Báo Hà Tĩnh', situation: 'đưa tin đầu tiên' });
    const all = await (await ask('/hoi-nghi/danh-sach.jsonl')).text();
    expect(all).toContain(`"id":"${conference?.id}"`);
    expect((await ask(`/hoi-nghi/${conference?.id}/bang.pdf`)).status).toBe(404);
  });

  it.each([
    ['/hoi-nghi/xyz', 404],
    ['/hoi-nghi?loai=la', 400],
    ['/hoi-nghi?tu=2023-02-31', 400],
    ['/hoi-nghi?sau=xyz', 400],
    ['/hoi-nghi/lich?thang=2023-13', 400],
  ])('answer %s with %i', async (path, status) => {
    expect((await ask(path)).status).toBe(status);
  });

  it('are joined and parted only by a name, with another, from our own pages', async () => {
    const id = (await list()).items[0]?.id ?? '';
    expect(
      (await post(`/hoi-nghi/${id}/ghep`, { 'trang-kia': id, 'nguoi-lam': 'Lan' })).status,
    ).toBe(400);
    expect((await post(`/hoi-nghi/${id}/tach`, { 'nguoi-lam': ' ' })).status).toBe(400);
    expect((await post(`/hoi-nghi/${id}/viec/999/rut`, { 'nguoi-lam': 'Lan' })).status).toBe(404);
    const foreign = await post(`/hoi-nghi/${id}/ghep`, {}, { origin: 'http://evil.example' });
    expect(foreign.status).toBe(403);
  });

  it('are one when a reader joins them: the other address leads there, and back when it is taken back', async () => {
    const [first] = (await list()).items;
    const article = readPlain(
      {
        id: 'dai-hoi',
        publishedAt: '2023-06-10T08:00:00+07:00',
        newspaper: 'baonghean',
        headline: 'Đại hội Đảng bộ xã Hồng Lộc lần thứ II',
        sapo: 'Sáng 9/6, Đảng bộ xã Hồng Lộc (huyện Lộc Hà) tổ chức Đại hội lần thứ II.',
        paragraphs: ['Đại hội Đảng bộ xã Hồng Lộc có 120 đại biểu.'],
      },
      null,
    );
    const aliases = ['https://example.test/dai-hoi'];
    await world.works.archive.articles.put(
      {
        article: { ...article, url: aliases[0] ?? null },
        aliases,
        pageId: null,
        fetchedAt: null,
        signature: [],
        conferenceKeys: conferenceKeys(article),
      },
      '2023-06-30T00:00:00.000Z',
    );
    const other = (await list('?loai=dai-hoi')).items[0]?.id ?? '';
    const joined = await post(`/hoi-nghi/${first?.id}/ghep`, {
      'trang-kia': other,
      'nguoi-lam': 'Lan',
    });
    expect(joined.headers.get('location')).toBe(`/hoi-nghi/${first?.id}#ghep-tach`);
    expect(await list()).toMatchObject({ total: 1 });
    const moved = await ask(`/hoi-nghi/${other}`);
    expect(moved.status).toBe(301);
    expect(moved.headers.get('location')).toBe(`/hoi-nghi/${first?.id}`);
    const $ = await get(`/hoi-nghi/${first?.id}`);
    expect($('#ghep-tach').text()).toContain('Lan');
    await post($('#ghep-tach form').attr('action') ?? '', { 'nguoi-lam': 'Minh' });
    expect((await ask(`/hoi-nghi/${other}`)).status).toBe(200);
    expect(await list()).toMatchObject({ total: 2 });
  });
});
