/** Saved searches under /api/v1: all that the pages do, noted under the name of who did it. */
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newsParts } from '../../app/saved-searches/parts.ts';
import { runSaved } from '../../app/saved-searches/run.ts';
import { openSaved } from '../../app/saved-searches/saved.ts';
import { Failure, SavedSearch, SavedSearchAnswer, SavedTarget } from '../../web/api/answers.ts';
import { webApp } from '../../web/app.tsx';
import { openWorld, type World } from './world.ts';

const HOST = 'localhost:8420';
const API = '/api/v1/saved-searches';

describe('saved searches by the API', () => {
  let world: World;
  let app: Hono;
  beforeAll(async () => {
    world = await openWorld();
    app = webApp(world.works);
  });
  afterAll(() => world.close());

  const ask = (method: string, path: string, body?: unknown) =>
    app.request(`http://${HOST}${API}${path}`, {
      method,
      headers: { host: HOST, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const refusal = async (response: Response) =>
    [response.status, Failure.parse(await response.json()).error.code] as const;
  const save = async (name: string, question: object = { text: 'chợ' }) =>
    SavedSearch.parse(await (await ask('POST', '', { name, question, by: 'Lan' })).json());

  it('are saved, listed, changed and removed; the answer can be sent back', async () => {
    const made = await save('Chợ', { text: 'chợ', facets: { newspaper: ['baohatinh'] } });
    expect(made).toMatchObject({ name: 'Chợ', madeBy: 'Lan', total: null, feed: null });
    const list = z.object({ items: z.array(SavedSearch) });
    expect(list.parse(await (await ask('GET', '')).json()).items).toEqual([made]);
    const question = { ...made.question, from: '2023-06-01' };
    const changed = await ask('PUT', `/${made.id}`, {
      version: made.version,
      name: 'Chợ phiên',
      question,
      by: 'Minh',
    });
    expect(SavedSearch.parse(await changed.json())).toMatchObject({
      name: 'Chợ phiên',
      question: { text: 'chợ', facets: { newspaper: ['baohatinh'] }, from: '2023-06-01' },
    });
    expect((await ask('DELETE', `/${made.id}`)).status).toBe(400);
    const named = webApp({ ...world.works, config: { ...world.works.config, user: 'Minh' } });
    const gone = await named.request(`http://${HOST}${API}/${made.id}`, {
      method: 'DELETE',
      headers: { host: HOST },
    });
    expect(await gone.json()).toEqual({ done: true });
    expect(await refusal(await ask('GET', `/${made.id}`))).toEqual([404, 'saved-search-not-found']);
    const { items } = await world.works.archive.accounts.audit.list({ subject: made.id }, null, 9);
    expect(items.map(({ action, by }) => `${action} ${by}`)).toEqual([
      'saved-search-removed Minh',
      'saved-search-changed Minh',
      'saved-search-made Lan',
    ]);
  });

  it('of a taken name are refused with 409, saved and renamed', async () => {
    await save('Một');
    const two = await save('Hai');
    const sent = { name: 'Một', question: { text: 'chợ' }, by: 'Lan' };
    expect(await refusal(await ask('POST', '', sent))).toEqual([409, 'saved-search-name-taken']);
    expect(
      await refusal(await ask('PUT', `/${two.id}`, { version: 1, name: 'Một', by: 'Lan' })),
    ).toEqual([409, 'saved-search-name-taken']);
  });

  it('tell by ways that can be taken away, and by a feed that can be changed', async () => {
    const { id } = await save('Báo tin');
    const hook = {
      kind: 'webhook',
      address: 'https://203.0.114.7/moc',
      digest: '07:30',
      by: 'Lan',
    };
    const target = SavedTarget.parse(await (await ask('POST', `/${id}/targets`, hook)).json());
    expect(target).toMatchObject({ address: hook.address, digestAt: 450 });
    expect(target.secret).toHaveLength(32);
    const inside = { ...hook, address: 'http://169.254.169.254/latest' };
    expect(await refusal(await ask('POST', `/${id}/targets`, inside))).toEqual([
      400,
      'saved-search-private-address',
    ]);
    const feed = z.object({ feed: z.string() });
    const first = feed.parse(await (await ask('POST', `/${id}/feed`, { by: 'Lan' })).json()).feed;
    const read = (path: string) =>
      app.request(`http://${HOST}${path}`, { headers: { host: HOST } });
    expect((await read(first)).status).toBe(200);
    const told = SavedSearchAnswer.parse(await (await ask('GET', `/${id}`)).json());
    expect(told).toMatchObject({ feed: first, targets: [{ id: target.id }] });
    const second = feed.parse(await (await ask('POST', `/${id}/feed`, { by: 'Lan' })).json()).feed;
    expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
    expect(await refusal(await ask('DELETE', `/${id}/targets/none`))).toEqual([
      400,
      'saved-search-no-one',
    ]);
  });

  it('give their news, and what was sent', async () => {
    const { id } = await save('Tin mới');
    const parts = newsParts(world.works);
    await runSaved(parts, await openSaved(parts, id));
    const news = z.object({ articles: z.array(z.unknown()), next: z.null() });
    expect(news.parse(await (await ask('GET', `/${id}/news`)).json()).articles).toEqual([]);
    expect(await (await ask('GET', `/${id}/deliveries`)).json()).toEqual({ items: [] });
    const { days } = SavedSearchAnswer.parse(await (await ask('GET', `/${id}`)).json());
    expect(days).toMatchObject([{ runs: 1, found: 0 }]);
  });

  it.each([
    ['POST', '', { name: '', question: { text: 'chợ' }, by: 'Lan' }, 'saved-search-no-name'],
    ['POST', '', { name: 'Tất cả', question: {}, by: 'Lan' }, 'saved-search-no-question'],
    ['POST', '', { name: 'Không ai', question: { text: 'chợ' } }, 'saved-search-no-one'],
    ['POST', '', { name: 'Ngày', question: { from: '2023-02-31' }, by: 'Lan' }, 'api-bad-body'],
    ['POST', '', { name: 'Lạ', question: { facets: { la: ['1'] } }, by: 'Lan' }, 'api-bad-body'],
    ['POST', '', { name: 'Thừa', question: { q: 'chợ' }, by: 'Lan' }, 'api-bad-body'],
    ['PUT', '/none', { version: 1, by: 'Lan' }, 'saved-search-not-found'],
    ['POST', '/none/feed', { by: 'Lan' }, 'saved-search-not-found'],
  ])('%s %s %j is refused', async (method, path, body, code) => {
    const status = code.endsWith('not-found') ? 404 : 400;
    expect(await refusal(await ask(method, path, body))).toEqual([status, code]);
  });
});
