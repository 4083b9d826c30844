/** The search page: what is chosen, what can be chosen, what is said when nothing is found. */
import { load } from 'cheerio';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FoundArticle } from '../../app/search-answer.ts';
import { FACETS } from '../../core/search.ts';
import { webApp } from '../../web/app.tsx';
import { Hit } from '../../web/pages/search/hit.tsx';
import { FILTER_PARAMETERS, facetQuestionOf, questionOf, searchUrl } from '../../web/search-url.ts';
import { openWorld, SCRIPT, type World } from './world.ts';

const url = (path: string) => new URL(path, 'http://localhost');

describe('the state of the search page', () => {
  it('stands in the URL as a whole, whatever the values hold', () => {
    const hostile = [`a"b'<>&`, 'x y', '%00', `\\`, 'Đ,1', '+', '#?&='];
    const filters = Object.fromEntries(FACETS.map((facet) => [facet, hostile]));
    const question = {
      text: '“hà tĩnh” -x & y',
      filters: { ...filters, from: '2023-01-01', to: '2023-12-31', undated: true },
      sort: 'oldest',
      exactOnly: true,
      group: false,
      page: 3,
    } as const;
    expect(questionOf(url(searchUrl(question, { page: 3 })))).toEqual(question);
    expect(searchUrl(questionOf(url('/'), true))).toBe('/');
  });

  it('chooses the lowest places only', () => {
    const chosen = (places: readonly string[], value: string) =>
      url(
        searchUrl({ text: '', filters: { places } }, { toggle: { facet: 'places', value } }),
      ).searchParams.getAll('noi');
    expect(chosen(['42'], '448')).toEqual(['448']);
    expect(chosen(['448', '40'], '42')).toEqual(['40', '42']);
    expect(chosen(['448'], '446')).toEqual(['448', '446']);
    expect(chosen(['448', '446'], '448')).toEqual(['446']);
    // The same land on the other map is another question.
    expect(chosen(['448'], 't:42')).toEqual(['448', 't:42']);
  });

  it('names one facet to be shown in full', () => {
    expect(
      facetQuestionOf(url('/bo-loc?theo=canbo&tim=an&thutu=ten&trangloc=2&q=x&bao=b')),
    ).toEqual({
      facet: 'officials',
      within: 'an',
      order: 'name',
      page: 2,
      text: 'x',
      exactOnly: false,
      filters: { newspaper: ['b'] },
    });
  });
});

