/** Who may ask: the Host that is named, and the headers that every answer carries. */
import type { MiddlewareHandler } from 'hono';
import { UsageError } from '../core/errors.ts';

/** Our own files only, no script in a page: whatever a text from outside says, it runs nothing. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Refuses (421) a Host that is neither this machine's name nor the public URL's, and sets the headers. */
export function guard(publicUrl: string | null): MiddlewareHandler {
  const known = new Set(LOCAL);
  if (publicUrl) known.add(new URL(publicUrl).hostname);
  return async (context, next) => {
    context.header('Content-Security-Policy', POLICY);
    context.header('X-Content-Type-Options', 'nosniff');
    // Nothing to others; our own forms need it, else browsers send them with the Origin "null".
    context.header('Referrer-Policy', 'same-origin');
    context.header('Cross-Origin-Opener-Policy', 'same-origin');
    const host = hostname(context.req.header('host') ?? '');
    if (host === null || !known.has(host))
      return context.text(
        'Máy chủ này không phục vụ tên miền đó. / This server does not serve that host.\n',
        421,
      );
    await next();
  };
}

/** The name without its port, lower case; null where it is none. */
function hostname(host: string): string | null {
  return URL.parse(`http://${host}`)?.hostname ?? null;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * The address that may be listened on: loopback, any inside a container whose port compose publishes, any where
 * there are accounts.
 * @throws UsageError `not-loopback`
 */
export function allowedAddress(host: string, behindPublish: boolean, accounts: boolean): string {
  if (LOOPBACK.has(host)) return behindPublish ? '0.0.0.0' : host;
  if (accounts || (behindPublish && host === '0.0.0.0')) return host;
  throw new UsageError(
    'not-loopback',
    `The page is not served on ${host}: until there are accounts anybody who reaches it could read and change everything.`,
    {
      hint: 'Leave --host out, or make accounts first: diembao users add NAME --role admin; --behind-publish is for containers only.',
    },
  );
}

/**
 * With accounts passwords travel: only by https.
 * @throws UsageError `not-https`
 */
export function checkHttps(publicUrl: string | null, insecureHttp: boolean): void {
  if (insecureHttp || (publicUrl !== null && new URL(publicUrl).protocol === 'https:')) return;
  throw new UsageError(
    'not-https',
    `Đã có tài khoản nên DIEMBAO_PUBLIC_URL phải là địa chỉ https, hiện là "${publicUrl ?? ''}" / with accounts DIEMBAO_PUBLIC_URL must be an https address`,
    {
      hint: 'Đặt DIEMBAO_PUBLIC_URL=https://…, máy chủ trung gian lo https; chỉ để thử: --insecure-http, ai ở giữa đường cũng đọc được mật khẩu / to try only: --insecure-http',
    },
  );
}
