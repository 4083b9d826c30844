/** `/metrics` for a Prometheus: without log-in from this machine only, with accounts by a token for `metrics`. */
import type { Handler } from 'hono';
import type { Works } from '../app/compose.ts';
import { metrics } from '../app/metrics.ts';

export function metricsHandler(library: Works): Handler {
  return async (context) => {
    const { type, text } = await metrics(library);
    return context.body(text, 200, { 'content-type': type });
  };
}
