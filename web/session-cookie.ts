/** The cookie that holds a session's id. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** The browser itself keeps a `__Host-` cookie to https, this host and no other. */
const SECURE = '__Host-diembao';
const PLAIN = 'diembao';

const name = (secure: boolean) => (secure ? SECURE : PLAIN);
const flags = (secure: boolean) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure }) as const;

export function readSession(context: Context, secure: boolean): string | null {
  const id = getCookie(context, name(secure)) ?? '';
  return id === '' || id.length > 200 ? null : id;
}

/** Until the browser closes; the server ends it earlier. */
export function writeSession(context: Context, secure: boolean, id: string): void {
  setCookie(context, name(secure), id, flags(secure));
}

export function clearSession(context: Context, secure: boolean): void {
  deleteCookie(context, name(secure), flags(secure));
}
