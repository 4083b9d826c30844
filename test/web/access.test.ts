/** docs/security.md says who may have which route; here every route of the program is asked for as each role. */
import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '../../core/account.ts';
import { webApp } from '../../web/app.tsx';
import { addAccounts, type Browser, loggedIn, openBrowser } from './offices.ts';
import { openWorld, type World } from './world.ts';

const WHO = ['without log-in', ...ROLES] as const;
type Told = 'yes' | 'no' | 'log-in';

const table = readFileSync(new URL('../../docs/security.md', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, route = '', ...cells] = line.split('|').map((cell) => cell.trim());
    const [method, path] = route.split(' ');
    return /^(?:GET|POST|PUT|DELETE)$/u.test(method ?? '') && path
      ? [{ method, path, told: cells.slice(0, 4) }]
      : [];
  });

/** What the table says of a route: its own line, else the longest that holds it. */
function toldOf(method: string, path: string): readonly string[] | null {
  const fits = table.filter((row) =>
    row.path.endsWith('/*') ? path.startsWith(row.path.slice(0, -1)) : row.path === path,
  );
  const best = fits
    .filter((row) => row.method === (method === 'GET' ? 'GET' : 'POST'))
    .sort((a, b) => b.path.length - a.path.length)[0];
  return best?.told ?? null;
}

describe('every route', () => {
  let world: World;
  let app: Hono;
  let browsers: readonly Browser[];
  beforeAll(async () => {
    world = await openWorld('https://diembao.example.vn/');
    app = webApp(world.works);
    await addAccounts(world.works);
    browsers = [openBrowser(app)];
    for (const role of ROLES) browsers = [...browsers, await loggedIn(app, role)];
  });
  afterAll(() => world.close());

  it('stands in docs/security.md and answers as it says', async () => {
    const routes = app.routes.filter(({ method }) => method !== 'ALL');
    const known = new Set(routes.map(({ method, path }) => `${method} ${path}`));
    expect(known.size).toBeGreaterThan(40);
    const faults: string[] = [];
    for (const { method, path } of routes) {
      const told = toldOf(method, path);
      if (told === null) {
        faults.push(`${method} ${path}: not in the table`);
        continue;
      }
      // What stands for a parameter is nothing that is there: only who may ask is looked at.
      const asked = path.replace(/:\w+(?:\{[^/]*\})?/gu, '1').replace(/\*$/u, 'x');
      for (const [i, browser] of browsers.entries()) {
        if (asked === '/dang-xuat') continue;
        const response =
          method === 'GET'
            ? await browser.get(asked)
            : await browser.post(asked, { sai: '1' }, {}, method);
        const { status } = response;
        const away =
          status === 303 && (response.headers.get('location') ?? '').startsWith('/dang-nhap');
        const wrong = path === '/dang-nhap' && status === 403;
        const found: Told =
          status === 401 || (status === 403 && !wrong) ? 'no' : away && i === 0 ? 'log-in' : 'yes';
        if (found !== told[i])
          faults.push(`${method} ${path} for ${WHO[i]}: ${found} (${status}), told ${told[i]}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('has a line for nothing that is not there', () => {
    const paths = app.routes.map(({ method, path }) => ({ method, path }));
    const idle = table.filter(
      (row) => !paths.some(({ method, path }) => toldOf(method, path) === row.told),
    );
    expect(idle).toEqual([]);
  });
});
