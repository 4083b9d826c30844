import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DiembaoError } from '../../core/errors.ts';
import { silent } from '../../core/log.ts';
import { openEmbeddedEngine } from '../../indexer/engines/embedded.ts';
import { openMeilisearchEngine } from '../../indexer/engines/meilisearch.ts';
import { webApp } from '../../web/app.tsx';
import { openWorld, type World } from './world.ts';

describe('while the search engine is away', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const nowhere = openMeilisearchEngine({
    url: 'http://127.0.0.1:1',
    key: null,
    index: 'diembao',
    log: silent,
  });
  const ask = (path: string, engine = nowhere) =>
    webApp({ ...world.works, engine }).request(`http://localhost:8420${path}`, {
      headers: { host: 'localhost:8420' },
    });

  it('a search says so in Vietnamese, with what to do, and never where the server is', async () => {
    const page = await ask('/?q=ch%E1%BB%A3');
    expect(page.status).toBe(503);
    expect(page.headers.get('retry-after')).toBe('60');
    const text = await page.text();
    expect(text).toContain('Máy tìm kiếm không trả lời');
    expect(text).toContain('MEILI_URL');
    expect(text).not.toContain('127.0.0.1:1');
    const api = await ask('/api/v1/search?q=ch%E1%BB%A3');
    expect(api.status).toBe(503);
    expect(await api.json()).toMatchObject({
      error: { code: 'meili-unreachable', message: expect.stringContaining('Meilisearch') },
    });
  });

  it('an index that is not there is another case', async () => {
    const missing = openEmbeddedEngine({ file: '/nowhere/index.db', readOnly: true });
    const page = await ask('/?q=lua', missing);
    expect(page.status).toBe(503);
    expect(await page.text()).toContain('Chưa có chỉ mục tìm kiếm');
  });

  it('every other page works', async () => {
    const id = world.ids.get('so-ket') ?? '';
    for (const path of [`/bai/${id}`, '/hoi-nghi', '/tinh-trang', '/api/v1/status', '/healthz'])
      expect((await ask(path)).status, path).toBe(200);
    expect(await (await ask('/api/v1/status')).json()).toMatchObject({
      engine: { documents: null, fault: { code: 'meili-unreachable' } },
    });
  });

  it('what an engine refuses of a question is told in words of the reader, with the box', async () => {
    const error = new DiembaoError('question-too-broad', 'search: more than 5000 articles');
    const narrow = { ...nowhere, search: () => Promise.reject(error) };
    const page = await ask('/?q=lua', narrow);
    expect(page.status).toBe(400);
    const html = await page.text();
    expect(html).toContain('Quá nhiều bài có các từ đầu của câu hỏi dài này.');
    expect(html).toContain('value="lua"');
    expect(await (await ask('/?q=lua&lang=en', narrow)).text()).toContain('fewer words');
  });

  it('a fault of the program stays one', async () => {
    const broken = { ...nowhere, search: () => Promise.reject(new Error('a bug')) };
    expect((await ask('/?q=lua', broken)).status).toBe(500);
  });
});
