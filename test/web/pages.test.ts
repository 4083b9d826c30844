import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openWorks } from '../../app/compose.ts';
import { readConfig } from '../../app/config.ts';
import { readPlain } from '../../parsers/read.ts';
import { webApp } from '../../web/app.tsx';
import { openWorld, SCRIPT, type World } from './world.ts';

describe('the pages', () => {
  let world: World;
  let app: Hono;
  const get = (path: string, headers: Record<string, string> = { host: 'localhost:8420' }) =>
    app.request(`http://localhost:8420${path}`, { headers });
  const page = async (path: string) => {
    const response = await get(path);
    return { status: response.status, $: load(await response.text()) };
  };
  beforeAll(async () => {
    world = await openWorld();
    app = webApp(world.works);
  });
  afterAll(() => world.close());

  it('finds articles and marks the words', async () => {
    const { status, $ } = await page('/?q=so+ket+giua+nhiem+ky');
    expect(status).toBe(200);
    expect($('.hit h2').first().text()).toBe('Lộc Hà sơ kết giữa nhiệm kỳ');
    expect($('.hit h2 mark').text()).toContain('sơ kết');
    expect($('input[name=q]').val()).toBe('so ket giua nhiem ky');
    const quoted = await page('/?q=%22d%E1%BB%93n+s%E1%BB%A9c+l%C3%A0m%22');
    expect(quoted.$('.hit .found mark').text()).toBe('dồn sức làm');
    expect(quoted.$('.hit .found footer').text()).toContain('Trần Văn Thử, Bí thư Huyện ủy Lộc Hà');
  });

  it('filters by newspaper and month, and takes a filter back', async () => {
    const { $ } = await page('/?q=ch%E1%BB%A3&bao=baonghean&thang=2023-06');
    expect($('.summary strong').text()).toBe('24');
    const chosen = $('.facet a[aria-current]')
      .map((_, link) => $(link).attr('href'))
      .get();
    expect(chosen).toEqual(['/?q=ch%E1%BB%A3&thang=2023-06', '/?q=ch%E1%BB%A3&bao=baonghean']);
  });

  it('pages to the last hit without a doublet', async () => {
    const seen: string[] = [];
    let next: string | undefined = '/?q=ch%E1%BB%A3&dau=1';
    while (next) {
      const { $ } = await page(next);
      seen.push(
        ...$('.hit h2 a')
          .map((_, link) => $(link).attr('href') ?? '')
          .get(),
      );
      next = $('.pager a[rel=next]').attr('href');
    }
    expect(seen).toHaveLength(46);
    expect(new Set(seen).size).toBe(46);
  });

  it('says what to do when nothing is found, and past the last page', async () => {
    const none = await page('/?q=khongcogica&bao=baonghean');
    expect(none.$('.note').text()).toContain('bỏ bộ lọc Báo (0 bài)');
    const past = await page('/?q=ch%E1%BB%A3&trang=1000000000');
    expect(past.status).toBe(200);
    expect(past.$('.hit')).toHaveLength(0);
    expect(past.$('.note a').attr('href')).toBe('/?q=ch%E1%BB%A3');
  });

  it.each([
    ['/?trang=0', 400],
    ['/?trang=x', 400],
    ['/?xep=best', 400],
    [`/?q=${'a'.repeat(3_000)}`, 400],
    [`/?q=${'a'.repeat(20_000)}`, 414],
    ['/?tu=2023-02-31', 400],
    ['/?noi=9999', 400],
    ['/?tinhhinh=maybe', 400],
    ['/?thang=2023-13', 400],
    ['/?so=101', 400],
    ['/?soloc=1001', 400],
    [`/?muc=${'a'.repeat(401)}`, 400],
    [`/?${Array.from({ length: 51 }, (_, i) => `muc=${i}`).join('&')}`, 400],
    ['/bo-loc', 400],
    ['/bo-loc?theo=gi', 400],
    ['/bo-loc?theo=bao&trangloc=0', 400],
    ['/bo-loc?theo=bao&thutu=x', 400],
    [`/bo-loc?theo=bao&tim=${'a'.repeat(201)}`, 400],
    ['/bai/khong-co', 404],
    ['/hoi-nghi/khong-co', 404],
    ['/nothing', 404],
  ])('answers %s with %i and a page in Vietnamese', async (path, code) => {
    const { status, $ } = await page(path);
    expect(status).toBe(code);
    expect($('html').attr('lang')).toBe('vi');
    expect($('main').text().length).toBeGreaterThan(20);
  });

  it('shows an article with quotes, dates and places in their place', async () => {
    const { $ } = await page(`/bai/${world.ids.get('so-ket')}`);
    expect($('h1').text()).toBe('Lộc Hà sơ kết giữa nhiệm kỳ');
    expect($('.sapo .date').first().text()).toBe('Sáng 24/5');
    expect($('.sapo time').first().attr('datetime')).toBe('2023-05-24');
    expect($('#p1 .quote').text()).toBe(
      'Nửa nhiệm kỳ còn lại, huyện dồn sức làm đường và xây trường',
    );
    expect($('.place').first().attr('title')).toContain('Huyện Lộc Hà, Tỉnh Hà Tĩnh');
    expect($('blockquote footer').text()).toContain('Bí thư Huyện ủy Lộc Hà');
    expect($('a[href^="https://example.test/"]').length).toBeGreaterThan(0);
  });

  it('escapes everything that comes from outside', async () => {
    for (const path of [
      '/?q=ch%E1%BB%A3+vinh',
      `/?q=${encodeURIComponent(SCRIPT)}`,
      `/?bao=${encodeURIComponent(SCRIPT)}`,
      `/bai/${world.ids.get('hostile')}`,
      `/hoi-nghi?tu=${encodeURIComponent(`"><${SCRIPT}`)}`,
    ]) {
      const html = await (await get(path)).text();
      expect(html.replace('<script src="/assets/app.js" defer=""></script>', '')).not.toContain(
        '<script',
      );
      expect(load(html)('script:not([src="/assets/app.js"])')).toHaveLength(0);
    }
    const { $ } = await page(`/bai/${world.ids.get('hostile')}`);
    expect($('h1').text()).toContain(SCRIPT);
  });

  it('sends a policy that allows no script, with every answer', async () => {
    for (const path of ['/', '/nothing', '/assets/style.css', '/api/v1/search?q=x', '/?trang=x']) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it.each([
    ['localhost:8420', 200],
    ['127.0.0.1:9', 200],
    ['[::1]:8420', 200],
    ['diembao.example.vn', 421],
    ['evil.example', 421],
    ['127.0.0.1.evil.example', 421],
    ['', 421],
  ])('answers Host %j with %i', async (host, code) => {
    expect((await get('/', { host })).status).toBe(code);
  });

  it('gives the JSON of a page at /api/v1', async () => {
    const found = z
      .object({ total: z.number(), hits: z.array(z.object({ id: z.string() })) })
      .parse(await (await get('/api/v1/search?q=so+ket+giua+nhiem+ky')).json());
    expect(found.hits[0]?.id).toBe(world.ids.get('so-ket'));
    const article = z
      .object({ article: z.object({ headline: z.string() }) })
      .parse(await (await get(`/api/v1/articles/${found.hits[0]?.id}`)).json());
    expect(article.article.headline).toBe('Lộc Hà sơ kết giữa nhiệm kỳ');
    expect((await get('/api/v1/articles/none')).status).toBe(404);
    expect(await (await get('/api/v1/search?trang=0')).json()).toMatchObject({
      error: { code: 'question-bad-parameter' },
    });
  });

  it('lists the conferences', async () => {
    const { $ } = await page('/hoi-nghi?loai=so-ket');
    expect($('tbody tr')).toHaveLength(1);
    expect($('tbody').text()).toContain('Lộc Hà');
    const one = await page($('tbody a').attr('href') ?? '/');
    expect(one.$('main').text()).toContain('24/5/2023');
    expect(one.$(`a[href="/bai/${world.ids.get('so-ket')}"]`)).toHaveLength(1);
    expect((await page('/hoi-nghi?loai=dai-hoi')).$('.note').text()).toContain('Không có hội nghị');
  });

  it('shows the state of things', async () => {
    await world.works.archive.incidents.put({
      url: 'https://baohatinh.vn/mat.html',
      newspaper: 'baohatinh',
      code: 'gone',
      message: 'answers 410',
      at: '2023-06-30T00:00:00.000Z',
      pageId: null,
    });
    const { $ } = await page('/tinh-trang');
    expect($('main tbody').text()).toContain('Báo Hà Tĩnh');
    expect($('main tbody').text()).toContain('lập chỉ mục');
    expect($('main ul').text()).toContain('Báo Hà Tĩnh: trang không còn (gone), 1 trang');
    const english = (await page('/tinh-trang?lang=en')).$('main').text();
    expect(english).toContain('fetch older articles');
    expect(await (await get('/healthz')).json()).toEqual({ ok: true, articles: 47 });
  });
});

describe('an empty archive', () => {
  it('explains itself on every page and offers the demo, until there is an article', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'diembao-empty-'));
    const works = await openWorks(readConfig({ DIEMBAO_DATA: directory, DIEMBAO_LOG: 'silent' }));
    try {
      const app = webApp(works);
      const read = async (path: string, lang = 'vi') => {
        const request = new Request(`http://localhost${path}`, {
          headers: { host: 'localhost', cookie: `diembao-lang=${lang}` },
        });
        return load(await (await app.request(request)).text())('main');
      };
      expect((await read('/')).text()).toContain('Kho chưa có bài nào');
      const paths = [
        '/',
        '/hoi-nghi',
        '/hoi-nghi/lich',
        '/can-bo',
        '/dia-phuong',
        '/dia-phuong/42',
        '/dia-phuong/ban-do',
        '/dia-phuong/so-sanh',
        '/diem-bao',
        '/tim-da-luu',
        '/tinh-trang',
        '/bao-cao',
      ];
      for (const path of paths) {
        expect((await read(path)).find('.note code').first().text(), path).toBe('npm run demo');
        expect((await read(path, 'en')).find('.note').text(), path).toContain('no article yet');
      }
      const article = readPlain(
        {
          id: 'a',
          publishedAt: null,
          newspaper: null,
          headline: 'Tin',
          sapo: null,
          paragraphs: ['Chữ.'],
        },
        null,
      );
      await works.archive.articles.put(
        {
          article: { ...article, url: 'https://example.test/a' },
          aliases: ['https://example.test/a'],
          pageId: null,
          fetchedAt: null,
          signature: [],
          conferenceKeys: [],
        },
        '2023-06-30T00:00:00.000Z',
      );
      for (const path of paths)
        expect((await read(path)).text(), path).not.toContain('npm run demo');
    } finally {
      await works.close();
      await rm(directory, { recursive: true });
    }
  });
});
