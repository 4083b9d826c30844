import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catchUp } from '../../app/catch-up.ts';
import { openLibrary, openWorks } from '../../app/compose.ts';
import { suggest } from '../../app/suggest.ts';
import { silent } from '../../core/log.ts';
import { webApp } from '../../web/app.tsx';
import { openWorld, type World } from './world.ts';

describe('suggestions over the web', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());
  const get = (query: string) =>
    webApp(world.works).request(`http://localhost:8420/api/v1/suggestions${query}`, {
      headers: { host: 'localhost:8420' },
    });

  it('come from what was indexed, by kind', async () => {
    const response = await get('?q=loc+h');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      query: 'loc h',
      groups: expect.arrayContaining([
        expect.objectContaining({ kind: 'place', label: 'Địa phương' }),
      ]),
    });
    const papers = await (await get('?q=ngu%E1%BB%93n%3Ah%C3%A0+t&limit=1')).json();
    expect(papers).toMatchObject({ groups: [{ items: [{ filter: { values: ['baohatinh'] } }] }] });
    expect(await (await get('')).json()).toEqual({ query: '', groups: [] });
  });

  it.each(['?q=a&limit=0', '?q=a&limit=x', '?q=a&limit=21', `?q=${'a'.repeat(201)}`])(
    'refuses what is out of bounds (%#)',
    async (query) => {
      expect((await get(query)).status).toBe(400);
    },
  );

  it('are made again from the archive where their file was lost', async () => {
    const { config } = world.works;
    const before = suggest(world.works.suggestions, 'tran van').groups;
    expect(before).not.toEqual([]);
    await world.works.close();
    for (const end of ['', '-wal', '-shm'])
      await rm(join(config.data, `suggestions.db${end}`), { force: true });
    const reader = await openLibrary(config, { log: silent });
    expect(suggest(reader.suggestions, 'tran van').groups).toEqual([]);
    await reader.close();
    const works = await openWorks(config, { log: silent });
    await works.work();
    await catchUp(works, new AbortController().signal);
    expect(suggest(works.suggestions, 'tran van').groups).toEqual(before);
    await works.close();
  });
});
