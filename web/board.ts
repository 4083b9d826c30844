/** Bull Board at `/hang-doi`, where the queue has one: only for administrators, under a policy of its own. */
import type { Context, Hono } from 'hono';
import type { Works } from '../app/compose.ts';
import { told } from '../i18n/text.ts';
import { notFound } from './respond.tsx';
import { mayBe } from './visitor.ts';

export const BOARD = '/hang-doi';

/** Its own script and styles, its own server, and nobody else. */
export const BOARD_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // It sets styles as it draws.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const mayOpenBoard = (context: Context) => mayBe(context, 'admin');

type Board = ReturnType<NonNullable<Works['queue']['board']>>;

export function boardRoutes(app: Hono, { queue }: Pick<Works, 'queue'>): void {
  const opened: { board: Board | null } = { board: null };
  app.on(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], [BOARD, `${BOARD}/*`], async (context) => {
    if (!queue.board || !mayOpenBoard(context))
      return notFound(context, told('Không có trang này.'));
    if (context.req.path === `${BOARD}/`) return context.redirect(BOARD);
    opened.board ??= queue.board(BOARD);
    const answer = await (await opened.board)(context.req.raw);
    context.header('Content-Security-Policy', BOARD_POLICY);
    const headers = new Headers(answer.headers);
    headers.set('Content-Security-Policy', BOARD_POLICY);
    return new Response(answer.body, { status: answer.status, headers });
  });
}
