/** Every page as who chose English sees it: what is left in Vietnamese is what the newspapers wrote. */
import { load } from 'cheerio';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PressReview } from '../../press-review/review.ts';
import { period } from '../../press-review/words.ts';
import { unitsAt } from '../../vietnamese/index.ts';
import { webApp } from '../../web/app.tsx';
import { openFullWorld } from './full-world.ts';
import { addAccounts, type Browser, HOST, loggedIn, NAMES, ORIGIN } from './offices.ts';
import { openWalk } from './walk.ts';
import type { World } from './world.ts';

const MOST = 80;
const MARKED = /[^\p{ASCII}\p{P}\p{S}\s]/u;
const KIND = /^(?:Tỉnh|Thành phố) /u;
const ATTRIBUTES = ['title', 'aria-label', 'placeholder', 'label', 'alt'] as const;

/** Every text in a value of the archive. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** What stands in fields as an example of what to type. */
const EXAMPLE = 'hội nghị sơ kết giữa nhiệm kỳ';
const OFFICE = 'Bí thư Huyện ủy Hương Khê';

describe('in English', () => {
  let world: World;
  let app: Hono;
  let browser: Browser;
  /** Names and words from the archive and the map, the longest first. */
  let data: readonly string[];

  beforeAll(async () => {
    world = await openFullWorld(`${ORIGIN}/`);
    app = webApp(world.works);
    await addAccounts(world.works);
    browser = await loggedIn(app, 'admin');
    browser.cookie += '; diembao-lang=en';
    const { articles } = world.works.archive;
    const stored = await articles.getMany([...world.ids.values()]);
    const searches = await world.works.archive.savedSearches.list();
    const reviews = await world.works.archive.pressReviews.list(null, 10);
    data = [
      ...textsIn(stored),
      ...textsIn(searches),
      ...textsIn(reviews.items),
      ...reviews.items.map(({ review }) => period(PressReview.parse(review))),
      ...['2023-05-26', '2025-06-30', '9999-12-31'].flatMap((day) =>
        (['province', 'district', 'commune'] as const).flatMap((level) =>
          unitsAt(day, level).flatMap(({ name }) => [name, name.replace(KIND, '')]),
        ),
      ),
      ...world.works.newspapers.map(({ name }) => name),
      ...Object.values(NAMES),
      ...['Điểm Báo', 'chợ', 'kiểm thử', 'Tiếng Việt', EXAMPLE, OFFICE],
    ]
      .filter((text) => MARKED.test(text))
      .map((text) => text.normalize('NFC'));
    data = [...new Set(data)].sort((a, b) => b.length - a.length);
  }, 120_000);
  afterAll(() => world.close());

  const isData = (text: string): boolean => {
    let rest = text.normalize('NFC');
    for (const one of data) {
      if (!MARKED.test(rest)) return true;
      rest = rest.replaceAll(one, '');
    }
    return !MARKED.test(rest);
  };

  /** What is said in Vietnamese, and is neither marked so nor data. */
  function leftOver(html: string): string[] {
    const $ = load(html);
    $('[lang=vi]:not(html), script, code, pre, datalist, textarea').remove();
    const texts = $('*')
      .contents()
      .filter((_, node) => node.type === 'text')
      .map((_, node) => $(node).text().trim())
      .get();
    const said = ATTRIBUTES.flatMap((name) =>
      $(`[${name}]`)
        .map((_, element) => $(element).attr(name))
        .get(),
    );
    return [...new Set([...texts, ...said])].filter((text) => MARKED.test(text) && !isData(text));
  }

  it('no page has a word of the interface in Vietnamese', async () => {
    const faults: string[] = [];
    const walk = openWalk(
      [
        `${ORIGIN}/`,
        `${ORIGIN}/khong-co`,
        `${ORIGIN}/api`,
        `${ORIGIN}/?q=khongcogidau&bao=baohatinh`,
      ],
      MOST,
    );
    for (let url = walk.next(); url; url = walk.next()) {
      const answer = await browser.get(url.pathname + url.search);
      const html = await answer.text();
      const $ = load(html);
      if (answer.status >= 500) faults.push(`${url.href}: ${answer.status}`);
      if ($('html').attr('lang') !== 'en') faults.push(`${url.href}: ${$('html').attr('lang')}`);
      for (const text of leftOver(html)) faults.push(`${decodeURI(url.href)}: ${text}`);
      walk.add(
        $('a[href]')
          .map((_, link) => $(link).attr('href'))
          .get(),
      );
    }
    expect(faults).toEqual([]);
    expect(walk.seen).toBeGreaterThan(30);
  }, 240_000);

  it.each([
    ['/?trang=x', 400, '"x" is no number of a page.'],
    ['/?loai=khong-co', 400, 'has no value "khong-co"'],
    ['/hoi-nghi?tu=2023-02-31', 400, '"2023-02-31" is no such day'],
    ['/dia-phuong/xyz', 404, 'no locality with the code "xyz"'],
    ['/diem-bao/xyz', 404, 'no press review xyz'],
    ['/bai/xyz', 404, 'no such article'],
  ])('%s says what is wrong', async (path, code, words) => {
    const answer = await browser.get(path);
    const html = await answer.text();
    expect(answer.status).toBe(code);
    expect(load(html)('main').text()).toContain(words);
    expect(leftOver(html)).toEqual([]);
  });

  it('refuses a log-in and a foreign form in the reader’s language', async () => {
    const sent = { ten: NAMES.reader, 'mat-khau': 'sai mật khẩu' };
    const stranger = { ...browser };
    const wrong = await stranger.post('/dang-nhap', sent);
    expect(
      load(await wrong.text())('[role=alert]')
        .first()
        .text(),
    ).toContain('The name or the password is wrong.');
    const foreign = await browser.post('/diem-bao', {}, { origin: 'https://evil.example' });
    expect(load(await foreign.text())('main').text()).toContain('not sent by a page of Điểm Báo');
  });

  it('files stay in Vietnamese', async () => {
    const $ = load(await (await browser.get('/hoi-nghi')).text());
    const href = $('tbody a').first().attr('href');
    expect(load(await (await browser.get(`${href}`)).text())('#bao-chi').text()).toContain(
      'first to report',
    );
    const table = await (await browser.get(`${href}/bang.csv`)).text();
    expect(table).toContain('đưa tin đầu tiên');
  });

  it('says of a question that is too long how to go on', async () => {
    const answer = await browser.get(`/?q=${'a'.repeat(9000)}`);
    expect(answer.status).toBe(414);
    expect(load(await answer.text())('main').text()).toContain('make it shorter');
  });

  it('the API tells both languages to who chose none', async () => {
    const api = async (cookie: string) =>
      (
        await app.request(`${ORIGIN}/api/v1/search?loai=x`, {
          headers: { host: HOST, cookie },
        })
      ).json();
    const [vietnamese = ''] = browser.cookie.split(';');
    expect(await api(vietnamese)).toMatchObject({
      error: {
        message:
          'Bộ lọc “Hội nghị” không có giá trị "x". / The filter “Hội nghị” has no value "x".',
      },
    });
    expect(await api(browser.cookie)).toMatchObject({
      error: { message: 'The filter “Conference” has no value "x".' },
    });
  });
});
