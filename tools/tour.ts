/**
 * The pictures of docs/tour.md: runs the demo in a directory of its own, does there what a press officer and a
 * researcher do, and takes a picture of each page. `node --import tsx tools/tour.ts`, once the pages look otherwise.
 * Needs Chromium.
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openBrowser } from '../test/browser/chromium.ts';

const PORT = 8698;
const HOME = `http://127.0.0.1:${PORT}`;
const SIZE = { width: 1100, height: 780 };
const QUESTION = 'hội nghị sơ kết giữa nhiệm kỳ';

const search = (text: string) => `/?${new URLSearchParams({ q: text }).toString()}`;
const first = (page: Page, selector: string) => page.locator(selector).first();
const follow = async (page: Page, selector: string) => {
  const href = await first(page, selector).getAttribute('href');
  if (href === null) throw new Error(`tour: ${page.url()} has no link ${selector}`);
  await page.goto(new URL(href, HOME).href);
};

/** Name of the picture -> how one comes there. */
const STOPS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  search: (page) => page.goto(HOME + search(QUESTION)),
  article: async (page) => {
    await page.goto(HOME + search(QUESTION));
    await follow(page, 'ol.hits h2 a');
  },
  conferences: (page) => page.goto(`${HOME}/hoi-nghi`),
  conference: async (page) => {
    await page.goto(`${HOME}/hoi-nghi`);
    await follow(page, 'main a[href^="/hoi-nghi/"]:not([href*="lich"]):not([href*="danh-sach"])');
  },
  officials: (page) => page.goto(`${HOME}/can-bo`),
  localities: (page) => page.goto(`${HOME}/dia-phuong`),
  'press-review': async (page) => {
    await page.goto(HOME + search(QUESTION));
    const form = page.locator('form[action="/diem-bao/them"]').first();
    await form.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
    const who = form.locator('input[name="nguoi-lam"]');
    if ((await who.count()) > 0) await who.fill('Lan');
    await form.locator('button').click();
    await page.waitForURL('**/diem-bao/*');
  },
  'saved-search': async (page) => {
    await page.goto(HOME + search(QUESTION));
    const form = page.locator('form[action="/tim-da-luu"]').first();
    await form.evaluate((element) => element.closest('details')?.setAttribute('open', ''));
    const who = form.locator('input[name="nguoi-luu"]');
    if ((await who.count()) > 0) await who.fill('Lan');
    await form.locator('button').click();
    await page.waitForURL('**/tim-da-luu/*');
  },
  status: (page) => page.goto(`${HOME}/tinh-trang`),
};

async function main(): Promise<void> {
  const pictures = new URL('../docs/tour/', import.meta.url).pathname;
  await mkdir(pictures, { recursive: true });
  const directory = await mkdtemp(join(tmpdir(), 'diembao-tour-'));
  const demo = spawn(
    process.execPath,
    ['cli/bin.mjs', 'demo', '--port', String(PORT), '--data', directory],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const browser = await openBrowser();
  try {
    if (!browser) throw new Error('tour: no Chromium is installed');
    const ready = async () => (await fetch(`${HOME}/healthz`).catch(() => null))?.ok === true;
    for (let tries = 0; !(await ready()); tries++) {
      if (tries > 300 || demo.exitCode !== null) throw new Error('tour: the demo does not answer');
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light' });
    for (const [name, come] of Object.entries(STOPS)) {
      await come(page);
      await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
      process.stdout.write(`${name}: ${new URL(page.url()).pathname}\n`);
    }
  } finally {
    await browser?.close();
    demo.kill('SIGTERM');
    await new Promise((resolve) =>
      demo.exitCode === null ? demo.once('exit', resolve) : resolve(null),
    );
    await rm(directory, { recursive: true, force: true });
  }
}

await main();
