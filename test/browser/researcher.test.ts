/** The researcher's morning in a real browser: a commune of today, the district it was, one year, the data set. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catchUp } from '../../app/catch-up.ts';
import type { Archive, StoredArticle } from '../../archive/port.ts';
import { syntheticArticles } from '../../bench/search-data/articles.ts';
import { newArticle } from '../../parsers/new-article.ts';
import { startWeb, type Web } from '../../web/index.ts';
import { readCsv } from '../app/export/samples.ts';
import { readWorkbook } from '../app/export/workbook.ts';
import { openWorld, type World } from '../web/world.ts';
import { openBrowser } from './chromium.ts';

const browser: Browser | null = await openBrowser();
const DISTRICT = 'Huyện Lộc Hà';
const AT = '2026-01-01T00:00:00.000Z';

/** Asked of the archive article by article: no index, no filter. */
async function inDistrictIn2023({ articles }: Pick<Archive, 'articles'>): Promise<string[]> {
  const found: StoredArticle[] = [];
  let cursor: string | null = null;
  do {
    const slice: Awaited<ReturnType<typeof articles.list>> = await articles.list({}, cursor, 50);
    found.push(...slice.items);
    cursor = slice.next;
  } while (cursor !== null);
  return found.flatMap(({ article }) =>
    article.publishedAt?.startsWith('2023-') &&
    article.places.some(({ path }) => path[1] === DISTRICT)
      ? [article.id]
      : [],
  );
}

describe.skipIf(!browser)('the researcher', () => {
  let world: World;
  let web: Web;
  beforeAll(async () => {
    world = await openWorld();
    for (const article of syntheticArticles())
      await world.works.archive.articles.put(newArticle(article, []), AT);
    await catchUp(world.works, new AbortController().signal);
    web = await startWeb(world.works, { host: '127.0.0.1', behindPublish: false });
  });
  afterAll(async () => {
    await browser?.close();
    await web?.close();
    await world?.close();
  });

  const file = async (page: Page, format: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click(`a[download]:text-is("${format}")`),
    ]);
    return readFile(await download.path());
  };

  it('walks from a commune of today to its old district and leaves with a complete data set', async () => {
    if (!browser) return;
    const context = await browser.newContext({ acceptDownloads: true });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);

    await page.goto(web.url);
    await page.click('nav a:has-text("Địa phương")');
    await page.click('.units a:text-is("Tỉnh Hà Tĩnh")');
    await page.click('.units a:text-is("Xã Lộc Hà")');
    await page.waitForSelector('h1:has-text("Xã Lộc Hà (bản đồ hiện nay)")');
    await page.click('li:has-text("đến 31/12/2024") a:text-is("Thị trấn Lộc Hà")');
    await page.click(`nav[aria-label=Thuộc] a:text-is("${DISTRICT}")`);
    await page.waitForSelector(`h1:text-is("${DISTRICT}")`);
    expect(await page.textContent('main')).toContain('Nay thuộc');
    await page.click('main a:has-text(" bài")');
    await page.waitForURL(/noi=448/);
    // Years are folded together but the newest.
    const year = page.locator('.timeline details:has(summary:has-text("2023"))');
    if ((await year.getAttribute('open')) === null) await year.locator('summary').click();
    await year.locator('a:text-is("Cả năm 2023")').click();
    await page.waitForURL(/tu=2023-01-01/);

    const own = await inDistrictIn2023(world.works.archive);
    expect(own.length).toBeGreaterThan(5);
    const shown = (await page.textContent('.summary strong'))?.trim();
    expect(shown).toBe(String(own.length));

    const csv = await file(page, 'CSV');
    expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head = [], ...rows] = readCsv(csv.subarray(3).toString('utf8'));
    const at = head.indexOf('id');
    expect(at).toBeGreaterThanOrEqual(0);
    expect(rows.map((row) => row[at] ?? '').toSorted()).toEqual(own.toSorted());

    const { sheets } = await readWorkbook(await file(page, 'Excel'));
    expect(sheets[0]?.rows).toHaveLength(own.length + 1);
    const lines = (await file(page, 'JSONL')).toString('utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(own.length);
    await context.close();
  });
});
