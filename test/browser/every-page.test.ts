/**
 * Every page that a link leads to: WCAG 2.2 AA by axe-core, no console error, no request that leaves the
 * host, nothing wider than a telephone of 360 px. New pages are found by their links, no list is kept.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWeb, type Web } from '../../web/index.ts';
import { openWorld, type World } from '../web/world.ts';
import { openBrowser } from './chromium.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Files to take along and the machine's own answers are no pages. */
const NO_PAGE = /^\/(?:api|export|assets|metrics|healthz)(?:\/|$)|\/tai\/|\/mau$|\.[a-z]{3,5}$/u;
const MOST_PAGES = 60;

/** What an address has in common with its like: ids out, names of parameters kept. */
function form(url: URL): string {
  const path = url.pathname.replace(/\/[^/]*\d[^/]*/gu, '/:id');
  return `${path}?${[...new Set(url.searchParams.keys())].sort().join('&')}`;
}

interface Found {
  readonly id: string;
  readonly nodes: readonly string[];
}

/** Run in the page, so it is text here: the tests' types know no document. */
const VIOLATIONS = `axe.run(document, {
  runOnly: { type: 'tag', values: ${JSON.stringify(STANDARDS)} },
  resultTypes: ['violations'],
}).then(({ violations }) => violations.map(({ id, nodes }) => ({
  id,
  nodes: nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)),
})))`;

/** The rules of axe-core that the page breaks, with the elements that do. */
async function faultsOf(page: Page): Promise<Found[]> {
  await page.addScriptTag({ content: axe });
  return page.evaluate(VIOLATIONS);
}

const browser: Browser | null = await openBrowser();

describe.skipIf(!browser)('every page', () => {
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

  it('is fit for everybody', async () => {
    if (!browser) return;
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const faults: string[] = [];
    let at = '';
    page.on('request', (request) => {
      if (!request.url().startsWith(web.url)) faults.push(`${at}: asks ${request.url()}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`${at}: ${message.text()}`);
    });
    const waiting = [web.url, new URL('/khong-co-trang-nay', web.url).href];
    const queued = new Set(waiting);
    // One page of each form of address.
    const forms = new Set<string>();
    for (let next = waiting.shift(); next && forms.size < MOST_PAGES; next = waiting.shift()) {
      const url = new URL(next);
      if (forms.has(form(url))) continue;
      forms.add(form(url));
      at = decodeURI(url.pathname + url.search);
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(next);
      for (const { id, nodes } of await faultsOf(page)) {
        faults.push(`${at}: ${id}: ${nodes.join(' | ')}`);
      }
      await page.setViewportSize({ width: 360, height: 740 });
      const wide: number = await page.evaluate('document.documentElement.scrollWidth');
      if (wide > 360) faults.push(`${at}: ${wide} px wide on a telephone`);
      const links: string[] = await page.evaluate(
        "[...document.querySelectorAll('a[href]')].map(({ href }) => href.replace(/#.*/u, ''))",
      );
      for (const link of links) {
        if (!link.startsWith(web.url) || queued.has(link)) continue;
        queued.add(link);
        if (!NO_PAGE.test(new URL(link).pathname)) waiting.push(link);
      }
    }
    const known = faults.filter(
      (fault) => !/khong-co-trang-nay: Failed to load resource.*404/u.test(fault),
    );
    expect(known).toEqual([]);
    expect(forms.size).toBeGreaterThan(15);
    await context.close();
  }, 240_000);
});
