/** The press office's morning in a real browser: a question, the conference, its coverage, the document. */
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unpack } from '../../press-review/docx/unpack.ts';
import { startWeb, type Web } from '../../web/index.ts';
import { openWorld, type World } from '../web/world.ts';
import { openBrowser } from './chromium.ts';
import { watch } from './watched.ts';

const browser: Browser | null = await openBrowser();

describe.skipIf(!browser)('the press office', () => {
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

  it('comes from the question to the press review as a document', async () => {
    if (!browser) return;
    const context = await browser.newContext({ acceptDownloads: true });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const { faults } = watch(page, web.url);

    await page.goto(web.url);
    await page.fill('input[name=q]', 'hội nghị sơ kết giữa nhiệm kỳ');
    await page.press('input[name=q]', 'Enter');
    await page.click('.hits a:has-text("Lộc Hà sơ kết giữa nhiệm kỳ")');
    await page.waitForURL(/\/bai\//);
    await page.click('a[href^="/hoi-nghi/"]');
    await page.waitForURL(/\/hoi-nghi\/[^/]+$/);
    expect(await page.textContent('main')).toContain('Đảng bộ huyện Lộc Hà');
    const covered = page.locator('table:has-text("Lộc Hà sơ kết giữa nhiệm kỳ")');
    expect(await covered.textContent()).toContain('Báo Hà Tĩnh');
    expect(await covered.textContent()).toContain('đưa tin đầu tiên');
    // Nothing was crawled, so the other papers are not known to be silent; they stand together, folded.
    expect(await page.textContent('details.unknown')).toContain('chưa biết');

    await page.click('.add-to-review summary');
    await page.selectOption('.add-to-review select', 'moi');
    await page.fill('.add-to-review input[name=nguoi-lam]', 'Lan');
    await page.click('.add-to-review button');
    await page.waitForURL(/\/diem-bao\/[0-9a-f]+#bai-/);
    await page.fill('input[name=nguoi-lam]', 'Lan');
    await page.fill('textarea[name$=".tom-tat"]', 'Huyện đánh giá nửa nhiệm kỳ.');
    await page.click('button:has-text("Ghi lại")');
    await page.waitForSelector('.meta:has-text("Bản ghi thứ 3")');

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('a:has-text("Word (.docx)")'),
    ]);
    expect(download.suggestedFilename()).toMatch(/^Điểm báo \d{4}-\d\d-\d\d\.docx$/);
    const document = (await unpack(await readFile(await download.path()))).get('word/document.xml');
    expect(document).toContain('1. Lộc Hà sơ kết giữa nhiệm kỳ');
    expect(document).toContain('(Báo Hà Tĩnh, 26/5/2023)');
    expect(document).toContain('Huyện đánh giá nửa nhiệm kỳ.');
    expect(document).toContain('Nửa nhiệm kỳ còn lại, huyện dồn sức làm đường và xây trường');
    expect(document).toContain('Ông Trần Văn Thử, Bí thư Huyện ủy Lộc Hà');
    expect(faults).toEqual([]);
    await context.close();
  });
});
