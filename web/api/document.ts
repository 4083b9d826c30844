/** The OpenAPI 3.1 document, made from the table of routes and its schemas. */
import { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { Failure } from './answers.ts';
import { API } from './check.ts';
import { API_ROUTES, type Described } from './routes.ts';

const FAILURES = {
  400: 'What was asked is wrong; the message says what',
  401: 'No log-in, or no such token',
  403: 'This account or token may not do that',
  404: 'There is no such thing',
  429: 'Too many requests: wait as long as Retry-After says',
  503: 'The search engine is away: try again',
} as const;

const json = (schema: z.ZodType) => ({ 'application/json': { schema } });

function parameters(path: string) {
  const names = [...path.matchAll(/\{(\w+)\}/gu)].map(
    ([, name = '']) => [name, z.string()] as const,
  );
  return names.length === 0 ? {} : { params: z.object(Object.fromEntries(names)) };
}

function register(
  app: OpenAPIHono,
  { method, path, summary, query, body, answer, files }: Described,
) {
  const others = (files ?? []).map(
    (type) => [type, { schema: z.string().describe('A file') }] as const,
  );
  app.openAPIRegistry.registerPath({
    method,
    path: `${API}${path}`,
    summary,
    security: [{ token: [] }],
    request: {
      ...parameters(path),
      ...(query ? { query } : {}),
      ...(body ? { body: { content: json(body), required: true } } : {}),
    },
    responses: {
      200: { description: 'Done', content: { ...json(answer), ...Object.fromEntries(others) } },
      ...Object.fromEntries(
        Object.entries(FAILURES).map(([code, description]) => [
          code,
          { description, content: json(Failure) },
        ]),
      ),
    },
  });
}

/** @param version of the program */
export function apiDocument(version: string) {
  const app = new OpenAPIHono();
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'A token made on the page /tai-khoan or with `diembao users token`',
  });
  for (const route of API_ROUTES) register(app, route);
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Điểm Báo',
      version,
      description:
        'Every page’s data. Lists go on with the cursor `next`; errors have one form: {error: {code, message}}.',
    },
  });
}
