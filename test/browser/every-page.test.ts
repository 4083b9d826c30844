/**
 * Every page that a link leads to, in both languages: WCAG 2.2 AA by axe-core, no console error, no request that
 * leaves the host, nothing wider than a telephone of 360 px or cut at 200 % zoom, fit to print. New pages are found by
 * their links, no list is kept.
 */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWeb, type Web } from '../../web/index.ts';
import { openFullWorld } from '../web/full-world.ts';
import { addAccounts, NAMES, PASSWORD } from '../web/offices.ts';
import { openWalk } from '../web/walk.ts';
import type { World } from '../web/world.ts';
import { openBrowser } from './chromium.ts';
import { narrow, printed, violations } from './fit.ts';
import { type Watched, watch } from './watched.ts';

const MOST_PAGES = 30;
const HREFS = "[...document.querySelectorAll('a[href]')].map(({ href }) => href)";

const browser: Browser | null = await openBrowser();

describe.skipIf(!browser)('every page', () => {
  let world: World;
  let web: Web;
  beforeAll(async () => {
    world = await openFullWorld();
    web = await startWeb(world.works, {
      host: '127.0.0.1',
      behindPublish: false,
      insecureHttp: true,
    });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await web?.close();
    await world?.close();
  });

  /** Looks at one page. @returns its links */
  async function look(watched: Watched, address: string): Promise<string[]> {
    const { page, faults } = watched;
    const { pathname, search } = new URL(address);
    watched.at = decodeURI(pathname + search);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(address);
    const found = [
      ...(await violations(page)),
      ...(await printed(page)),
      ...(await narrow(page, 360)),
      ...(await narrow(page, 640)),
    ];
    faults.push(...found.map((fault) => `${watched.at}: ${fault}`));
    return page.evaluate(HREFS);
  }

  async function walk(watched: Watched, start: readonly string[], most: number): Promise<number> {
    const pages = openWalk(
      start.map((path) => new URL(path, web.url).href),
      most,
    );
    for (let url = pages.next(); url; url = pages.next()) pages.add(await look(watched, url.href));
    return pages.seen;
  }

  /** The browser itself notes what was asked for and is not there. */
  const known = ({ faults }: Watched) =>
    faults.filter(
      (fault) => !/(?:khong-co-trang-nay|q=từ.*): Failed to load resource.*40[04]/u.test(fault),
    );

  async function open(): Promise<Watched> {
    if (!browser) throw new Error('there is no browser');
    const page = await (await browser.newContext({ bypassCSP: true })).newPage();
    page.setDefaultTimeout(15_000);
    return watch(page, web.url);
  }

  it('is fit for everybody', async () => {
    const watched = await open();
    // Nothing found, and a question that is refused, have no links to them.
    const lost = ['/?q=ch%E1%BB%A3+kangaru&bao=baonghean', '/?q=t%E1%BB%AB%3A31%2F2%2F2023'];
    const start = ['/', '/khong-co-trang-nay', '/api', ...lost];
    const seen = await walk(watched, start, MOST_PAGES);
    expect(known(watched)).toEqual([]);
    expect(seen).toBeGreaterThan(25);
    await watched.page.context().close();
  }, 300_000);

  it('is so in English too, with accounts', async () => {
    await addAccounts(world.works);
    const watched = await open();
    const { page } = watched;
    await look(watched, new URL('/dang-nhap', web.url).href);
    await look(watched, new URL('/dang-nhap?lang=en', web.url).href);
    await page.fill('input[name=ten]', NAMES.admin);
    await page.fill('input[name=mat-khau]', PASSWORD);
    await page.click('main button');
    await page.waitForSelector('.account');
    const seen = await walk(
      watched,
      ['/', '/khong-co-trang-nay', '/api', '/tai-khoan'],
      MOST_PAGES,
    );
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    for (const path of ['/tai-khoan?lang=vi', '/quan-tri/tai-khoan', '/quan-tri/nhat-ky'])
      await look(watched, new URL(path, web.url).href);
    expect(await page.getAttribute('html', 'lang')).toBe('vi');
    expect(known(watched)).toEqual([]);
    expect(seen).toBeGreaterThan(25);
    await page.context().close();
  }, 300_000);
});
