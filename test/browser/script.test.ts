/** What the script adds: suggestions while typing, keys, dragging over the timeline. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWeb, type Web } from '../../web/index.ts';
import { openWorld, type World } from '../web/world.ts';
import { openBrowser } from './chromium.ts';

const browser: Browser | null = await openBrowser();

describe.skipIf(!browser)('the script', () => {
  let world: World;
  let web: Web;
  let page: Page;
  const faults: string[] = [];
  beforeAll(async () => {
    world = await openWorld();
    web = await startWeb(world.works, { host: '127.0.0.1', behindPublish: false });
    if (!browser) return;
    page = await browser.newPage();
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
  });
  afterAll(async () => {
    await browser?.close();
    await web?.close();
    await world?.close();
  });

  it('suggests under headings while one types, and takes what is chosen by keys', async () => {
    await page.goto(web.url);
    await page.keyboard.press('/');
    await page.keyboard.type('lộc h');
    const option = page.locator('#goi-y [role=option]').first();
    await option.waitFor();
    expect(await page.locator('#goi-y .heading').allTextContents()).toContain('Địa phương');
    await page.keyboard.press('ArrowDown');
    expect(await option.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Escape');
    expect(await page.locator('#goi-y').isVisible()).toBe(false);
    await page.keyboard.type('à');
    await option.waitFor();
    await page.keyboard.press('ArrowDown');
    await Promise.all([page.waitForURL(/[?&](?:q|noi)=./u), page.keyboard.press('Enter')]);
    await page.waitForLoadState();
    expect(`${await page.locator('.hit').count()} ${decodeURI(page.url())}`).not.toMatch(/^0/u);
  });

  it('keeps days and other choices beside the box when a suggestion is taken', async () => {
    await page.goto(new URL('/?bao=baohatinh&tu=2023-01-01&dau=1', web.url).href);
    await page.locator('#q').pressSequentially('lộc h');
    await page.locator('#goi-y [role=option]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await Promise.all([page.waitForURL(/[?&](?:q|noi)=./u), page.keyboard.press('Enter')]);
    const { searchParams } = new URL(page.url());
    expect(Object.fromEntries(searchParams)).toMatchObject({
      bao: 'baohatinh',
      tu: '2023-01-01',
      dau: '1',
    });
    expect(searchParams.has('den')).toBe(false);
  });

  it('goes from result to result with j and k, shows its keys, leaves fields alone', async () => {
    await page.goto(new URL('/?q=chợ', web.url).href);
    const links = page.locator('.hit h2 a');
    const focused = () =>
      page.evaluate('[...document.querySelectorAll(".hit h2 a")].indexOf(document.activeElement)');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await focused()).toBe(1);
    await page.keyboard.press('k');
    expect(await focused()).toBe(0);
    await page.keyboard.press('?');
    expect(await page.locator('#phim-tat').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    expect(
      await page.locator('.results > section details[open] > summary').allTextContents(),
    ).toEqual(['Đưa cả 47 bài vào điểm báo']);
    await page.locator('#q').fill('');
    await page.locator('#q').pressSequentially('jk?s/');
    expect(await page.locator('#q').inputValue()).toBe('jk?s/');
    expect(await links.count()).toBeGreaterThan(1);
  });

  it('chooses days by dragging over the timeline', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(new URL('/?thang=2023-06', web.url).href);
    const box = async (moment: string) => {
      const found = page.locator(`.timeline li[data-moment="${moment}"]`).first();
      await found.scrollIntoViewIfNeeded();
      return found.boundingBox();
    };
    const start = await box('2023-06-02');
    const end = await box('2023-06-05');
    if (!start || !end) throw new Error('the days are not shown');
    await page.mouse.move(start.x + 20, start.y + start.height / 2);
    await page.mouse.down();
    await page.mouse.move(start.x + 20, start.y + start.height + 4, { steps: 3 });
    await page.mouse.move(end.x + 20, end.y + end.height / 2, { steps: 5 });
    await Promise.all([page.waitForURL(/tu=2023-06-02/u), page.mouse.up()]);
    expect(page.url()).toContain('den=2023-06-05');
    expect(page.url()).not.toContain('thang=');
  });

  it('runs without an error under the policy that allows no script in a page', () => {
    expect(faults).toEqual([]);
  });
});
