/**
 * That a form comes from our own page: every form of ours carries a token which only pages of that account hold,
 * put into all of them here, so that none can be forgotten.
 */
import type { Context } from 'hono';

export const FORM_TOKEN = '_trang';
export const FORM_TOKEN_HEADER = 'x-csrf-token';

/** A posting form's tag; our pages escape ">" wherever it stands in an attribute. */
const FORM = /<form\b[^>]*\bmethod="post"[^>]*>/gu;

/** The page with the token in each of its forms. */
export function withFormToken(html: string, token: string | null): string {
  if (token === null) return html;
  return html.replace(
    FORM,
    (form) => `${form}<input type="hidden" name="${FORM_TOKEN}" value="${token}"/>`,
  );
}

/** The token that was sent, in a form or, by a script, as a header. */
export async function sentToken(context: Context): Promise<string | null> {
  const header = context.req.header(FORM_TOKEN_HEADER);
  if (header !== undefined) return header;
  const sent = (await context.req.parseBody())[FORM_TOKEN];
  return typeof sent === 'string' ? sent : null;
}

/**
 * Whether the request was sent by one of our own pages, as the browser says. Programs other than browsers send
 * neither header: they are taken only where there is no session that could be misused.
 * @param publicUrl under which a proxy serves us, whatever Host it passes on
 */
export function fromOwnPage(request: Request, publicUrl: string | null, mustSay: boolean): boolean {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  if (site !== null && site !== 'same-origin') return false;
  if (origin === null) return !mustSay;
  if (publicUrl !== null && origin === new URL(publicUrl).origin) return true;
  return URL.parse(origin)?.host === request.headers.get('host');
}
