/** Bull Board over a real Redis, in a real browser: it works, and asks no other host for anything. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silent } from '../../core/log.ts';
import { openBullmqQueue } from '../../queue/drivers/bullmq.ts';
import type { Queue } from '../../queue/port.ts';
import { webApp } from '../../web/app.tsx';
import { startWeb, type Web } from '../../web/index.ts';
import {
  REDIS_NOT_RUN,
  type RedisServer,
  redisIsInstalled,
  startRedis,
} from '../queue/redis-server.ts';
import { openWorld, type World } from '../web/world.ts';
import { openBrowser } from './chromium.ts';

if (!redisIsInstalled()) console.log(REDIS_NOT_RUN);

it('is not there where jobs are kept in the process', async () => {
  const world = await openWorld();
  const answer = await webApp(world.works).request('http://localhost/hang-doi', {
    headers: { host: 'localhost' },
  });
  expect(answer.status).toBe(404);
  await world.close();
});

describe.skipIf(!redisIsInstalled())('Bull Board', () => {
  let redis: RedisServer;
  let world: World;
  let queue: Queue;
  let web: Web;
  let browser: Browser | null = null;
  beforeAll(async () => {
    redis = await startRedis();
    world = await openWorld();
    queue = await openBullmqQueue({
      url: redis.url,
      prefix: 'board',
      random: Math.random,
      log: silent,
    });
    await queue.add([{ name: 'parse', payload: { page: 12345 } }]);
    web = await startWeb({ ...world.works, queue }, { host: '127.0.0.1', behindPublish: false });
    browser = await openBrowser();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await web.close();
    await queue.close(0);
    await world.close();
    await redis.close();
  });
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(new URL(path, web.url), { headers, method });

  it('answers with a policy of its own and names no other host', async () => {
    const answer = await get('/hang-doi');
    expect(answer.status).toBe(200);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    const html = await answer.text();
    expect(html).not.toMatch(/(?:href|src)=["']?(?:https?:)?\/\//u);
    expect((await get('/hang-doi/')).url).toBe(new URL('/hang-doi', web.url).href);
    expect(await (await get('/tinh-trang')).text()).toContain('href="/hang-doi"');
    const links = [...html.matchAll(/<(?:link|script)[^>]* (?:href|src)="([^"]+)"/gu)].map(
      ([, link]) => link ?? '',
    );
    expect(
      links.filter((link) => link.endsWith('.css') || link.endsWith('.js')).length,
    ).toBeGreaterThan(3);
    for (const link of links) {
      const part = await get(`/hang-doi/${link.replace(/^\/hang-doi\//u, '')}`);
      expect([link, part.status]).toEqual([link, 200]);
      // Of the style sheets nothing is loaded from elsewhere either.
      if (link.endsWith('.css'))
        expect(await part.text()).not.toMatch(/(?:url\(|@import)\s*["']?(?:https?:)?\/\//u);
    }
    const counts = await (await get('/hang-doi/api/queues')).text();
    expect(counts).toContain('parse');
  });

  it('is hidden from whoever does not come straight from this machine, and takes no form of another page', async () => {
    const proxied = { 'x-forwarded-for': '203.0.113.7' };
    for (const path of ['/hang-doi', '/hang-doi/api/queues', '/hang-doi/static/js/x.js'])
      expect((await get(path, proxied)).status).toBe(403);
    const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://example.com' };
    expect((await get('/hang-doi/api/queues/parse/empty', foreign, 'PUT')).status).toBe(403);
    expect((await queue.counts()).parse.waiting).toBe(1);
  });

  it('draws its pages without a request to another host', async ({ skip }) => {
    if (!browser) return skip();
    const context = await browser.newContext();
    const page = await context.newPage();
    const asked: string[] = [];
    const refused: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => {
      if (/content security policy/iu.test(message.text())) refused.push(message.text());
    });
    await page.goto(new URL('/hang-doi', web.url).href, { waitUntil: 'networkidle' });
    await page.getByText('parse').first().waitFor({ timeout: 20_000 });
    await page.goto(new URL('/hang-doi/queue/parse', web.url).href, { waitUntil: 'networkidle' });
    await page.getByText('12345').first().waitFor({ timeout: 20_000 });
    const { origin } = new URL(web.url);
    expect(asked.filter((url) => !url.startsWith(origin) && !/^(?:data|blob):/u.test(url))).toEqual(
      [],
    );
    expect(asked.length).toBeGreaterThan(5);
    expect(refused).toEqual([]);
    await context.close();
  }, 60_000);
});
