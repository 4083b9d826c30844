/** Correcting on the article page: forms without script, from our own pages only. */
import { type CheerioAPI, load } from 'cheerio';
import type { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { webApp } from '../../web/app.tsx';
import { openWorld, SCRIPT, type World } from './world.ts';

const HOST = 'localhost:8420';

describe('corrections on the article page', () => {
  let world: World;
  let app: Hono;
  beforeAll(async () => {
    world = await openWorld();
    app = webApp(world.works);
  });
  afterAll(() => world.close());

  const path = (name: string) => `/bai/${world.ids.get(name)}`;
  const get = async (from: string) => {
    const response = await app.request(`http://${HOST}${from}`, { headers: { host: HOST } });
    return load(await response.text());
  };
  const post = (to: string, body: Record<string, string>, headers: Record<string, string> = {}) =>
    app.request(`http://${HOST}${to}`, {
      method: 'POST',
      headers: {
        host: HOST,
        origin: `http://${HOST}`,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      },
      body: new URLSearchParams(body).toString(),
    });
  /** What a browser would send of the first form of a kind. */
  const form = ($: CheerioAPI, kind: string) => {
    const found = $(`form:has(input[name=sua][value=${kind}])`).first();
    return {
      to: found.attr('action') ?? '',
      body: Object.fromEntries(found.serializeArray().map(({ name, value }) => [name, value])),
    };
  };
  const send = async (name: string, kind: string, change: Record<string, string>) => {
    const { to, body } = form(await get(path(name)), kind);
    const response = await post(to, { ...body, 'nguoi-sua': 'Lan', ...change });
    return { status: response.status, location: response.headers.get('location'), response };
  };
  const Told = z.object({
    article: z.object({
      quotes: z.array(z.object({ speaker: z.object({ name: z.string().nullable() }).nullable() })),
      places: z.array(z.object({ text: z.string(), code: z.string().nullable() })),
    }),
    corrections: z.array(
      z.object({ id: z.int(), by: z.string(), at: z.string(), state: z.string() }),
    ),
  });
  const told = async (name: string) => {
    const response = await app.request(`http://${HOST}/api/v1/articles/${world.ids.get(name)}`, {
      headers: { host: HOST },
    });
    return Told.parse(await response.json());
  };
  /** Whatever a test corrected is taken back before the next. */
  beforeEach(async () => {
    for (const name of ['so-ket', 'hostile'])
      for (const { id, state } of (await told(name)).corrections)
        if (state !== 'withdrawn') await post(`${path(name)}/sua/${id}/rut`, { 'nguoi-sua': 'x' });
    await world.works.queue.idle();
  });

  it('gives a quotation its speaker and office, shown with who and when, found by search', async () => {
    const { status, location } = await send('so-ket', 'quote', {
      'nguoi-noi': 'Lê Thị Mẫu',
      'chuc-vu': 'Chủ tịch UBND huyện Lộc Hà\r\nỦy viên dự khuyết',
    });
    expect({ status, location }).toEqual({ status: 303, location: `${path('so-ket')}#sua-tay` });
    const $ = await get(path('so-ket'));
    const footer = $('blockquote footer').first().text();
    expect(footer).toContain('Lê Thị Mẫu, Chủ tịch UBND huyện Lộc Hà; Ủy viên dự khuyết');
    expect(footer).toMatch(/đã sửa: Lan, \d\d?\/\d\d?\/\d{4} \d\d:\d\d/);
    expect($('#sua-tay').text()).toContain('người nói: Trần Văn Thử');
    expect((await told('so-ket')).article.quotes[0]?.speaker?.name).toBe('Lê Thị Mẫu');
    await world.works.queue.idle();
    const found = await get('/?nguoi=L%C3%AA+Th%E1%BB%8B+M%E1%BA%ABu');
    expect(found('.hit h2').text()).toBe('Lộc Hà sơ kết giữa nhiệm kỳ');
  });

  it('takes a correction back and keeps it listed', async () => {
    await send('so-ket', 'quote', { 'nguoi-noi': 'Lê Thị Mẫu' });
    const $ = await get(path('so-ket'));
    const action = $('.take-back').first().attr('action') ?? '';
    expect((await post(action, { 'nguoi-sua': 'Minh' })).status).toBe(303);
    const later = await get(path('so-ket'));
    expect(later('blockquote footer').first().text()).toContain('Trần Văn Thử');
    expect(later('#sua-tay li').first().text()).toMatch(/đã bỏ: Minh/);
    expect(later('.corrected')).toHaveLength(0);
    expect(
      (await post(`${path('hostile')}${action.slice(path('so-ket').length)}`, { 'nguoi-sua': 'M' }))
        .status,
    ).toBe(404);
  });

  it('settles days and places, by name or code', async () => {
    expect((await send('so-ket', 'date', { tu: '2023-05-23', den: '2023-05-23' })).status).toBe(
      303,
    );
    const $ = await get(path('so-ket'));
    expect($('.sapo time').first().attr('datetime')).toBe('2023-05-23');
    await send('so-ket', 'place', { noi: 'thị trấn Lộc Hà, huyện Lộc Hà', 'moi-cho': '1' });
    const { article } = await told('so-ket');
    expect(article.places[0]?.code).toBe('18568');
    await send('so-ket', 'place', { noi: '42' });
    expect((await told('so-ket')).article.places[0]?.code).toBe('42');
  });

  it('corrects a conference in the list of conferences too', async () => {
    await send('so-ket', 'conference', {
      'don-vi': 'Huyện ủy Mẫu',
      tu: '2023-05-20',
      den: '2023-05-20',
    });
    const list = await get('/hoi-nghi?loai=so-ket');
    expect(list('tbody').text()).toContain('Huyện ủy Mẫu');
    expect(list('tbody').text()).toContain('20/5/2023');
  });

  it('of two who correct the same words at once the second is told, other words are nobody’s conflict', async () => {
    const shown = await get(path('so-ket'));
    const { to, body } = form(shown, 'quote');
    const by = (who: string, name: string, more: Record<string, string> = {}) =>
      post(to, { ...body, 'nguoi-sua': who, 'nguoi-noi': name, ...more });
    expect((await by('Lan', 'Lê Thị Mẫu')).status).toBe(303);
    const refused = await by('Minh', 'Phạm Văn Khác');
    expect(refused.status).toBe(409);
    expect(await refused.text()).toMatch(
      /Lan vừa sửa chỗ này lúc \d\d?\/\d\d?\/\d{4} \d\d:\d\d; chưa ghi gì của lần sửa này/u,
    );
    expect((await told('so-ket')).article.quotes[0]?.speaker?.name).toBe('Lê Thị Mẫu');
    // The same form twice, and a day in the same article that Lan did not touch.
    expect((await by('Lan', 'Lê Thị Mẫu')).status).toBe(303);
    const day = form(shown, 'date');
    const dated = { ...day.body, 'nguoi-sua': 'Minh', tu: '2023-05-23', den: '2023-05-23' };
    expect((await post(day.to, dated)).status).toBe(303);
    // Taken back meanwhile is told too.
    const again = form(await get(path('so-ket')), 'quote');
    const [made] = (await told('so-ket')).corrections.filter(({ state }) => state === 'applied');
    await post(`${path('so-ket')}/sua/${made?.id}/rut`, { 'nguoi-sua': 'Lan' });
    const late = await post(again.to, { ...again.body, 'nguoi-sua': 'Minh', 'nguoi-noi': 'X Y' });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('vừa được bỏ');
  });

  it('stores nothing where nothing changed, and once where a form is sent twice', async () => {
    const before = (await told('so-ket')).corrections.length;
    for (const kind of ['quote', 'date', 'place', 'conference'])
      expect((await send('so-ket', kind, {})).status).toBe(303);
    expect((await told('so-ket')).corrections).toHaveLength(before);
    const { to, body } = form(await get(path('so-ket')), 'quote');
    const sent = { ...body, 'nguoi-sua': 'Lan', 'nguoi-noi': 'Lê Thị Mẫu' };
    for (let i = 0; i < 2; i++) expect((await post(to, sent)).status).toBe(303);
    expect((await told('so-ket')).corrections).toHaveLength(before + 1);
  });

  it('escapes what was typed', async () => {
    await send('hostile', 'quote', {
      'nguoi-noi': SCRIPT,
      'chuc-vu': `"><img src=x>${SCRIPT}`,
      'nguoi-sua': `"'>${SCRIPT}`,
    });
    const $ = await get(path('hostile'));
    expect($('img')).toHaveLength(0);
    expect(
      $('script')
        .map((_, script) => $(script).attr('src') ?? 'inline')
        .get(),
    ).toEqual(['/assets/app.js']);
    expect($('#sua-tay').text()).toContain(`"'>${SCRIPT}`);
    expect($('blockquote footer').first().text()).toContain(`"><img src=x>${SCRIPT}`);
  });

  it.each([
    ['another site’s form', { origin: 'https://evil.example' }],
    ['a form of no origin', { origin: 'null' }],
    ['another port’s form', { origin: 'http://localhost:9999' }],
    ['a cross-site request', { 'sec-fetch-site': 'cross-site' }],
    ['a same-site request', { 'sec-fetch-site': 'same-site' }],
    ['a forwarded request', { 'x-forwarded-for': '10.0.0.1' }],
  ])('refuses %s', async (_, headers) => {
    const before = (await told('so-ket')).corrections.length;
    const { to, body } = form(await get(path('so-ket')), 'quote');
    const sent = { ...body, 'nguoi-sua': 'Lan', 'nguoi-noi': 'Kẻ Lạ' };
    expect((await post(to, sent, headers)).status).toBe(403);
    expect((await told('so-ket')).corrections).toHaveLength(before);
  });

  it.each([
    ['a day that does not exist', 'date', { tu: '2023-02-31' }, 400],
    ['days the wrong way round', 'date', { tu: '2023-05-02', den: '2023-05-01' }, 400],
    ['a place that does not exist', 'place', { noi: 'Xã Không Có Đâu' }, 400],
    ['a place that may be several', 'place', { noi: 'Phường 5' }, 400],
    ['a code of nothing', 'place', { noi: '99999' }, 400],
    ['nobody’s name', 'quote', { 'nguoi-noi': 'A B', 'nguoi-sua': ' ' }, 400],
    ['a span of letters', 'quote', { cho: 'a:b:c' }, 400],
    ['a span outside the text', 'quote', { cho: '1:900:990', 'nguoi-noi': 'A B' }, 400],
    ['an unknown kind', 'quote', { sua: 'body' }, 400],
    ['an unknown status', 'conference', { 'tinh-hinh': 'maybe' }, 400],
    ['a paragraph read anew meanwhile', 'quote', { doan: 'other', 'nguoi-noi': 'A B' }, 409],
    ['a megabyte', 'quote', { 'chuc-vu': 'x'.repeat(1_000_000) }, 413],
    ['a long field', 'quote', { 'nguoi-noi': 'x'.repeat(5_000) }, 400],
  ])('answers %s in Vietnamese and stores nothing', async (_, kind, change, code) => {
    const before = (await told('so-ket')).corrections.length;
    const { status, response } = await send('so-ket', kind, change);
    expect(status).toBe(code);
    const $ = load(await response.text());
    expect($('html').attr('lang')).toBe('vi');
    expect($('main').text().length).toBeGreaterThan(20);
    expect((await told('so-ket')).corrections).toHaveLength(before);
  });

  it('answers an article that is not there with 404, and a body that is no form with 400', async () => {
    const { body } = form(await get(path('so-ket')), 'quote');
    const sent = { ...body, 'nguoi-sua': 'Lan', 'nguoi-noi': 'A B' };
    expect((await post('/bai/khong-co/sua', sent)).status).toBe(404);
    const json = await post(`${path('so-ket')}/sua`, {}, { 'content-type': 'application/json' });
    expect(json.status).toBe(400);
  });
});

it('offers no form, and takes none, where the page is public', async () => {
  const world = await openWorld('https://diembao.example.vn/');
  try {
    const app = webApp(world.works);
    const url = `http://localhost/bai/${world.ids.get('so-ket')}`;
    const $ = load(await (await app.request(url, { headers: { host: 'localhost' } })).text());
    expect($('form[method=post]')).toHaveLength(0);
    const headers = { host: 'localhost', 'content-type': 'application/x-www-form-urlencoded' };
    const sent = await app.request(`${url}/sua`, { method: 'POST', headers, body: 'a=b' });
    expect(sent.status).toBe(403);
  } finally {
    await world.close();
  }
});
