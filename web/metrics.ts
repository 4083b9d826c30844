/** `/metrics` for a Prometheus on this machine: not for readers who come through a proxy. */
import type { Handler } from 'hono';
import type { Works } from '../app/compose.ts';
import { metrics } from '../app/metrics.ts';
import { mayWrite } from './guard.ts';
import { notFound } from './respond.tsx';

const HERE = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

export function metricsHandler(library: Works): Handler {
  return async (context) => {
    const straight = mayWrite(null, context.req.raw);
    if (!straight || !HERE.test(context.req.header('host') ?? ''))
      return notFound(context, 'Không có trang này.');
    const { type, text } = await metrics(library);
    return context.body(text, 200, { 'content-type': type });
  };
}
