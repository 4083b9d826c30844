/** Log-in and what a session may: forged forms, guessed passwords, given session ids, ended sessions. */
import { load } from 'cheerio';
import type { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { endUser } from '../../app/accounts/users.ts';
import type { Clock } from '../../core/clock.ts';
import { webApp } from '../../web/app.tsx';
import { addAccounts, HOST, loggedIn, NAMES, ORIGIN, openBrowser, PASSWORD } from './offices.ts';
import { openWorld, type World } from './world.ts';

describe('sessions', () => {
  let world: World;
  let app: Hono;
  const time = { now: Date.parse('2026-11-30T01:00:00.000Z'), address: '198.51.100.1' };
  const clock: Clock = { now: () => new Date(time.now), sleep: async () => undefined };
  beforeAll(async () => {
    world = await openWorld(`${ORIGIN}/`);
    await addAccounts({ ...world.works, clock });
  });
  beforeEach(() => {
    app = webApp({ ...world.works, clock }, { addressOf: () => time.address });
  });
  afterAll(() => world.close());
  const tried = (name: string, password: string) =>
    openBrowser(app).post('/dang-nhap', { ten: name, 'mat-khau': password });

  it('lie in a cookie that scripts and plain http never see', async () => {
    const response = await tried(NAMES.reader, PASSWORD);
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Host-diembao=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/u,
    );
    expect(response.headers.get('location')).toBe('/');
  });

  it('begin anew at log-in, whatever id the browser came with', async () => {
    const browser = openBrowser(app);
    browser.cookie = `__Host-diembao=${'a'.repeat(43)}`;
    expect((await browser.get('/')).headers.get('location')).toBe('/dang-nhap');
    await browser.post('/dang-nhap', { ten: NAMES.reader, 'mat-khau': PASSWORD });
    const first = browser.cookie;
    expect(first).not.toContain('aaaa');
    await browser.post('/dang-nhap', { ten: NAMES.editor, 'mat-khau': PASSWORD });
    expect(browser.cookie).not.toBe(first);
    const old = openBrowser(app);
    old.cookie = first;
    expect((await old.get('/')).status).toBe(303);
  });

  it('lead back to our own pages only', async () => {
    for (const [back, place] of [
      ['/hoi-nghi?loai=so-ket', '/hoi-nghi?loai=so-ket'],
      ['//evil.example/', '/'],
      ['/\\evil.example/', '/'],
      ['https://evil.example/', '/'],
    ] as const) {
      const given = { ten: NAMES.reader, 'mat-khau': PASSWORD, den: back };
      const response = await openBrowser(app).post('/dang-nhap', given);
      expect(response.headers.get('location')).toBe(place);
    }
  });

  it('tell a wrong name and a wrong password in the same words', async () => {
    const texts = [];
    for (const [name, password] of [
      ['Không có ai', PASSWORD],
      [NAMES.reader, 'mật khẩu sai hẳn'],
    ] as const) {
      const response = await tried(name, password);
      expect(response.status).toBe(403);
      texts.push(load(await response.text())('[role=alert]').text());
    }
    expect(texts[0]).toContain('không đúng');
    expect(new Set(texts).size).toBe(1);
  });

  it('slow down who guesses, and lock nobody out', async () => {
    for (let i = 0; i < 5; i += 1) await tried(NAMES.admin, 'sai sai sai sai');
    const waiting = await tried(NAMES.admin, PASSWORD);
    expect(waiting.status).toBe(429);
    expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThan(0);
    const unknown = [];
    for (let i = 0; i < 6; i += 1) unknown.push((await tried('Không có ai', 'sai')).status);
    expect(unknown.at(-1)).toBe(429);
    time.address = '198.51.100.2';
    expect((await tried(NAMES.admin, PASSWORD)).status).toBe(303);
    time.address = '198.51.100.1';
    time.now += 16 * 60_000;
    expect((await tried(NAMES.admin, PASSWORD)).status).toBe(303);
  });

  it('end with time, with log-out and with the password, and a form of before can still be sent', async () => {
    const browser = await loggedIn(app, 'editor');
    const other = await loggedIn(app, 'editor');
    time.now += 11 * 3_600_000;
    expect((await browser.get('/')).status).toBe(200);
    time.now += 11 * 3_600_000;
    expect((await browser.get('/')).status).toBe(200);
    expect((await other.get('/')).status).toBe(303);
    const token = load(await (await browser.get('/tai-khoan')).text())('input[name=_trang]').val();
    const left = browser.cookie;
    await browser.post('/dang-xuat', {});
    browser.cookie = left;
    expect((await browser.get('/')).status).toBe(303);
    const unsent = await browser.post('/diem-bao', { _trang: String(token) });
    expect(unsent.status).toBe(401);
    expect(await unsent.text()).toContain('đăng nhập ở một thẻ khác');
    const again = await loggedIn(app, 'editor');
    const sent = await again.post('/diem-bao', { _trang: String(token), 'nguoi-lam': 'Kẻ khác' });
    expect(sent.status).toBe(303);
    const made = await (await again.get(sent.headers.get('location') ?? '')).text();
    expect(made).toContain(NAMES.editor);
    expect(made).not.toContain('Kẻ khác');

    const third = await loggedIn(app, 'editor');
    const wrong = await again.post('/tai-khoan/mat-khau', { cu: 'sai', moi: PASSWORD });
    expect(wrong.status).toBe(400);
    const changed = { cu: PASSWORD, moi: `${PASSWORD} mới` };
    expect((await again.post('/tai-khoan/mat-khau', changed)).status).toBe(303);
    expect((await third.get('/')).status).toBe(303);
    const stale = await openBrowser(app).post('/dang-nhap', {
      ten: NAMES.editor,
      'mat-khau': changed.moi,
    });
    expect(stale.status).toBe(303);
  });

  it('take no form from elsewhere', async () => {
    const browser = await loggedIn(app, 'admin');
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ])
      expect((await browser.post('/dang-xuat', {}, headers)).status).toBe(403);
    for (const _trang of ['', 'x'.repeat(43)])
      expect((await browser.post('/dang-xuat', { _trang })).status).toBe(403);
    const silent = await app.request(`${ORIGIN}/dang-xuat`, {
      method: 'POST',
      headers: { host: HOST, cookie: browser.cookie },
    });
    expect(silent.status).toBe(403);
    expect((await browser.get('/')).status).toBe(200);
  });

  it('are told of tokens for programs once, which do what their scopes say', async () => {
    const browser = await loggedIn(app, 'admin');
    const made = await browser.post('/tai-khoan/khoa', { ten: 'bảng tính', quyen: 'read' });
    const token = load(await made.text())('code.token').text();
    expect(token).toMatch(/^diembao_[\w-]{43}$/u);
    expect(await (await browser.get('/tai-khoan')).text()).not.toContain(token);
    const ask = async (path: string, bearer: string) =>
      (
        await app.request(`${ORIGIN}${path}`, {
          headers: { host: HOST, authorization: `Bearer ${bearer}` },
        })
      ).status;
    expect(await ask('/api/v1/status', token)).toBe(200);
    expect(await ask('/metrics', token)).toBe(403);
    expect(await ask('/', token)).toBe(401);
    expect(await ask('/api/v1/status', `${token}x`)).toBe(401);
    const [{ id = 0 } = {}] = await world.works.archive.accounts.tokens.list(null);
    expect((await browser.post(`/tai-khoan/khoa/${id}/thu-hoi`, {})).status).toBe(303);
    expect(await ask('/api/v1/status', token)).toBe(401);
  });

  it('warn on every page where there is no https', async () => {
    const { config } = world.works;
    const plain = webApp({ ...world.works, config: { ...config, publicUrl: null } });
    const response = await plain.request('http://localhost/dang-nhap', {
      headers: { host: 'localhost' },
    });
    expect(await response.text()).toContain('không đi qua https');
    const secure = await openBrowser(app).get('/dang-nhap');
    expect(await secure.text()).not.toContain('không đi qua https');
  });

  it('end with their account', async () => {
    const browser = await loggedIn(app, 'reader');
    await endUser({ ...world.works, clock }, NAMES.reader, 'kiểm thử');
    expect((await browser.get('/')).status).toBe(303);
    expect((await tried(NAMES.reader, PASSWORD)).status).toBe(403);
  });
});
