/** Officials: found by name and office on a day, each with offices, evidence and words; joined and parted by hand. */
import { load } from 'cheerio';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readPlain } from '../../parsers/read.ts';
import { conferenceKeys } from '../../parsers/refine/index.ts';
import { webApp } from '../../web/app.tsx';
import { openWorld, SCRIPT, type World } from './world.ts';

const HOST = 'localhost:8420';
const List = z.object({
  total: z.int(),
  items: z.array(z.object({ id: z.string(), name: z.string() })),
  closest: z.array(z.object({ official: z.object({ name: z.string() }) })),
});

describe('officials', () => {
  let world: World;
  let app: Hono;

  const put = (id: string, day: string, paragraphs: string[]) => {
    const url = `https://example.test/${id}`;
    const plain = {
      id,
      publishedAt: `${day}T08:00:00+07:00`,
      newspaper: 'baohatinh',
      headline: `Tin ${id}`,
      sapo: null,
      paragraphs,
    };
    const paper = world.works.newspapers.find((one) => one.id === 'baohatinh') ?? null;
    const article = { ...readPlain(plain, paper), url };
    return world.works.archive.articles.put(
      {
        article,
        aliases: [url],
        pageId: null,
        fetchedAt: null,
        signature: [],
        conferenceKeys: conferenceKeys(article),
      },
      '2023-07-30T00:00:00.000Z',
    );
  };

  beforeAll(async () => {
    world = await openWorld();
    app = webApp(world.works);
    await put('nay', '2023-07-05', [
      'Ông Trần Văn Thử, Bí thư Huyện ủy Lộc Hà nói: “Đường xong trước mùa mưa này là được”.',
    ]);
    await put('kia', '2023-06-10', [
      'Ông Trần Văn Thử, Bí thư Huyện ủy Nghi Xuân cho biết: “Nghi Xuân sẽ trồng thêm rừng ven biển”.',
    ]);
    await put('dan', '2023-06-11', [
      'Bà Lê Thị Dân, trú tại Lộc Hà kể: “Chợ năm nay đông hơn mọi năm rất nhiều”.',
    ]);
  });
  afterAll(() => world.close());

  const ask = (path: string) => app.request(`http://${HOST}${path}`, { headers: { host: HOST } });
  const get = async (path: string) => load(await (await ask(path)).text());
  const list = async (query = '') =>
    List.parse(await (await ask(`/api/v1/officials${query}`)).json());
  const post = (path: string, body: [string, string][]) =>
    app.request(`http://${HOST}${path}`, {
      method: 'POST',
      headers: {
        host: HOST,
        origin: `http://${HOST}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(body).toString(),
    });

  it.each([
    ['', 2],
    ['?ten=trần+văn+thử', 2],
    ['?ten=tran+van+thu', 2],
    ['?ten=trần+vân', 0],
    ['?ten=lê+thị+dân', 0],
    ['?chuc-vu=Bí+thư+Huyện+ủy+Lộc+Hà', 1],
    ['?chuc-vu=bi+thu+huyen+uy+loc+ha&ngay=2023-06-15', 1],
    ['?chuc-vu=bi+thu+huyen+uy+loc+ha&ngay=2023-08-15', 0],
    ['?noi=42', 2],
    ['?noi=448', 1],
    ['?noi-nay=42', 2],
    ['?noi=40', 0],
  ])('%s: %i', async (query, total) => {
    expect(await list(query)).toMatchObject({ total });
    expect((await get(`/can-bo${query}`))('tbody tr')).toHaveLength(total);
  });

  it('nobody on that day: who held the office closest to it, and what to leave out', async () => {
    const $ = await get('/can-bo?chuc-vu=Bí+thư+Huyện+ủy+Lộc+Hà&ngay=2023-08-15');
    expect($('.note').text()).toContain(
      'Trần Văn Thử: Bí thư Huyện ủy Lộc Hà (26/5/2023 – 5/7/2023)',
    );
    expect($('.note a:contains("Bỏ bộ lọc giữ chức ngày")').parent().text()).toContain('1 người');
  });

  it.each([
    ['/can-bo/xyz', 404],
    ['/can-bo?ngay=2023-02-31', 400],
    ['/can-bo?noi=xyz', 400],
    ['/can-bo?sau=xyz', 400],
    ['/can-bo?ten=%25', 400],
    [`/can-bo?chuc-vu=${encodeURIComponent(SCRIPT)}`, 200],
    ['/can-bo/danh-sach.pdf', 404],
    ['/api/v1/officials/xyz/quotes', 404],
  ])('%s: %i', async (path, status) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toContain(SCRIPT);
  });

  it('tells offices with their evidence, the words newest first, and the namesake', async () => {
    const id = (await list('?noi=448')).items[0]?.id ?? '';
    const $ = await get(`/can-bo/${id}`);
    expect($('#chuc-vu tbody tr').first().text()).toContain('Bí thư Huyện ủy Lộc Hà');
    expect($('#chuc-vu a[href^="/bai/"]')).toHaveLength(3);
    expect($('#chuc-vu .meta').text()).toContain(
      'Ông Trần Văn Thử, Bí thư Huyện ủy Lộc Hà cho biết',
    );
    expect($('#chuc-vu .meta a').attr('href')).toMatch(/^\/bai\/[0-9a-f]{20}#p1$/u);
    const words = $('#loi').text();
    expect(words.indexOf('Đường xong trước')).toBeGreaterThan(0);
    expect(words.indexOf('Nửa nhiệm kỳ còn lại')).toBeGreaterThan(words.indexOf('Đường xong'));
    expect($('#cung-ten li')).toHaveLength(1);
    const quotes = await (await ask(`/api/v1/officials/${id}/quotes`)).json();
    expect(quotes).toMatchObject({ next: null, items: [{ headline: 'Tin nay' }, {}] });
  });

  it('leaves as a file, whole, with the words of the question', async () => {
    const csv = await ask('/can-bo/danh-sach.csv?noi=448');
    expect(csv.headers.get('x-total-count')).toBe('1');
    const bytes = Buffer.from(await csv.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString('utf8').trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('Trần Văn Thử,Bí thư Huyện ủy Lộc Hà,,2023-05-26,2023-07-05,2,2,2');
    const jsonl = await (await ask('/can-bo/danh-sach.jsonl')).text();
    expect(
      jsonl
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).name),
    ).toEqual(['Trần Văn Thử', 'Trần Văn Thử']);
    const xlsx = await ask('/can-bo/danh-sach.xlsx');
    expect(xlsx.headers.get('content-type')).toContain('spreadsheetml');
    expect((await xlsx.arrayBuffer()).byteLength).toBeGreaterThan(1000);
  });

  it('are one when a reader joins them, two again when that is taken back; parted by article', async () => {
    const one = (await list('?noi=448')).items[0]?.id ?? '';
    const other = (await list()).items.find(({ id }) => id !== one)?.id ?? '';
    const hand: [string, string] = ['nguoi-lam', 'Lan'];
    expect((await post(`/can-bo/${one}/ghep`, [['trang-kia', one], hand])).status).toBe(400);
    expect((await post(`/can-bo/${one}/tach`, [hand])).status).toBe(400);
    const joined = await post(`/can-bo/${one}/ghep`, [['trang-kia', `/can-bo/${other}`], hand]);
    expect(joined.headers.get('location')).toBe(`/can-bo/${one}#ghep-tach`);
    const moved = await ask(`/can-bo/${other}`);
    expect([moved.status, moved.headers.get('location')]).toEqual([301, `/can-bo/${one}`]);
    expect(await list()).toMatchObject({ total: 1 });
    const $ = await get(`/can-bo/${one}`);
    expect($('#chuc-vu tbody tr')).toHaveLength(2);
    await post($('#ghep-tach form').attr('action') ?? '', [['nguoi-lam', 'Minh']]);
    expect(await list()).toMatchObject({ total: 2 });
    expect((await ask(`/can-bo/${other}`)).status).toBe(200);
    const article = (await get(`/can-bo/${one}`))('input[name="bai"]').first().attr('value') ?? '';
    const parted = await post(`/can-bo/${one}/tach`, [['bai', article], hand]);
    expect(parted.status).toBe(303);
    expect(await list()).toMatchObject({ total: 3 });
    expect(await world.works.archive.check()).toEqual([]);
  });

  it('are parted by office and by time where the register took namesakes for one, by page and API', async () => {
    const name = 'Phan Văn Đồng';
    const at = (id: string, day: string, office: string) =>
      put(id, day, [
        `Ông ${name}, ${office} Lộc Hà phát biểu: “Việc này phải làm xong trong năm”.`,
      ]);
    await at('d1', '2021-03-01', 'Chủ tịch UBND huyện');
    await at('d2', '2021-04-01', 'Chủ tịch UBND huyện');
    await at('d3', '2022-05-01', 'Trưởng phòng Giáo dục và Đào tạo huyện');
    await at('d4', '2023-05-01', 'Trưởng phòng Giáo dục và Đào tạo huyện');
    const Held = z.object({
      id: z.string(),
      articles: z.int(),
      offices: z.array(z.object({ title: z.string() })),
    });
    const list = async (query: string) => {
      const body: unknown = await (await ask(`/api/v1/officials?${query}`)).json();
      return z.object({ items: z.array(Held) }).parse(body).items;
    };
    const people = () => list('ten=Phan+V%C4%83n+%C4%90%E1%BB%93ng');
    const [one] = await people();
    expect(one).toMatchObject({ articles: 4 });
    const id = one?.id ?? '';
    const head = one?.offices.find(({ title }) => title.startsWith('Trưởng phòng'))?.title ?? '';
    const form = load(await (await ask(`/can-bo/${id}`)).text())('select[name=chuc-vu] option');
    expect(form.map((_, option) => load(option).text()).get()).toContain(head);
    expect((await post(`/can-bo/${id}/tach`, [['nguoi-lam', 'Lan']])).status).toBe(400);
    const away: [string, string][] = [
      ['chuc-vu', head],
      ['nguoi-lam', 'Lan'],
    ];
    expect((await post(`/can-bo/${id}/tach`, [...away, ['tu', '2022-02-31']])).status).toBe(400);
    expect((await post(`/can-bo/${id}/tach`, away)).status).toBe(303);
    expect((await people()).map(({ articles }) => articles).toSorted()).toEqual([2, 2]);
    // Who held which office on a day is now asked apart.
    const heads = await list(
      `ten=Phan+V%C4%83n+%C4%90%E1%BB%93ng&chuc-vu=truong+phong&ngay=2022-09-01`,
    );
    expect(heads.map((person) => person.id)).not.toContain(id);
    expect(heads).toHaveLength(1);
    const send = (body: unknown) =>
      app.request(`http://${HOST}/api/v1/officials/${id}/part`, {
        method: 'POST',
        headers: { host: HOST, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await send({ from: '2021-03-15', by: 'Minh' })).status).toBe(200);
    expect((await people()).map(({ articles }) => articles).toSorted()).toEqual([1, 1, 2]);
    expect((await send({ from: '2021-13-15', by: 'Minh' })).status).toBe(400);
  });
});
