/** The article page: every finding leads to its own page, what else was written, the stored forms side by side. */
import { load } from 'cheerio';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catchUp } from '../../app/catch-up.ts';
import { DiembaoError } from '../../core/errors.ts';
import { readPlain } from '../../parsers/read.ts';
import { conferenceKeys } from '../../parsers/refine/index.ts';
import { webApp } from '../../web/app.tsx';
import { reasonWords } from '../../web/article/missing.tsx';
import { openWorld, SCRIPT, type World } from './world.ts';

const HOST = 'localhost:8420';

describe('the article page', () => {
  let world: World;
  let app: Hono;
  let id: string;

  const put = async (name: string, sapo: string, paragraphs: string[], headline: string) => {
    const paper = world.works.newspapers.find((one) => one.id === 'baonghean') ?? null;
    const publishedAt = '2023-05-25T08:00:00+07:00';
    const plain = { id: name, publishedAt, newspaper: 'baonghean', headline, sapo, paragraphs };
    const url = `https://example.test/${name}`;
    const article = { ...readPlain(plain, paper), url };
    const { id: stored } = await world.works.archive.articles.put(
      {
        article,
        aliases: [url],
        pageId: null,
        fetchedAt: '2023-05-25T03:00:00.000Z',
        signature: [],
        conferenceKeys: conferenceKeys(article),
      },
      '2023-05-25T03:00:00.000Z',
    );
    return stored;
  };

  beforeAll(async () => {
    world = await openWorld();
    app = webApp(world.works);
    id = world.ids.get('so-ket') ?? '';
    const sapo =
      'Sáng 24/5, Đảng bộ huyện Lộc Hà tổ chức hội nghị sơ kết giữa nhiệm kỳ 2020 - 2025.';
    await put('cung', sapo, ['Dự hội nghị có 150 đại biểu.'], 'Huyện Lộc Hà sơ kết giữa nhiệm kỳ');
    await catchUp(world.works, new AbortController().signal);
  });
  afterAll(() => world.close());

  const ask = (path: string) => app.request(`http://${HOST}${path}`, { headers: { host: HOST } });
  const get = async (path: string) => load(await (await ask(path)).text());

  it('marks people, places, dates, quotes and conferences, each leading to its own page', async () => {
    const $ = await get(`/bai/${id}`);
    const official = [...(await world.works.archive.officials.ofArticle(id)).values()][0];
    expect(official).toBeTruthy();
    const hrefs = (kind: string) =>
      $(`article a.${kind}`)
        .map((_, one) => $(one).attr('href'))
        .get();
    expect(hrefs('person')).toContain(`/can-bo/${official}`);
    expect(hrefs('quote')).toContain(`/can-bo/${official}`);
    expect(hrefs('place')).toContain('/dia-phuong/448');
    expect(hrefs('date')).toContain('/?tu=2023-05-24&den=2023-05-24');
    expect(hrefs('conference').some((href) => href.startsWith('/hoi-nghi/'))).toBe(true);
    for (const href of [...hrefs('person'), ...hrefs('place'), ...hrefs('date')])
      expect([href, (await ask(href)).status]).toEqual([href, 200]);
  });

  it('leads from the words of who holds no office, and from a day without an end, to a search', async () => {
    const other = await put(
      'dan',
      'Chợ mở từ ngày 1/6/2023.',
      ['Bà Lê Thị Dân, trú tại Lộc Hà kể: “Chợ năm nay đông hơn mọi năm rất nhiều”.'],
      'Chợ quê mở lại',
    );
    const $ = await get(`/bai/${other}`);
    const quote = $('article a.quote').first();
    expect(quote.text()).toBe('Chợ ');
    expect(new URL(quote.attr('href') ?? '', 'http://x').searchParams.get('q')).toBe(
      '"Lê Thị Dân"',
    );
    const stored = await world.works.archive.articles.get(other);
    expect(stored?.article.dates[0]).toMatchObject({ from: '2023-06-01', to: null });
    expect($('article a.date').attr('href')).toBe('/?tu=2023-06-01');
  });

  it('names what else was written on the conference and near in subject', async () => {
    const $ = await get(`/bai/${id}`);
    expect($('.around').first().text()).toContain('Huyện Lộc Hà sơ kết giữa nhiệm kỳ');
    expect($('.around').last().find('h2').text()).toContain('Bài gần chủ đề');
    const api = await (await ask(`/api/v1/articles/${id}`)).json();
    expect(api).toMatchObject({
      around: { conferences: [{ others: [{ newspaper: 'baonghean' }] }] },
    });
  });

  it('still answers while the search engine is away', async () => {
    const search = () => Promise.reject(new DiembaoError('meili-unreachable', 'away'));
    const away = { ...world.works, engine: { ...world.works.engine, search } };
    const answer = await webApp(away).request(`http://${HOST}/bai/${id}`, {
      headers: { host: HOST },
    });
    expect(answer.status).toBe(200);
    expect(
      load(await answer.text())('.around')
        .last()
        .text(),
    ).toContain('Máy tìm kiếm đang nghỉ');
  });

  it('shows its stored forms side by side, word by word', async () => {
    const before = await get(`/bai/${id}/cac-ban`);
    expect(before('.note').text()).toContain('chỉ có một bản');
    const other = await put('doi', 'Chợ họp sớm.', ['Có 150 đại biểu.'], 'Chợ quê');
    await put('doi', 'Chợ họp sớm.', [`Có 160 đại biểu ${SCRIPT}.`], 'Chợ quê');
    const html = await (await ask(`/bai/${other}/cac-ban`)).text();
    expect(html).not.toContain(SCRIPT);
    const $ = load(html);
    expect($('section del').text()).toBe('150');
    expect($('section ins').text()).toContain('160');
    expect($('section h2').text()).toBe('Nội dung');
    expect((await get(`/bai/${other}`))(`a[href="/bai/${other}/cac-ban"]`).text()).toContain('2');
    const same = await get(`/bai/${other}/cac-ban?cu=2&moi=2`);
    expect(same('.note').text()).toContain('Chữ của hai bản như nhau');
    expect((await ask(`/bai/${other}/cac-ban?cu=7`)).status).toBe(400);
    expect((await ask(`/bai/${other}/cac-ban?cu=x`)).status).toBe(400);
    expect((await ask('/bai/none/cac-ban')).status).toBe(404);
  });

  it('says that it was withdrawn, when it was fetched, and what could not be read', async () => {
    const other = await put('go', 'Chợ họp sớm.', [], 'Chợ tan');
    await world.works.archive.articles.withdraw(other, '2023-06-01T01:00:00.000Z');
    const $ = await get(`/bai/${other}`);
    expect($('.withdrawn').text()).toContain(
      'Bài đã bị gỡ khỏi trang báo (thấy lúc 1/6/2023 08:00)',
    );
    expect($('article').text()).toContain('tải lúc 25/5/2023 10:00 (giờ Việt Nam)');
    expect($('article').text()).toContain('Không đọc được toàn văn');
  });
});

it.each([
  ['no rule found it', 'trang không ghi, hoặc ghi ở chỗ khác thường lệ'],
  ['the text is encrypted', 'toàn văn bị mã hóa (bài phải trả tiền)'],
  ['not a date: "mai"', 'không phải một ngày: "mai"'],
  ['"31/02/2023" (css:time) is no real date', 'ngày không có thật: "31/02/2023"'],
  ['something new', 'something new'],
])('the reason %s is told as %s', (reason, words) => {
  expect(reasonWords(reason)).toBe(words);
});
