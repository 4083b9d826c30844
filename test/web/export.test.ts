import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { load } from 'cheerio';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { webApp } from '../../web/app.tsx';
import { readCsv } from '../app/export/samples.ts';
import { readWorkbook } from '../app/export/workbook.ts';
import { openWorld, type World } from './world.ts';

describe('exports over the web', () => {
  let world: World;
  let app: Hono;
  const get = (path: string, init: RequestInit = {}) =>
    app.request(`http://localhost:8420${path}`, { headers: { host: 'localhost:8420' }, ...init });
  beforeAll(async () => {
    world = await openWorld();
    app = webApp(world.works);
  });
  afterAll(() => world.close());

  it('gives the whole result of the search page as a file', async () => {
    const page = load(await (await get('/?q=ch%E1%BB%A3&bao=baonghean')).text());
    const link = page('a[download]')
      .filter((_, a) => page(a).text() === 'CSV')
      .attr('href');
    expect(link).toBe('/export?q=ch%E1%BB%A3&bao=baonghean&format=csv');
    const response = await get(link ?? '');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const disposition = response.headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(
      /^attachment; filename="diem bao - cho - \d{4}-\d\d-\d\d\.csv"; filename\*=UTF-8''/,
    );
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toMatch(/^Điểm Báo - chợ - /);
    const rows = readCsv((await response.text()).replace(/^\ufeff/, ''));
    expect(rows).toHaveLength(25);
    expect(response.headers.get('x-total-count')).toBe('24');
    const about = /<(.*)>; rel="describedby"/.exec(response.headers.get('link') ?? '')?.[1] ?? '';
    expect(await (await get(about)).json()).toMatchObject({
      question: 'chợ',
      total: 24,
      filters: { newspaper: ['baonghean'] },
    });
  });

  it('gives workbooks and lines of JSON', async () => {
    const workbook = await get('/api/v1/export?q=ch%E1%BB%A3&dau=1&format=xlsx');
    expect(workbook.headers.get('content-type')).toBe(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    const { sheets } = await readWorkbook(Buffer.from(await workbook.arrayBuffer()));
    expect(sheets[0]?.rows).toHaveLength(47);
    const lines = await (await get('/api/v1/export?q=ch%E1%BB%A3&dau=1&format=jsonl')).text();
    expect(lines.trimEnd().split('\n')).toHaveLength(46);
  });

  it.each([
    ['an unknown format', '/export?format=pdf', 'question-bad-format'],
    ['a day that is none', '/export?tu=2023-02-31', 'question-bad-date'],
    ['a long question', `/export?q=${'a'.repeat(1001)}`, 'question-too-long'],
  ])('refuses %s before anything is sent', async (_, path, code) => {
    const response = await get(`/api/v1${path}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code } });
    expect((await get(path)).status).toBe(400);
  });

  it('breaks the connection off where it fails', async () => {
    // The server prints what went wrong behind the headers.
    const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { archive } = world.works;
    const failing = {
      ...world.works,
      archive: {
        ...archive,
        articles: {
          ...archive.articles,
          getMany: async () => {
            throw new Error('the disk is gone');
          },
        },
      },
    };
    const server = serve({ fetch: webApp(failing).fetch, port: 0, hostname: '127.0.0.1' });
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/export?q=ch%E1%BB%A3&format=csv`);
    await expect(response.text()).rejects.toThrow();
    expect(printed).toHaveBeenCalled();
    printed.mockRestore();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  it('reads no further when the reader goes away', async () => {
    const response = await get('/export?format=jsonl');
    const reader = response.body?.getReader();
    expect((await reader?.read())?.done).toBe(false);
    await reader?.cancel();
    expect((await reader?.read())?.done).toBe(true);
  });
});
