/** A search saved from its page, its news, its ways and its feed, without any script. */
import { type CheerioAPI, load } from 'cheerio';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webApp } from '../../web/app.tsx';
import { openWorld, type World } from './world.ts';

const HOST = 'localhost:8420';
const ORIGIN = { host: HOST, origin: `http://${HOST}`, 'sec-fetch-site': 'same-origin' };

describe('saved searches', () => {
  let world: World;
  let app: Hono;
  beforeAll(async () => {
    world = await openWorld();
    app = webApp(world.works);
  });
  afterAll(() => world.close());

  const ask = (path: string) => app.request(`http://${HOST}${path}`, { headers: { host: HOST } });
  const get = async (path: string) => load(await (await ask(path)).text());
  const post = (path: string, body: Record<string, string>, headers: object = ORIGIN) =>
    app.request(`http://${HOST}${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(body).toString(),
    });
  const fieldsOf = ($: CheerioAPI, action: string): Record<string, string> =>
    Object.fromEntries(
      $(`form[action="${action}"]`)
        .first()
        .serializeArray()
        .map(({ name, value }) => [name, value]),
    );
  const save = async (query: string, name: string) => {
    const sent = { ...fieldsOf(await get(query), '/tim-da-luu'), ten: name, 'nguoi-luu': 'Lan' };
    return post('/tim-da-luu', sent);
  };

  it('explains itself where there are none', async () => {
    expect((await get('/tim-da-luu'))('main').text()).toContain('Chưa lưu tìm kiếm nào');
  });

  it('keeps the whole question of the page, and leads back to it', async () => {
    const query = '/?q=chợ&bao=baohatinh&tu=2023-06-01&dau=1';
    const response = await save(query, 'Chợ Hà Tĩnh');
    expect(response.status).toBe(303);
    const $ = await get(response.headers.get('location') ?? '');
    expect($('h1').text()).toBe('Chợ Hà Tĩnh');
    const href = $('main a').first().attr('href') ?? '';
    const asked = new URL(href, 'http://x').searchParams;
    expect(Object.fromEntries(asked)).toEqual({
      q: 'chợ',
      bao: 'baohatinh',
      tu: '2023-06-01',
      dau: '1',
    });
    expect($('main').text()).toContain('Báo: Báo Hà Tĩnh');
    const total = (href: string) => get(href).then(($) => $('.summary strong').first().text());
    expect(await total(href)).toBe(await total(query));
    expect((await get('/tim-da-luu'))('tbody tr')).toHaveLength(1);
  });

  it('is not offered for a page that asks for everything', async () => {
    expect((await get('/'))('form[action="/tim-da-luu"]')).toHaveLength(0);
  });

  it('says what is wrong, and saves nothing then', async () => {
    await save('/?q=chợ', 'Hai lần');
    expect((await save('/?q=chợ', 'Hai lần')).status).toBe(409);
    expect((await save('/?q=chợ', ' ')).status).toBe(400);
    const foreign = { host: HOST, origin: 'http://elsewhere', 'sec-fetch-site': 'cross-site' };
    const sent = { tim: '/?q=chợ', ten: 'Lạ', 'nguoi-luu': 'Lan' };
    expect((await post('/tim-da-luu', sent, foreign)).status).toBe(403);
    expect((await ask('/tim-da-luu/none')).status).toBe(404);
  });

  it('takes ways to tell, and refuses those that lead inside', async () => {
    const path = (await save('/?q=chợ', 'Báo tin')).headers.get('location') ?? '';
    const add = (cach: string, address: string, gio = '') =>
      post(`${path}/noi-nhan`, { cach, 'dia-chi': address, gio, 'nguoi-luu': 'Lan' });
    expect((await add('webhook', 'http://127.0.0.1:1/')).status).toBe(400);
    expect(await (await add('mail', 'lan@bao.example')).text()).toContain('DIEMBAO_SMTP_URL');
    expect((await add('webhook', 'https://203.0.114.7/moc', '07:30')).status).toBe(303);
    const $ = await get(path);
    expect($('main').text()).toContain('gộp gửi lúc 07:30');
    const remove = $('form[action$="/xoa"]').first().attr('action') ?? '';
    await post(remove, { 'nguoi-luu': 'Lan' });
    expect((await get(path))('main').text()).toContain('Chưa có nơi nhận');
  });

  it('has a feed whose address can be changed and taken away', async () => {
    const path = (await save('/?q=chợ', 'Nguồn')).headers.get('location') ?? '';
    await post(`${path}/nguon`, { 'nguoi-luu': 'Lan' });
    const feedOf = async () => new URL((await get(path))('a[href*="/nguon/"]').attr('href') ?? '');
    const first = (await feedOf()).pathname;
    const feed = await ask(first);
    expect(feed.headers.get('content-type')).toContain('application/atom+xml');
    expect(await feed.text()).toContain('<feed xmlns="http://www.w3.org/2005/Atom"');
    await post(`${path}/nguon`, { 'nguoi-luu': 'Lan' });
    expect((await ask(first)).status).toBe(404);
    const second = (await feedOf()).pathname;
    await post(`${path}/nguon/tat`, { 'nguoi-luu': 'Lan' });
    expect((await ask(second)).status).toBe(404);
  });

  it('is gone when it was removed', async () => {
    const path = (await save('/?q=chợ', 'Thôi')).headers.get('location') ?? '';
    await post(`${path}/xoa`, { 'nguoi-luu': 'Minh' });
    expect((await ask(path)).status).toBe(404);
    expect((await save('/?q=chợ', 'Thôi')).status).toBe(303);
  });
});
