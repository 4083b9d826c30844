/** Accounts of each role in a world, and browsers that are logged in with them. */
import { load } from 'cheerio';
import type { Hono } from 'hono';
import { makeUser } from '../../app/accounts/users.ts';
import type { Works } from '../../app/compose.ts';
import { ROLES, type Role } from '../../core/account.ts';

export const HOST = 'diembao.example.vn';
export const ORIGIN = `https://${HOST}`;
export const PASSWORD = 'mật khẩu đủ dài';
export const NAMES = { reader: 'Độc', editor: 'Biên', admin: 'Trị' } as const;

export async function addAccounts(works: Works): Promise<void> {
  for (const role of [...ROLES].reverse())
    await makeUser(works, { name: NAMES[role], role, password: PASSWORD }, 'kiểm thử');
}

export interface Browser {
  readonly get: (path: string) => Promise<Response>;
  /** With the token of the forms. */
  readonly post: (
    path: string,
    body: Record<string, string>,
    headers?: Record<string, string>,
    method?: string,
  ) => Promise<Response>;
  /** The cookie, changed by what the server sets. */
  cookie: string;
}

/** A browser that keeps its cookie. */
export function openBrowser(app: Hono): Browser {
  const keep = (response: Response) => {
    const set = response.headers.get('set-cookie');
    if (set) browser.cookie = /Max-Age=0/u.test(set) ? '' : (set.split(';')[0] ?? '');
    return response;
  };
  const headers = () => ({ host: HOST, ...(browser.cookie ? { cookie: browser.cookie } : {}) });
  const browser: Browser = {
    cookie: '',
    get: async (path) => keep(await app.request(`${ORIGIN}${path}`, { headers: headers() })),
    post: async (path, body, more = {}, method = 'POST') => {
      const page = load(await (await browser.get('/dang-nhap')).text());
      const shown = load(await (await browser.get('/tai-khoan')).text());
      const token = shown('input[name=_trang]').first().val() ?? page('input[name=_trang]').val();
      return keep(
        await app.request(`${ORIGIN}${path}`, {
          method,
          headers: {
            ...headers(),
            origin: ORIGIN,
            'content-type': 'application/x-www-form-urlencoded',
            ...more,
          },
          body: new URLSearchParams({ ...(token ? { _trang: String(token) } : {}), ...body }),
        }),
      );
    },
  };
  return browser;
}

export async function loggedIn(app: Hono, role: Role): Promise<Browser> {
  const browser = openBrowser(app);
  const response = await browser.post('/dang-nhap', { ten: NAMES[role], 'mat-khau': PASSWORD });
  if (response.status !== 303) throw new Error(`${role} could not log in: ${response.status}`);
  return browser;
}
