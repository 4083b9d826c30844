/** The API: every route is described, every answer fits its schema, every error has one form. */
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createReview } from '../../app/press-review/reviews.ts';
import { ArticleList, Failure, Lines, Printed, StoredReview } from '../../web/api/answers.ts';
import { openRateLimit } from '../../web/api/rate.ts';
import { API_ROUTES } from '../../web/api/routes.ts';
import { webApp } from '../../web/app.tsx';
import { openWorld, type World } from './world.ts';

const Document = z.object({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});
const HOST = 'localhost:8420';
const API = '/api/v1';

describe('the API', () => {
  let world: World;
  let app: Hono;
  beforeAll(async () => {
    world = await openWorld();
    app = webApp(world.works);
  });
  afterAll(() => world.close());
  const get = (path: string) => app.request(`http://${HOST}${path}`, { headers: { host: HOST } });

  it('describes every route of the program, and no other', async () => {
    const document = Document.parse(await (await get(`${API}/openapi.json`)).json());
    expect(document.openapi).toBe('3.1.0');
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const there = new Set(
      app.routes
        .filter(({ path, method }) => path.startsWith(`${API}/`) && method !== 'ALL')
        .map(
          ({ method, path }) =>
            `${method.toLowerCase()} ${path.replace(/:(\w+)(?:\{[^/]*\})?/gu, '{$1}')}`,
        )
        .filter((route) => !route.endsWith('openapi.json')),
    );
    expect(described.toSorted()).toEqual([...there].toSorted());
  });

  it('answers as its schemas say', async () => {
    const id = world.ids.get('so-ket') ?? '';
    const { items } = await world.works.archive.conferences.list({}, null, 1);
    const officials = await world.works.archive.officials.list({}, null, 1);
    const days = { from: '2023-05-26', to: '2023-05-26', issuedOn: '2023-05-26' };
    const review = await createReview(world.works, 'daily', days, 'Người thử');
    const asked: Record<string, string> = {
      '/press-reviews/{id}': review.id,
      '/press-reviews/{id}/export': review.id,
      '/conferences/{id}/coverage/export': items[0]?.id ?? '',
      '/search': '?q=so+ket&gop=1',
      '/facets': '?theo=bao',
      '/export': '?q=so+ket&format=source',
      '/suggestions': '?q=so',
      '/articles/{id}': id,
      '/articles/{id}/revisions': id,
      '/officials/{id}': officials.items[0]?.id ?? '',
      '/officials/{id}/quotes': officials.items[0]?.id ?? '',
      '/officials/{id}/articles': officials.items[0]?.id ?? '',
      '/conferences/{id}': items[0]?.id ?? '',
      '/localities/map': '?q=ch%E1%BB%A3',
      '/localities/compare': '?don-vi=448&don-vi=42',
      '/localities/{value}': '448',
    };
    const faults: string[] = [];
    for (const { method, path, answer } of API_ROUTES) {
      if (method !== 'get') continue;
      const more = asked[path] ?? '';
      const filled = path.includes('{') ? path.replace(/\{\w+\}/u, more) : `${path}${more}`;
      if (answer === Printed) {
        const file = await get(`${API}${filled}?format=md`);
        expect(file.headers.get('content-type')).toContain('text/markdown');
        expect(await file.text()).toContain('ĐIỂM BÁO');
        continue;
      }
      if (answer === Lines) {
        const file = await get(`${API}${filled}?format=jsonl`);
        const lines = (await file.text()).split('\n').filter(Boolean);
        if (file.status !== 200 || lines.length !== Number(file.headers.get('x-total-count')))
          faults.push(`${path}: ${file.status}, ${lines.length} lines`);
        if (!lines.every((line) => Lines.safeParse(JSON.parse(line)).success)) faults.push(path);
        continue;
      }
      const response = await get(`${API}${filled}`);
      const body: unknown = await response.json();
      const schema = response.status === 200 ? answer : Failure;
      if (response.status !== 200 && response.status !== 404)
        faults.push(`${path}: ${response.status} ${JSON.stringify(body)}`);
      const parsed = schema.safeParse(body);
      if (!parsed.success) faults.push(`${path}: ${parsed.error.message.slice(0, 300)}`);
    }
    expect(faults).toEqual([]);
  });

  it.each([
    '/search?trang=0',
    '/search?trang=1000000000000000000',
    '/search?xep=best',
    '/search?tu=2023-02-31',
    '/search?la=1',
    '/search?q=a&q=b',
    '/search?__proto__=1',
    `/search?q=${'a'.repeat(4_001)}`,
    '/articles?bao=khong-co',
    '/press-reviews/x/export?format=pdf',
    '/articles?den=2023-02-31',
    '/articles?so=201',
    '/articles?sau=khong',
    '/conferences?tu=2023-13-01',
    '/press-reviews?sau=%00',
    '/localities?ngay=hom-qua',
    '/export?format=exe',
    '/conferences/export?format=exe',
    '/suggestions?limit=x',
  ])('refuses %s in its one form', async (path) => {
    const response = await get(`${API}${path}`);
    expect(response.status).toBe(400);
    expect(Failure.safeParse(await response.json()).success).toBe(true);
  });

  it('refuses two megabytes of question, and a body that is none, in the same form', async () => {
    const long = await get(`${API}/search?q=${'a'.repeat(2_000_000)}`);
    expect([long.status, Failure.parse(await long.json()).error.code]).toEqual([414, 'too-long']);
    const post = (body: string) =>
      app.request(`http://${HOST}${API}/press-reviews`, {
        method: 'POST',
        headers: { host: HOST, 'content-type': 'application/json' },
        body,
      });
    for (const body of [
      '',
      '{',
      '[]',
      '{"form":"daily"}',
      '{"form":"daily","from":"2023-02-31"}',
    ]) {
      const response = await post(body);
      expect([response.status, Failure.parse(await response.json()).error.code]).toEqual([
        400,
        'api-bad-body',
      ]);
    }
    const made = await post(
      JSON.stringify({ form: 'daily', from: '2023-05-26', to: '2023-05-26', by: 'Lan' }),
    );
    expect(StoredReview.parse(await made.json())).toMatchObject({ version: 1, savedBy: 'Lan' });
  });

  it('goes from slice to slice, each article once', async () => {
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const response = await get(`${API}/articles?so=10&sau=${next}`);
      const slice: z.infer<typeof ArticleList> = ArticleList.parse(await response.json());
      seen.push(...slice.items.map(({ id }) => id));
      next = slice.next;
    }
    expect(seen).toHaveLength(47);
    expect(new Set(seen).size).toBe(47);
  });

  it('can be read as a page', async () => {
    const html = await (await get('/api')).text();
    for (const { path } of API_ROUTES) expect(html).toContain(`${API}${path}`);
  });
});

it('lets through so many a minute, then says how long to wait', () => {
  const time = { now: 0 };
  const wait = openRateLimit({ now: () => new Date(time.now) }, 60);
  expect(Array.from({ length: 60 }, () => wait('a'))).toEqual(Array.from({ length: 60 }, () => 0));
  expect(wait('a')).toBe(1);
  expect(wait('b')).toBe(0);
  time.now += 1_000;
  expect([wait('a'), wait('a')]).toEqual([0, 1]);
});
