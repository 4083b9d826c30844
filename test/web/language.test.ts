/** Which language a page is in, and what keeps the choice. */
import { load } from 'cheerio';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webApp } from '../../web/app.tsx';
import { openWorld, type World } from './world.ts';

describe('the language of a page', () => {
  let world: World;
  let app: Hono;
  beforeAll(async () => {
    world = await openWorld();
    app = webApp(world.works);
  });
  afterAll(() => world.close());

  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await app.request(path, { headers: { host: '127.0.0.1', ...headers } });
    const $ = load(await answer.text());
    return { answer, $, lang: $('html').attr('lang'), other: $('a.language') };
  };
  const ENGLISH = { cookie: 'diembao-lang=en' };

  it('is Vietnamese unless the reader chose, whatever the browser would like', async () => {
    for (const headers of [
      {},
      { 'accept-language': 'en-GB,en;q=0.9' },
      { cookie: 'diembao-lang=xx' },
    ]) {
      const { lang, $, answer } = await ask('/', headers);
      expect(lang).toBe('vi');
      expect($('nav').first().text()).toContain('Tìm bài');
      expect(answer.headers.get('content-language')).toBe('vi');
      expect(answer.headers.get('vary')).toContain('Cookie');
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
  });

  it('is chosen by a link in the head of the page, which keeps the question', async () => {
    const { other } = await ask('/?q=ch%E1%BB%A3&bao=baonghean');
    expect(other.text()).toBe('English');
    expect(other.attr('lang')).toBe('en');
    const english = await ask(other.attr('href') ?? '');
    expect(english.lang).toBe('en');
    expect(english.$('#q').val()).toBe('chợ');
    expect(english.$('nav').first().text()).toContain('Search');
    expect(english.answer.headers.get('set-cookie')).toBe(
      'diembao-lang=en; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax',
    );
    expect(new URL(english.other.attr('href') ?? '', 'http://a').search).toBe(
      '?q=ch%E1%BB%A3&bao=baonghean&lang=vi',
    );
  });

  it('is kept by the cookie, and left by the link', async () => {
    const { lang, answer } = await ask('/hoi-nghi', ENGLISH);
    expect(lang).toBe('en');
    expect(answer.headers.get('set-cookie')).toBeNull();
    const back = await ask('/hoi-nghi?lang=vi', ENGLISH);
    expect(back.lang).toBe('vi');
    expect(back.answer.headers.get('set-cookie')).toContain('diembao-lang=vi');
  });

  it.each(['/?lang=', '/?lang=xx', `/?lang=${'e'.repeat(500)}`, '/?lang=%3Cscript%3E'])(
    'is not changed by %s',
    async (path) => {
      const { lang, answer } = await ask(path, ENGLISH);
      expect(lang).toBe('en');
      expect(answer.headers.get('set-cookie')).toBeNull();
    },
  );

  it('leads to no other host', async () => {
    const { other, answer } = await ask('http://127.0.0.1//evil.example/x?y=1');
    expect(answer.status).toBe(404);
    expect(other.attr('href')).toBe('/evil.example/x?y=1&lang=en');
  });

  it('is each reader’s own when many ask at once', async () => {
    const asked = Array.from({ length: 40 }, (_, i) => (i % 2 ? ENGLISH : {}));
    const found = await Promise.all(asked.map((headers) => ask('/?q=ch%E1%BB%A3', headers)));
    expect(found.map(({ lang }) => lang)).toEqual(asked.map((_, i) => (i % 2 ? 'en' : 'vi')));
  });
});
