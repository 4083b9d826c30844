/** Who may ask: the Host that is named, and the headers that every answer carries. */
import type { MiddlewareHandler } from 'hono';
import { UsageError } from '../core/errors.ts';

/** No script, no foreign source of anything: the pages need none. */
const POLICY = [
  "default-src 'none'",
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
    context.header('Referrer-Policy', 'no-referrer');
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
