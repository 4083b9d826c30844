/** The search page in a real browser. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWeb, type Web } from '../../web/index.ts';
import { openWorld, type World } from '../web/world.ts';
import { openBrowser } from './chromium.ts';
import { type Watched, watch } from './watched.ts';

const browser: Browser | null = await openBrowser();

describe.skipIf(!browser)('the search page in a browser', () => {
  let world: World;
  let web: Web;
  let page: Page;
  let watched: Watched;

  beforeAll(async () => {
    world = await openWorld();
    web = await startWeb(world.works, { host: '127.0.0.1', behindPublish: false });
    if (!browser) return;
    page = await browser.newPage();
    watched = watch(page, web.url);
  });
  afterAll(async () => {
    await browser?.close();
    await web?.close();
    await world?.close();
  });

  it('takes a question typed without marks and shows the words highlighted', async () => {
    await page.goto(web.url);
    await page.fill('#q', 'so ket giua nhiem ky');
    await page.press('#q', 'Enter');
    await page.waitForSelector('.hit mark');
    expect(await page.textContent('.hit h2')).toBe('Lộc Hà sơ kết giữa nhiệm kỳ');
    expect(new URL(page.url()).searchParams.get('q')).toBe('so ket giua nhiem ky');
  });

  it('filters by a click, and back', async () => {
    await page.goto(`${web.url}?q=ch%E1%BB%A3&dau=1`);
    const all = await page.textContent('.summary strong');
    await page.click('.facet a:has-text("Báo Nghệ An")');
    await page.waitForURL(/bao=baonghean/);
    expect(Number(await page.textContent('.summary strong'))).toBeLessThan(Number(all));
    await page.click('.facet a[aria-current]');
    await page.waitForURL((url) => !url.search.includes('bao='));
    expect(await page.textContent('.summary strong')).toBe(all);
  });

  it('opens the article with its quotes and dates, and the styles apply', async () => {
    await page.goto(`${web.url}bai/${world.ids.get('so-ket')}`);
    const ground = await page.evaluate(
      "getComputedStyle(document.querySelector('.quote')).backgroundColor",
    );
    expect(ground).not.toBe('rgba(0, 0, 0, 0)');
    expect(await page.locator('time[datetime="2023-05-24"]').count()).toBeGreaterThan(0);
  });

  it('does the same with scripts switched off', async () => {
    const context = await browser?.newContext({ javaScriptEnabled: false });
    const plain = await context?.newPage();
    await plain?.goto(`${web.url}?q=so+ket`);
    expect(await plain?.textContent('.hit h2')).toBe('Lộc Hà sơ kết giữa nhiệm kỳ');
    await context?.close();
  });

  it('fits a narrow screen without scrolling sideways', async () => {
    await page.setViewportSize({ width: 360, height: 700 });
    for (const path of [
      '?q=ch%E1%BB%A3',
      `bai/${world.ids.get('so-ket')}`,
      'hoi-nghi',
      'tinh-trang',
    ]) {
      await page.goto(web.url + path);
      const over = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(over).toBeLessThanOrEqual(0);
    }
  });

  it('leads a telephone from the results down to the filters', async () => {
    await page.goto(`${web.url}?q=ch%E1%BB%A3`);
    const link = page.locator('.to-filters');
    await page.setViewportSize({ width: 1280, height: 700 });
    expect(await link.isVisible()).toBe(false);
    await page.setViewportSize({ width: 360, height: 700 });
    await link.click();
    const top = await page.evaluate<number>(
      "document.querySelector('#bo-loc').getBoundingClientRect().top",
    );
    expect(top).toBeLessThan(700);
  });

  it('runs no hostile script, complains of nothing and asks no other host', async () => {
    await page.goto(`${web.url}bai/${world.ids.get('hostile')}`);
    expect(await page.textContent('h1')).toContain('<script>');
    expect(watched.faults).toEqual([]);
  });
});
