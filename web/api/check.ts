/** What is asked of the API, checked by the table of its routes before any handler sees it. */
import type { Context, MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { DiembaoError } from '../../core/errors.ts';
import { told } from '../../i18n/text.ts';
import { API_ROUTES, type Described } from './routes.ts';

export const API = '/api/v1';

const pattern = (path: string) => new RegExp(`^${API}${path.replace(/\{\w+\}/gu, '[^/]+')}$`, 'u');

const KNOWN = API_ROUTES.map((route) => ({ route, fits: pattern(route.path) }));

function routeOf(method: string, path: string): Described | null {
  const asked = method === 'HEAD' ? 'get' : method.toLowerCase();
  return KNOWN.find(({ route, fits }) => route.method === asked && fits.test(path))?.route ?? null;
}

const isList = (schema: unknown): boolean =>
  schema instanceof z.ZodOptional ? isList(schema.unwrap()) : schema instanceof z.ZodArray;

const short = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

function refuse(code: string, { issues }: z.ZodError): DiembaoError {
  const [fault] = issues;
  const where = fault?.path.join('.') || '';
  return new DiembaoError(code, `${short(where)}: ${short(fault?.message ?? '')}`);
}

/** @throws DiembaoError `question-bad-parameter` */
function checkQuery(schema: z.ZodObject | undefined, sent: Readonly<Record<string, string[]>>) {
  const shape = schema?.shape ?? {};
  const given: Record<string, string | string[]> = {};
  for (const [name, all] of Object.entries(sent)) {
    const parameter = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (parameter === undefined)
      throw new DiembaoError(
        'question-bad-parameter',
        told('Không có tham số "{name}"', { name: short(name) }),
      );
    const values = all.filter((value) => value !== '');
    const [first, second] = values;
    if (first === undefined) continue;
    if (isList(parameter)) given[name] = values;
    else if (second !== undefined)
      throw new DiembaoError(
        'question-bad-parameter',
        told('Tham số "{name}" chỉ được nêu một lần', { name: short(name) }),
      );
    else given[name] = first;
  }
  const parsed = schema?.safeParse(given);
  if (parsed && !parsed.success) throw refuse('question-bad-parameter', parsed.error);
}

/** For `/api/v1/*`. A route that is not in the table passes unchecked: a test finds it. */
export function checkAsked(): MiddlewareHandler {
  return async (context, next) => {
    const route = routeOf(context.req.method, context.req.path);
    if (route) checkQuery(route.query, context.req.queries());
    return next();
  };
}

/** @throws DiembaoError `api-bad-body` */
export async function bodyOf<T>(context: Context, schema: z.ZodType<T>): Promise<T> {
  const text = await context.req.text();
  let sent: unknown;
  try {
    sent = JSON.parse(text);
  } catch (cause) {
    throw new DiembaoError('api-bad-body', told('Nội dung gửi lên không phải JSON'), {
      cause,
    });
  }
  const parsed = schema.safeParse(sent);
  if (parsed.success) return parsed.data;
  throw refuse('api-bad-body', parsed.error);
}
