/** Correcting by hand in a real browser, which sends the form with the headers that it likes. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWeb, type Web } from '../../web/index.ts';
import { openWorld, type World } from '../web/world.ts';
import { openBrowser } from './chromium.ts';

const browser: Browser | null = await openBrowser();

describe.skipIf(!browser)('correcting in a browser', () => {
  let world: World;
  let web: Web;
  beforeAll(async () => {
    world = await openWorld();
    web = await startWeb(world.works, { host: '127.0.0.1', behindPublish: false });
  });
  afterAll(async () => {
    await browser?.close();
    await web?.close();
    await world?.close();
  });

  it.each([true, false])('works with script in the browser: %s', async (javaScriptEnabled) => {
    if (!browser) return;
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(`${web.url}bai/${world.ids.get('so-ket')}`);
    await page.click('blockquote summary');
    await page.fill('blockquote input[name=nguoi-noi]', 'Lê Thị Mẫu');
    await page.fill('blockquote input[name=nguoi-sua]', 'Lan');
    await page.click('blockquote button');
    await page.waitForURL(/#sua-tay$/);
    expect(await page.textContent('blockquote footer')).toContain('Lê Thị Mẫu');
    expect(await page.textContent('.corrected')).toContain('Lan');
    await page.fill('.take-back input[name=nguoi-sua]', 'Lan');
    await page.click('.take-back button');
    await page.waitForFunction("!document.querySelector('.corrected')");
    expect(await page.textContent('blockquote footer')).toContain('Trần Văn Thử');
    await context.close();
  });
});
