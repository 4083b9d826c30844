/** What comes in over a real connection and is wrong: a clear answer each, nothing lost, and the server goes on. */
import { connect } from 'node:net';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Failure, StoredReview } from '../../web/api/answers.ts';
import { webApp } from '../../web/app.tsx';
import { startWeb, type Web } from '../../web/index.ts';
import { addAccounts, HOST, loggedIn, ORIGIN } from './offices.ts';
import { openWorld, SCRIPT, type World } from './world.ts';

const MEGABYTES_2 = 'a'.repeat(2 * 1024 * 1024);

/** The first line and the body of what the server says to these bytes. */
function said(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      answer += chunk;
    });
    socket.on('end', () => resolve(answer));
    socket.on('error', (error) => (answer ? resolve(answer) : reject(error)));
  });
}

describe('over a connection', () => {
  let world: World;
  let web: Web;
  beforeAll(async () => {
    world = await openWorld();
    web = await startWeb(world.works, { host: '127.0.0.1', behindPublish: false });
  });
  afterAll(async () => {
    await web.close();
    await world.close();
  });
  const get = (path: string) => fetch(new URL(path, web.url), { redirect: 'manual' });
  const send = (method: string, path: string, body: unknown) =>
    fetch(new URL(`/api/v1${path}`, web.url), {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it.each(['/?q=', '/hoi-nghi?donvi=', '/api/v1/search?q='])(
    'two megabytes behind %s are too long, and said to be',
    async (path) => {
      const answer = await said(
        web.url,
        `GET ${path}${MEGABYTES_2} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 414 /u);
      expect(answer).toContain('hãy rút ngắn lại');
      expect((await get('/healthz')).status).toBe(200);
    },
  );

  it('what is no HTTP is refused, and the server goes on', async () => {
    expect(await said(web.url, 'XIN CHÀO\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /u);
    expect((await get('/healthz')).status).toBe(200);
  });

  it.each([
    ['/?q=ch%E1%BB%A3&trang=1000000000', 200, 'ở sau kết quả cuối cùng'],
    [`/?q=a&trang=${'9'.repeat(30)}`, 400, 'số trang'],
    ['/?q=a&tu=2023-02-31', 400, '2023-02-31'],
    ['/hoi-nghi?tu=2023-02-31', 400, '2023-02-31'],
    ['/can-bo?ngay=2023-02-31', 400, '2023-02-31'],
    ['/dia-phuong?ngay=2023-02-31', 400, '2023-02-31'],
    ['/can-bo?noi=999', 400, '999'],
    ['/hoi-nghi?sau=xyz', 400, '“xyz” không phải chỗ nối tiếp của danh sách'],
    ['/can-bo?sau=xyz', 400, 'Mở lại danh sách từ đầu.'],
    ['/diem-bao?sau=xyz', 400, 'chỗ nối tiếp'],
    ['/dia-phuong/999', 404, '999'],
    ['/bai/khong-co', 404, 'Không'],
    ['/diem-bao/khong-co', 404, 'khong-co'],
  ])('%s is answered with %i and says %s', async (path, status, words) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(words);
  });

  it.each([
    '/?q=',
    '/?noi=',
    '/hoi-nghi?dip=',
    '/can-bo?ten=',
    '/dia-phuong/',
    '/dia-phuong/so-sanh?don-vi=',
    '/dia-phuong/ban-do?q=',
    '/bo-loc?theo=bao&tim=',
    '/tim-da-luu/',
  ])('a script in %s is never markup', async (path) => {
    const answer = await get(`${path}${encodeURIComponent(SCRIPT)}`);
    expect(answer.status).toBeLessThan(500);
    expect(await answer.text()).not.toContain(SCRIPT);
  });

  it.each([
    ['chợ từ:31/2/2023', 'vi', '“31/2/2023” không phải ngày, tháng hay năm có trong lịch.'],
    ['chợ từ:31/2/2023', 'en', '“31/2/2023” is no day, month or year of the calendar.'],
    ['tỉnh:Xyzzy', 'vi', 'Không có tỉnh, huyện, xã nào tên “Xyzzy”.'],
    ['huyện:Lộc Hà tỉnh:An Giang', 'vi', 'không nằm trong nhau'],
    ['nguồn:xyzzy', 'vi', 'Không có báo nào tên “xyzzy”.'],
    ['loại:xyzzy', 'vi', 'sơ kết, tổng kết'],
    ['chính xác:chắc', 'vi', 'Ghi chính xác:có hoặc chính xác:không.'],
    ['-a -b -c -d -e -f', 'vi', 'nhiều nhất 5 từ'],
    ['a'.repeat(1_001), 'vi', 'dài nhất 1.000 ký tự'],
    [`từ:${SCRIPT}`, 'vi', 'không phải ngày'],
  ])(
    'the question %s is refused in words of the reader (%s), and stays in the box',
    async (text, lang, words) => {
      const answer = await get(`/?bao=baohatinh&lang=${lang}&q=${encodeURIComponent(text)}`);
      expect(answer.status).toBe(400);
      const html = await answer.text();
      expect(html).not.toContain(SCRIPT);
      const $ = load(html);
      expect($('.note').text()).toContain(words);
      expect($('#q').attr('value')).toBe(text);
      expect($('form.search input[name=bao]').attr('value')).toBe('baohatinh');
    },
  );

  it('a filter that is wrong is left out of the question that stays in the box', async () => {
    const $ = load(await (await get('/?q=ch%E1%BB%A3&noi=x999')).text());
    expect($('#q').attr('value')).toBe('chợ');
    expect($('form.search input[name=noi]')).toHaveLength(0);
  });

  it.each([
    ['2023-02-31', '2023-03-01', 'không có trong lịch'],
    ['2023-03-02', '2023-03-01', 'Ngày đầu sau ngày cuối'],
    ['', '', 'chưa ghi đủ ngày'],
  ])('a press review from %s to %s is refused in words of the reader', async (tu, den, words) => {
    const answer = await fetch(new URL('/diem-bao', web.url), {
      method: 'POST',
      body: new URLSearchParams({ loai: 'daily', tu, den, 'nguoi-lam': 'Lan' }),
    });
    expect(answer.status).toBe(400);
    expect(load(await answer.text())('main').text()).toContain(words);
  });

  it('who gives no name is told so, without an option of the command line', async () => {
    const days = { tu: '2023-03-01', den: '2023-03-01', 'nguoi-lam': '' };
    const answer = await fetch(new URL('/diem-bao', web.url), {
      method: 'POST',
      body: new URLSearchParams({ loai: 'daily', ...days }),
    });
    expect(answer.status).toBe(400);
    const text = load(await answer.text())('main').text();
    expect(text).toContain('Ghi tên người làm');
    expect(text).not.toContain('--by');
  });

  it('of two editors at once the second is told, and nothing is lost', async () => {
    const days = { form: 'daily', from: '2023-05-26', to: '2023-05-26' };
    const made = StoredReview.parse(
      await (await send('POST', '/press-reviews', { ...days, by: 'Lan' })).json(),
    );
    const save = (title: string, by: string) =>
      send('PUT', `/press-reviews/${made.id}`, {
        version: 1,
        review: { ...made.review, title },
        by,
      });
    const answers = await Promise.all([save('ĐIỂM BÁO của Lan', 'Lan'), save('của Minh', 'Minh')]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(Failure.parse(await refused?.json()).error.code).toBe('press-review-changed');
    const kept = StoredReview.parse(await (await get(`/api/v1/press-reviews/${made.id}`)).json());
    expect(kept.version).toBe(2);
    expect(['Lan', 'Minh']).toContain(kept.savedBy);
  });

  it('of two who rename a saved search at once the second is told by whom and what it is called now', async () => {
    const saved = { name: 'Chợ quê', question: { text: 'chợ' }, by: 'Lan' };
    const { id } = z
      .object({ id: z.string() })
      .parse(await (await send('POST', '/saved-searches', saved)).json());
    const shown = load(await (await get(`/tim-da-luu/${id}`)).text());
    const version = shown(`form[action$="/ten"] input[name=phien-ban]`).attr('value') ?? '';
    expect(version).toBe('1');
    const rename = (ten: string, who: string, lang: string) =>
      fetch(new URL(`/tim-da-luu/${id}/ten?lang=${lang}`, web.url), {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ ten, 'nguoi-luu': who, 'phien-ban': version }),
      });
    expect((await rename('Chợ phiên', 'Lan', 'vi')).status).toBe(303);
    const second = await rename('Chợ nổi', 'Minh', 'vi');
    expect(second.status).toBe(409);
    expect(await second.text()).toContain('Lan vừa đổi tìm kiếm này (nay tên “Chợ phiên”)');
    expect(await (await rename('Chợ nổi', 'Minh', 'en')).text()).toContain(
      'Lan changed this search (now called “Chợ phiên”)',
    );
    // The same form sent twice is no conflict.
    expect((await rename('Chợ phiên', 'Lan', 'vi')).status).toBe(303);
    const again = await send('PUT', `/saved-searches/${id}`, { version: 1, name: 'X', by: 'Minh' });
    expect(again.status).toBe(409);
    expect(Failure.parse(await again.json()).error.code).toBe('saved-search-changed');
  });

  it.each(['http://127.0.0.1:1/', 'http://10.0.0.7/', 'http://[::1]/', 'http://169.254.169.254/'])(
    'a webhook to %s is refused',
    async (address) => {
      const saved = { name: `Chợ ${address}`, question: { text: 'chợ' }, by: 'Lan' };
      const { id } = z
        .object({ id: z.string() })
        .parse(await (await send('POST', '/saved-searches', saved)).json());
      const hook = { kind: 'webhook', address, by: 'Lan' };
      const answer = await send('POST', `/saved-searches/${id}/targets`, hook);
      expect(answer.status).toBe(400);
      expect(Failure.parse(await answer.json()).error.code).toBe('saved-search-private-address');
    },
  );
});

it('a program that asks too often is told how long to wait', async () => {
  const world = await openWorld(`${ORIGIN}/`);
  try {
    await addAccounts(world.works);
    const config = { ...world.works.config, apiRate: 5 };
    const works = { ...world.works, config, clock: { ...world.works.clock, now: () => now } };
    const now = new Date();
    const app = webApp(works);
    const browser = await loggedIn(app, 'reader');
    const ask = () =>
      app.request(`${ORIGIN}/api/v1/localities`, {
        headers: { host: HOST, cookie: browser.cookie },
      });
    const answers = [];
    for (let n = 0; n < 6; n++) answers.push(await ask());
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    const [last] = answers.slice(-1);
    expect(Number(last?.headers.get('retry-after'))).toBe(12);
    expect(Failure.parse(await last?.json()).error).toMatchObject({ code: 'too-many-requests' });
    // Another's bucket is another's.
    const other = await loggedIn(app, 'editor');
    const theirs = await app.request(`${ORIGIN}/api/v1/localities`, {
      headers: { host: HOST, cookie: other.cookie },
    });
    expect(theirs.status).toBe(200);
  } finally {
    await world.close();
  }
});
