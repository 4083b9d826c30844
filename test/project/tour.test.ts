/** The tour names only pages that exist, and every picture that it shows is there and of this size. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webApp } from '../../web/app.tsx';
import { openWorld, type World } from '../web/world.ts';

const docs = new URL('../../docs/', import.meta.url);
const tour = readFileSync(new URL('tour.md', docs), 'utf8');
const MOST_BYTES = 2_500_000;

describe('the tour', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const pages = [...new Set([...tour.matchAll(/`(\/[a-z-/]*)(…?)`/gu)].map(([, path]) => path))];

  it('names pages', () => {
    expect(pages.length).toBeGreaterThan(6);
  });

  it.each(pages)('%s exists', async (path = '') => {
    const app = webApp(world.works);
    const of = path === '/bai/' ? `/bai/${world.ids.get('so-ket')}` : path;
    const headers = { host: 'localhost:8420' };
    const answer = await app.request(`http://localhost:8420${of}`, { headers });
    // A night's report is there after the first night; its page answers all the same.
    if (path === '/bao-cao') expect(await answer.text()).toContain('Chưa có báo cáo');
    else expect(answer.status).toBe(200);
  });

  it('shows every picture, small enough together', () => {
    const shown = [...tour.matchAll(/\]\(tour\/([a-z-]+\.png)\)/gu)].map(([, name]) => name ?? '');
    const there = readdirSync(new URL('tour/', docs));
    expect(there.toSorted()).toEqual(shown.toSorted());
    const sizes = there.map((name) => statSync(new URL(`tour/${name}`, docs)).size);
    expect(Math.min(...sizes)).toBeGreaterThan(5_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES);
  });
});