describe('the search page', () => {
  let world: World;
  let app: Hono;
  const get = (path: string) =>
    app.request(`http://localhost:8420${path}`, { headers: { host: 'localhost:8420' } });
  const page = async (path: string) => {
    const response = await get(path);
    expect(response.status, path).toBe(200);
    return load(await response.text());
  };
  beforeAll(async () => {
    world = await openWorld();
    app = webApp(world.works);
  });
  afterAll(() => world.close());

  it('shows what is chosen as chips, each with a link without it', async () => {
    const $ = await page('/?q=ch%E1%BB%A3&bao=baonghean&bao=baohatinh&tu=2023-06-01&dau=1');
    const chips = $('.chips a')
      .map((_, a) => $(a).attr('href'))
      .get();
    expect(chips).toEqual([
      '/?q=ch%E1%BB%A3&bao=baohatinh&tu=2023-06-01&dau=1',
      '/?q=ch%E1%BB%A3&bao=baonghean&tu=2023-06-01&dau=1',
      '/?q=ch%E1%BB%A3&bao=baonghean&bao=baohatinh&dau=1',
      '/?q=ch%E1%BB%A3&bao=baonghean&bao=baohatinh&tu=2023-06-01',
      '/?q=ch%E1%BB%A3',
    ]);
    expect($('.chips').text()).toContain('Báo: Báo Nghệ An');
    // The form keeps what it has no field for.
    expect($('form.search input[type=hidden][name=bao]')).toHaveLength(2);
  });

  it('counts a facet as if nothing of it were chosen', async () => {
    const $ = await page('/?q=ch%E1%BB%A3&bao=baonghean');
    expect($('.summary strong').text()).toBe('24');
    const papers = $('.facet').first();
    expect(papers.find('h2').text()).toBe('Báo');
    expect(
      papers
        .find('.count')
        .map((_, one) => $(one).text())
        .get(),
    ).toEqual(['24', '23']);
    expect(papers.find('a[aria-current]').text()).toContain('Báo Nghệ An');
  });

  it('has years, months and the days of a chosen month', async () => {
    const $ = await page('/?q=ch%E1%BB%A3&thang=2023-06');
    const time = $('.timeline');
    expect(time.find('summary').text()).toBe('2023 47');
    expect(time.find('details ul a').last().text()).toBe('6/202346');
    expect(time.find('h3').text()).toBe('Theo ngày');
    const day = time.find('ul').last().find('a').first();
    expect(day.attr('href')).toBe('/?q=ch%E1%BB%A3&thang=2023-06&ngay=2023-06-01');
    expect((await page(day.attr('href') ?? ''))('.summary strong').text()).toBe('2');
    const year = time.find('a.more').attr('href') ?? '';
    expect((await page(year))('.summary strong').text()).toBe('47');
  });

  it('walks from a province to its districts on the map of the day, apart from the one of today', async () => {
    const $ = await page('/?q=s%C6%A1+k%E1%BA%BFt');
    const maps = $('.facet').filter((_, one) => $(one).find('h2').text().startsWith('Địa phương'));
    expect(maps).toHaveLength(2);
    const province = maps.first().find('ul a').first();
    expect(province.text()).toContain('Tỉnh Hà Tĩnh');
    const inside = await page(province.attr('href') ?? '');
    const district = inside('.facet a').filter((_, a) =>
      inside(a).text().startsWith('Huyện Lộc Hà'),
    );
    expect(district.attr('href')).toBe('/?q=s%C6%A1+k%E1%BA%BFt&noi=448');
    const there = await page(district.attr('href') ?? '');
    expect(there('.chips').text()).toContain('Huyện Lộc Hà, Tỉnh Hà Tĩnh (đến 31/12/2024)');
    expect(there('.summary strong').text()).toBe('1');
    expect(maps.last().find('ul a').first().attr('href')).toContain('noi=t%3A42');
  });

  it('says what less would find, with links', async () => {
    const $ = await page('/?q=ch%E1%BB%A3+phi%C3%AAn&bao=baonghean&tu=2024-01-01');
    const ways = $('.note li')
      .map((_, one) => $(one).text())
      .get();
    expect(ways).toContain('bỏ giới hạn ngày (23 bài)');
    expect(ways).toContain('bỏ bộ lọc Báo (0 bài)');
    expect(ways).toContain('bỏ các bộ lọc (45 bài)');
    const days = $('.note a').filter((_, a) => $(a).text() === 'bỏ giới hạn ngày');
    expect((await page(days.attr('href') ?? ''))('.summary strong').text()).toBe('23');
  });

  it('says which two parts to give up where no single one is to blame', async () => {
    const linked = async (path: string) => {
      const $ = await page(path);
      return Promise.all(
        $('.note li')
          .get()
          .filter((one) => / \([1-9]/u.test($(one).text()))
          .map(async (one) => {
            const found = await page($(one).find('a').attr('href') ?? '');
            return [$(one).text(), found('.summary strong').text()];
          }),
      );
    };
    expect(await linked('/?q=ch%E1%BB%A3+kangaru&bao=baolaocai')).toEqual([
      ['bỏ bộ lọc Báo và bỏ “kangaru” (47 bài)', '47'],
    ]);
    // Exclusions and raw Telex are typed again as they were meant.
    expect(await linked('/?q=chowj+kangaru+-v%E1%BA%AFng&bao=baolaocai')).toEqual([
      ['bỏ bộ lọc Báo và bỏ “kangaru” (47 bài)', '47'],
    ]);
    // A phrase stays one, whatever quotation marks it was typed in; alone it is offered last.
    const phrase = encodeURIComponent('“quê đông vui” kangaru');
    expect(await linked(`/?q=${phrase}&bao=baolaocai`)).toEqual([
      ['bỏ bộ lọc Báo và bỏ “kangaru” (45 bài)', '45'],
    ]);
    expect(await linked(`/?q=${phrase}+wallaby&bao=baolaocai&xep=newest`)).toEqual([
      ['chỉ tìm “quê đông vui”, không lọc gì (45 bài)', '45'],
    ]);
    expect(await linked('/?q=ch%E1%BB%A3+t%E1%BB%AB:2024-01-01')).toEqual([
      ['bỏ các từ lọc (tỉnh:, từ:, …) trong ô tìm (47 bài)', '47'],
    ]);
    expect(await linked('/?q=ch%E1%BB%A3+-phi%C3%AAn&khongngay=1&lang=en')).toEqual([
      [expect.stringContaining('not only articles without a date'), '2'],
    ]);
  });

  it('takes days as Vietnamese write them', async () => {
    const total = async (path: string) => (await page(path))('.summary strong').text();
    expect(await total('/?tu=1/6/2023&den=2/6/2023')).toBe(
      await total('/?tu=2023-06-01&den=2023-06-02'),
    );
    expect(await total('/?den=5/2023')).toBe('1');
    const $ = await page('/?tu=1/6/2023');
    expect($('.chips').text()).toContain('Từ ngày: 1/6/2023');
    expect($('input[name=tu]').attr('value')).toBe('2023-06-01');
    for (const path of ['/hoi-nghi?tu=', '/can-bo?ngay=', '/dia-phuong?ngay='])
      for (const [day, status] of [
        ['26/5/2023', 200],
        ['31/2/2023', 400],
        ['2023', 400],
      ] as const)
        expect([path, day, (await get(path + day)).status]).toEqual([path, day, status]);
  });

  it('refuses a first day behind the last, and keeps all else that was asked', async () => {
    const response = await get('/?q=ch%E1%BB%A3&bao=baonghean&tu=2023-06-02&den=2023-06-01');
    expect(response.status).toBe(400);
    const $ = load(await response.text());
    expect($('.note').text()).toContain('Ngày đầu sau ngày cuối');
    expect($('#q').attr('value')).toBe('chợ');
    expect($('input[name=bao]').attr('value')).toBe('baonghean');
    expect($('input[name=tu]').attr('value')).toBe('');
  });

  it('takes back one chip and leaves the others', async () => {
    const $ = await page('/?tu=2023-06-01&den=2023-06-02&khongngay=1');
    expect(
      $('.chips a')
        .map((_, a) => $(a).attr('href'))
        .get(),
    ).toEqual([
      '/?den=2023-06-02&khongngay=1',
      '/?tu=2023-06-01&khongngay=1',
      '/?tu=2023-06-01&den=2023-06-02',
      '/',
    ]);
  });

  it('shows a facet in full, to look through and to choose several values', async () => {
    const $ = await page('/bo-loc?theo=bao&q=ch%E1%BB%A3&bao=baohatinh&thutu=ten');
    expect($('.summary strong').text()).toBe('2');
    const boxes = $('.values input[type=checkbox]');
    expect(boxes.map((_, one) => $(one).attr('value')).get()).toEqual(['baohatinh', 'baonghean']);
    expect($('.values input[checked]').attr('value')).toBe('baohatinh');
    expect($('.values input[type=hidden][name=q]').attr('value')).toBe('chợ');
    const within = await page('/bo-loc?theo=bao&q=ch%E1%BB%A3&bao=baohatinh&tim=nghe+an');
    expect(within('.values input[type=checkbox]')).toHaveLength(1);
    // What was chosen and is not on this page stays chosen.
    expect(within('.values input[type=hidden][name=bao]').attr('value')).toBe('baohatinh');
    expect((await page('/bo-loc?theo=nguoi&tim=khongco'))('.note').text()).toContain(
      'Không có mục nào',
    );
    const json = await (await get('/api/v1/facets?theo=bao&q=ch%E1%BB%A3')).json();
    expect(json).toMatchObject({
      facet: 'newspaper',
      total: 2,
      values: [
        { value: 'baonghean', label: 'Báo Nghệ An', count: 24 },
        { value: 'baohatinh', count: 23 },
      ],
    });
    expect((await get('/api/v1/facets?theo=x')).status).toBe(400);
  });

  it('shows hostile values as text, in every filter', async () => {
    for (const facet of FACETS) {
      const name = FILTER_PARAMETERS[facet];
      for (const path of [
        `/?${name}=${encodeURIComponent(`"><${SCRIPT}`)}`,
        `/bo-loc?theo=${name}&tim=${encodeURIComponent(`"><${SCRIPT}`)}&q=${encodeURIComponent(SCRIPT)}`,
      ]) {
        const response = await get(path);
        expect([200, 400], path).toContain(response.status);
        const html = await response.text();
        expect(html.replace('<script src="/assets/app.js" defer=""></script>', '')).not.toContain(
          '<script',
        );
        expect(load(html)('script:not([src="/assets/app.js"])')).toHaveLength(0);
      }
    }
  });

  it('gives the API each article for itself', async () => {
    const json = await (await get('/api/v1/search?q=ch%E1%BB%A3&so=50')).json();
    expect(json).toMatchObject({ total: 47, pageSize: 50, folded: 0, loosenings: [] });
  });
});

describe('a hit', () => {
  const hit: FoundArticle = {
    id: 'a',
    externalId: null,
    url: null,
    newspaper: 'bao-a',
    section: null,
    headline: { text: 'UBND họp', highlights: [{ start: 0, end: 4 }] },
    publishedAt: null,
    publishedPrecision: null,
    fetchedAt: null,
    original: null,
    withdrawnAt: null,
    tier: 'exact-phrase',
    score: 1,
    snippet: null,
    captions: [],
    quotes: [],
    matched: { otherwise: ['UBND'], missing: [] },
    reprints: [
      {
        id: 'b',
        url: null,
        newspaper: 'bao-b',
        headline: SCRIPT,
        publishedAt: '2023-05-27T08:00:00+07:00',
        publishedPrecision: 'minute',
      },
    ],
  };
  const html = (change: Partial<FoundArticle>, loosened: null | 'words' | 'most' = null) =>
    load(
      String(
        Hit({
          hit: { ...hit, ...change },
          marked: true,
          loosened,
          newspaperName: (id) => `Báo ${id}`,
        }),
      ),
    );

  it('folds its reprints, and says how it was found', () => {
    const $ = html({});
    expect($('details.reprints summary').text()).toBe('và 1 bản đăng lại');
    expect($('details.reprints li').text()).toContain('Báo bao-b');
    expect($('details.reprints a').attr('href')).toBe('/bai/b');
    expect($('script')).toHaveLength(0);
    expect($('.meta').text()).toContain('đúng cụm từ, đúng dấu · viết là “UBND”');
    const loose = html({ matched: { otherwise: [], missing: ['gió'] }, reprints: [] }, 'most');
    expect(loose('.meta').text()).toContain('phần lớn các từ · không có “gió”');
    expect(loose('details')).toHaveLength(0);
  });
});
