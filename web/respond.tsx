/** How the pages answer. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { Notice } from './pages/layout.tsx';

/** An HTML document out of a page's element. */
export const page = (context: Context, element: unknown, code: ContentfulStatusCode = 200) =>
  context.html(`<!doctype html>${String(element)}`, code);

export const isApi = (context: Context) => context.req.path.startsWith('/api/');

export function notFound(context: Context, what: string): Response | Promise<Response> {
  return isApi(context)
    ? context.json({ error: { code: 'not-found', message: what } }, 404)
    : page(context, <Notice title="Không tìm thấy" message={what} />, 404);
}
