/**
 * Bull Board over the queues of jobs: looked at, retried and cleaned by hand in a browser. It is served without the font
 * that it would load from elsewhere. Loaded when somebody opens it.
 */
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { HonoAdapter } from '@bull-board/hono';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Queue as Store } from 'bullmq';
import { Hono } from 'hono';
import type { Board } from '../../port.ts';

/** Any `<link>` or `<script>` of another host. */
const FOREIGN =
  /<(?:link|script)\b[^>]*\b(?:href|src)\s*=\s*["']?(?:https?:)?\/\/[^>]*>(?:<\/script>)?/giu;

/** @param base path under which it is served, without a slash at its end */
export function openBoard(stores: readonly Store[], base: string): Board {
  const adapter = new HonoAdapter(serveStatic);
  createBullBoard({
    queues: stores.map((store) => new BullMQAdapter(store)),
    serverAdapter: adapter.setBasePath(base),
    options: {
      uiConfig: { boardTitle: 'Điểm Báo', hideRedisDetails: true, locale: { lng: 'en' } },
    },
  });
  const app = new Hono().route(base, adapter.registerPlugin());
  return async (request) => {
    const answer = await app.fetch(request);
    if (!/^text\/html/u.test(answer.headers.get('content-type') ?? '')) return answer;
    const html = (await answer.text()).replace(FOREIGN, '');
    return new Response(html, { status: answer.status, headers: answer.headers });
  };
}
