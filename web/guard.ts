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

/** Whether the request came straight to this machine: only then may anybody write while there are no accounts. */
export function mayWrite(publicUrl: string | null, request: Request): boolean {
  const forwarded = [
    'forwarded',
    'via',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
  ];
  return publicUrl === null && !forwarded.some((name) => request.headers.has(name));
}

/** Whether a form was sent by one of our own pages. Programs other than browsers send neither header. */
function fromOwnPage(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  if (site !== null && site !== 'same-origin') return false;
  return origin === null || URL.parse(origin)?.host === request.headers.get('host');
}

/** Refuses (403) every request that would write and was not sent by our own page on this machine. */
export function guardWriting(publicUrl: string | null): MiddlewareHandler {
  return async (context, next) => {
    const { raw, method } = context.req;
    if (method === 'GET' || method === 'HEAD') return next();
    if (!fromOwnPage(raw))
      return context.text(
        'Biểu mẫu này không gửi từ trang Điểm Báo. / This form was not sent by a page of Điểm Báo.\n',
        403,
      );
    if (!mayWrite(publicUrl, raw))
      return context.text(
        'Chưa có tài khoản nên chỉ sửa được ngay trên máy chạy Điểm Báo. / Until there are accounts only the machine itself may write.\n',
        403,
      );
    return next();
  };
}

/** The name without its port, lower case; null where it is none. */
function hostname(host: string): string | null {
  return URL.parse(`http://${host}`)?.hostname ?? null;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * The address that may be listened on: loopback, or any inside a container whose port compose publishes.
 * @throws UsageError `not-loopback`
 */
export function allowedAddress(host: string, behindPublish: boolean): string {
  if (LOOPBACK.has(host)) return behindPublish ? '0.0.0.0' : host;
  if (behindPublish && host === '0.0.0.0') return host;
  throw new UsageError(
    'not-loopback',
    `The page is not served on ${host}: until there are accounts anybody who reaches it could read and change everything.`,
    { hint: 'Leave --host out; --behind-publish is for containers only.' },
  );
}
