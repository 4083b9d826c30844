/** The press office's morning: articles into a review, ordered and remarked on, out as a document. */
import { type CheerioAPI, load } from 'cheerio';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toDocx } from '../../press-review/docx/document.ts';
import { unpack } from '../../press-review/docx/unpack.ts';
import { webApp } from '../../web/app.tsx';
import { daily } from '../press-review/sample.ts';
import { openWorld, SCRIPT, type World } from './world.ts';

const HOST = 'localhost:8420';
const ORIGIN = {
  host: HOST,
  origin: `http://${HOST}`,
  'sec-fetch-site': 'same-origin',
};

describe('press reviews', () => {
  let world: World;
  let app: Hono;
  beforeAll(async () => {
    world = await openWorld();
    app = webApp(world.works);
  });
  afterAll(() => world.close());

  const ask = (path: string) => app.request(`http://${HOST}${path}`, { headers: { host: HOST } });
  const get = async (path: string) => load(await (await ask(path)).text());
  const post = (path: string, body: Record<string, string>) =>
    app.request(`http://${HOST}${path}`, {
      method: 'POST',
      headers: { ...ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(body).toString(),
    });
  /** What a browser would send of a form. */
  const formOf = ($: CheerioAPI, selector: string): Record<string, string> =>
    Object.fromEntries(
      $(selector)
        .first()
        .serializeArray()
        .map(({ name, value }) => [name, value.replace(/^\n/, '')]),
    );
  const made = async () => {
    const response = await post('/diem-bao', {
      loai: 'daily',
      tu: '2023-05-26',
      den: '2023-05-26',
      'nguoi-lam': 'Lan',
    });
    expect(response.status).toBe(303);
    return response.headers.get('location') ?? '';
  };
  const add = (path: string, section: number, body: Record<string, string>) =>
    post('/diem-bao/them', {
      ...body,
      vao: `${path.split('/').at(-1)}:${section}`,
      'nguoi-lam': 'Lan',
    });
  const legends = async (path: string) =>
    (await get(path))('fieldset.item legend')
      .map((_, one) => load(one).text().replace(/\s+/g, ' ').trim())
      .get();

  it('begin with an empty list that says what to do', async () => {
    const $ = await get('/diem-bao');
    expect($('.note').text()).toContain('Chưa có bản điểm báo nào');
    expect($('nav a[aria-current=page]').text()).toBe('Điểm báo');
  });

  it('take an article from its page with its sapo and the words of its speakers', async () => {
    const path = await made();
    const article = world.ids.get('so-ket') ?? '';
    const $ = await get(`/bai/${article}`);
    const form = formOf($, 'form[action="/diem-bao/them"]');
    expect(form.bai).toBe(article);
    const response = await post('/diem-bao/them', { ...form, 'nguoi-lam': 'Lan' });
    expect(response.headers.get('location')).toBe(`${path}#bai-${article}`);
    const page = await get(path);
    expect(page(`textarea[name="bai.${article}.tom-tat"]`).text()).toContain('Sáng 24/5');
    expect(page(`textarea[name="bai.${article}.trich-dan"]`).text().trim()).toBe(
      'Nửa nhiệm kỳ còn lại, huyện dồn sức làm đường và xây trường\n– Ông Trần Văn Thử, Bí thư Huyện ủy Lộc Hà',
    );
    // Sent twice it is there once.
    await post('/diem-bao/them', { ...form, 'nguoi-lam': 'Lan' });
    expect(await legends(path)).toHaveLength(1);
  });

  it('take all that a search finds, and all of a conference', async () => {
    const path = await made();
    await add(path, 1, { tim: '/?q="phiên chợ"&bao=baonghean&xep=oldest' });
    expect(await legends(path)).toHaveLength(23);
    const list = await get('/hoi-nghi');
    const conference = list('table a[href^="/hoi-nghi/"]').first().attr('href') ?? '';
    const form = formOf(await get(conference), 'form[action="/diem-bao/them"]');
    await add(path, 0, { 'hoi-nghi': form['hoi-nghi'] ?? '' });
    expect((await legends(path))[0]).toContain(
      'Lộc Hà sơ kết giữa nhiệm kỳ (Báo Hà Tĩnh, 26/5/2023)',
    );
  });

  it('are made for a whole week, month or quarter at one press', async () => {
    const $ = await get('/diem-bao');
    const names = $('button[name=ky]')
      .map((_, one) => $(one).attr('value'))
      .get();
    expect(names).toEqual(['week', 'month', 'quarter']);
    const response = await post('/diem-bao', {
      ...formOf($, 'form[action="/diem-bao"]'),
      'nguoi-lam': 'Lan',
      ky: 'quarter',
    });
    const page = await get(response.headers.get('location') ?? '');
    expect(page('h1').text()).toMatch(/^ĐIỂM BÁO – Quý (?:I|II|III|IV) năm 20\d\d$/);
  });

  it('take over the items of the daily ones of their days, as hands left them', async () => {
    const make = async (loai: string, tu: string, den: string) => {
      const sent = { loai, tu, den, 'nguoi-lam': 'Lan' };
      return (await post('/diem-bao', sent)).headers.get('location') ?? '';
    };
    const [first, second] = ['cho-30', 'cho-31'].map((name) => world.ids.get(name) ?? '');
    const monday = await make('daily', '2021-03-01', '2021-03-01');
    await add(monday, 2, { bai: first ?? '' });
    const judged = { 'nguoi-lam': 'Lan', [`bai.${first}.sac-thai`]: 'negative' };
    await post(monday, { ...formOf(await get(monday), 'form.review'), ...judged });
    await add(await make('daily', '2021-03-09', '2021-03-09'), 0, { bai: second ?? '' });
    const week = await make('periodic', '2021-03-01', '2021-03-07');
    const form = { ...formOf(await get(week), 'form.review'), 'nguoi-lam': 'Lan' };
    await post(week, { ...form, 'tieu-de': 'ĐIỂM BÁO TUẦN', lam: 'gom' });
    const $ = await get(week);
    expect($('h1').text()).toContain('ĐIỂM BÁO TUẦN');
    expect($('fieldset.item')).toHaveLength(1);
    expect($(`select[name="bai.${first}.sac-thai"] option[selected]`).attr('value')).toBe(
      'negative',
    );
    expect($('form.review > section').eq(2).find('fieldset.item')).toHaveLength(1);
    const again = { ...formOf($, 'form.review'), 'nguoi-lam': 'Lan', lam: 'gom' };
    await post(week, again);
    expect(await legends(week)).toHaveLength(1);
    expect((await get(monday))('button[value=gom]')).toHaveLength(0);
  });

  it('are edited in one form: texts, tone, order, sections', async () => {
    const path = await made();
    const [one, two] = ['cho-0', 'cho-1'].map((name) => world.ids.get(name) ?? '');
    await add(path, 1, { bai: one ?? '' });
    await add(path, 1, { bai: two ?? '' });
    const sent = formOf(await get(path), 'form.review');
    const response = await post(path, {
      ...sent,
      'nguoi-lam': 'Lan',
      [`bai.${two}.nhan-xet`]: 'Xem lại giá',
      [`bai.${two}.sac-thai`]: 'negative',
      'mau-dau': 'state',
      'co-quan': 'Văn phòng',
      lam: `len:${two}`,
    });
    expect(response.headers.get('location')).toBe(`${path}#bai-${two}`);
    expect(await legends(path)).toEqual([
      'Phiên chợ thứ 1 của xã (Báo Hà Tĩnh, 2/6/2023)',
      'Phiên chợ thứ 0 của xã (Báo Nghệ An, 1/6/2023)',
    ]);
    const text = await (await ask(`${path}/tai/md`)).text();
    expect(text).toContain('*Nhận xét:* Xem lại giá');
    expect(text).toContain('*Sắc thái:* Tiêu cực');
    expect(text).toContain('Văn phòng');
  });

  it('tell the second of two editors what the first wrote, and lose neither', async () => {
    const path = await made();
    const id = world.ids.get('cho-2') ?? '';
    await add(path, 1, { bai: id });
    const seen = { ...formOf(await get(path), 'form.review'), 'nguoi-lam': 'Minh' };
    const name = `bai.${id}.nhan-xet`;
    await post(path, { ...seen, 'nguoi-lam': 'Lan', [name]: 'chữ của Lan' });
    const response = await post(path, { ...seen, [name]: 'chữ của Minh', 'tieu-de': 'ĐIỂM TIN' });
    expect(response.status).toBe(409);
    const $ = load(await response.text());
    expect($('[role=alert]').text()).toContain('chữ của Lan');
    expect($(`textarea[name="${name}"]`).text().trim()).toBe('chữ của Minh');
    expect((await get(path))(`textarea[name="${name}"]`).text().trim()).toBe('chữ của Lan');
    const again = await post(path, { ...formOf($, 'form.review'), 'nguoi-lam': 'Minh' });
    expect(again.status).toBe(303);
    const last = await get(path);
    expect(last(`textarea[name="${name}"]`).text().trim()).toBe('chữ của Minh');
    expect(last('h1').text()).toContain('ĐIỂM TIN');
  });

  it('Regression: keep an item that one took out while another wrote on it, and say so', async () => {
    const path = await made();
    const [one, two] = ['cho-4', 'cho-5'].map((name) => world.ids.get(name) ?? '');
    for (const bai of [one, two]) await add(path, 1, { bai: bai ?? '' });
    const seen = { ...formOf(await get(path), 'form.review'), 'nguoi-lam': 'Minh' };
    await post(path, { ...seen, 'nguoi-lam': 'Lan', lam: `bo:${one}` });
    const written = await post(path, { ...seen, [`bai.${one}.nhan-xet`]: 'chữ của Minh' });
    expect(written.status).toBe(200);
    const $ = load(await written.text());
    expect($('[role=alert]').text()).toContain('Lan đã bỏ bài “Phiên chợ thứ 4 của xã”');
    const name = `textarea[name="bai.${one}.nhan-xet"]`;
    expect((await get(path))(name).text().trim()).toBe('chữ của Minh');

    const before = { ...formOf(await get(path), 'form.review'), 'nguoi-lam': 'Minh' };
    await post(path, { ...before, 'nguoi-lam': 'Lan', [`bai.${two}.nhan-xet`]: 'chữ của Lan' });
    const removing = load(await (await post(path, { ...before, lam: `bo:${two}` })).text());
    expect(removing('[role=alert]').text()).toContain('Lan đã sửa bài “Phiên chợ thứ 5 của xã”');
    expect(await legends(path)).toHaveLength(2);
    const last = { ...formOf(await get(path), 'form.review'), 'nguoi-lam': 'Minh' };
    await post(path, { ...last, lam: `bo:${two}` });
    expect(await legends(path)).toHaveLength(1);
  });

  it('Regression: lose nothing where several put articles in at the same moment', async () => {
    const path = await made();
    const bodies = [10, 11, 12, 13].map((i) => ({ bai: world.ids.get(`cho-${i}`) ?? '' }));
    const answers = await Promise.all(bodies.map((body) => add(path, 1, body)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect(await legends(path)).toHaveLength(4);
  });

  it('say what became of an article after it was put in', async () => {
    const path = await made();
    const [gone, changed] = ['cho-20', 'cho-21'].map((name) => world.ids.get(name) ?? '');
    for (const bai of [gone, changed]) await add(path, 1, { bai: bai ?? '' });
    expect((await get(path))('fieldset.item .note')).toHaveLength(0);
    const { articles } = world.works.archive;
    await articles.withdraw(gone ?? '', '2023-07-01T02:00:00.000Z');
    const stored = await articles.get(changed ?? '');
    if (!stored) throw new Error('no article');
    await articles.put(
      {
        article: { ...stored.article, headline: 'Phiên chợ khác' },
        aliases: [],
        pageId: null,
        fetchedAt: '2023-07-02T00:00:00.000Z',
        signature: [],
        conferenceKeys: [],
        conferencePlaces: [],
      },
      '2023-07-02T00:00:00.000Z',
    );
    const $ = await get(path);
    expect($(`#bai-${gone} .note`).text()).toContain('Bài đã bị gỡ');
    const link = $(`#bai-${changed} .note a`).attr('href') ?? '';
    expect(link).toBe(`/bai/${changed}/cac-ban?cu=1&moi=2`);
    expect((await ask(link)).status).toBe(200);
  });

  it('leave as Word, Excel, a page to print and Markdown, hostile texts harmless', async () => {
    const path = await made();
    await add(path, 1, { bai: world.ids.get('hostile') ?? '' });
    for (const [form, type] of [
      ['docx', 'wordprocessingml'],
      ['xlsx', 'spreadsheetml'],
      ['html', 'text/html'],
      ['md', 'text/markdown'],
      ['csv', 'text/csv'],
      ['jsonl', 'application/x-ndjson'],
    ]) {
      const response = await ask(`${path}/tai/${form}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toContain(type);
      if (form === 'html') {
        // Opened in the browser, with nothing but its own style.
        expect(response.headers.get('content-disposition')).toBeNull();
        const policy = response.headers.get('content-security-policy') ?? '';
        expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-/);
        expect(policy).not.toContain('script-src');
      } else
        expect(response.headers.get('content-disposition')).toMatch(
          new RegExp(`^attachment; filename=".*${form}"; filename\\*=UTF-8''`),
        );
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (form === 'docx') {
        const document = (await unpack(bytes)).get('word/document.xml') ?? '';
        expect(document).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
      }
      if (form === 'xlsx')
        expect((await unpack(bytes)).get('xl/worksheets/sheet1.xml')).toContain('&lt;script&gt;');
      if (form === 'xlsx') {
        const sheets = [...(await unpack(bytes)).values()].join('');
        expect(sheets).toMatch(
          /tin, bài: [^<]*, Ngày 26 tháng 5 năm 2023; 1 tin, bài [^<]*xuất lúc/,
        );
        expect(sheets).toContain('follow_up_deadline');
      }
      if (form === 'csv')
        expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toMatch(
          /^\ufeffsection,headline,.*\r\nTin trong tỉnh,/,
        );
      if (form === 'jsonl')
        expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({
          section: 'Tin trong tỉnh',
          tone: 'Chưa đánh giá',
        });
      if (form === 'html') expect(new TextDecoder().decode(bytes)).not.toContain(SCRIPT);
    }
    expect(await (await ask(path)).text()).not.toContain(SCRIPT);
  });

  it('fill a template that is sent, and say what is wrong with one', async () => {
    const path = await made();
    await add(path, 1, { bai: world.ids.get('cho-3') ?? '' });
    const send = async (bytes: Uint8Array) => {
      const body = new FormData();
      body.set('mau', new File([Uint8Array.from(bytes)], 'mau.docx'));
      return app.request(`http://${HOST}${path}/tai/mau`, {
        method: 'POST',
        headers: ORIGIN,
        body,
      });
    };
    const template = new Uint8Array(await (await ask('/diem-bao/mau')).arrayBuffer());
    const filled = new Uint8Array(await (await send(template)).arrayBuffer());
    expect((await unpack(filled)).get('word/document.xml')).toContain('Phiên chợ thứ 3 của xã');
    const refused = await send(await toDocx({ ...daily, sections: [] }));
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('thiếu {{noi_dung}}');
    const huge = await send(new Uint8Array(6 * 1024 * 1024));
    expect(huge.status).toBe(413);
  });

  it.each([
    ['a review that is not there', '/diem-bao/xyz', {}, 404],
    ['no name', '/diem-bao', { tu: '2023-05-26', den: '2023-05-26', 'nguoi-lam': ' ' }, 400],
    [
      'a day that is none',
      '/diem-bao',
      { tu: '2023-02-31', den: '2023-03-01', 'nguoi-lam': 'A' },
      400,
    ],
    [
      'days the wrong way round',
      '/diem-bao',
      { tu: '2023-03-02', den: '2023-03-01', 'nguoi-lam': 'A' },
      400,
    ],
    ['an article for nowhere', '/diem-bao/them', { bai: 'x', vao: 'xyz:0', 'nguoi-lam': 'A' }, 404],
    ['a wrong question', '/diem-bao/them', { tim: '/?trang=0', vao: 'moi', 'nguoi-lam': 'A' }, 400],
  ])('refuse %s', async (_, path, body, status) => {
    expect((await post(path, body)).status).toBe(status);
  });

  it('are taken from our own pages on this machine alone', async () => {
    const response = await app.request(`http://${HOST}/diem-bao`, {
      method: 'POST',
      headers: { ...ORIGIN, origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams({ 'nguoi-lam': 'A' }),
    });
    expect(response.status).toBe(403);
    const forwarded = await app.request(`http://${HOST}/bai/${world.ids.get('so-ket')}`, {
      headers: { host: HOST, 'x-forwarded-for': '203.0.113.9' },
    });
    expect(await forwarded.text()).not.toContain('/diem-bao/them');
  });

  it('go from the list when they are removed', async () => {
    const path = await made();
    await post(`${path}/xoa`, { 'nguoi-lam': 'Lan' });
    expect((await ask(path)).status).toBe(404);
    expect((await get('/diem-bao'))(`a[href="${path}"]`)).toHaveLength(0);
  });
});
