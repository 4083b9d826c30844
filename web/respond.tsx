/** How the pages answer. */
import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { t } from '../i18n/text.ts';
import { EmptyArchive } from './empty-archive.tsx';
import { isApi, LanguageLinks, linksOf, nameLanguage } from './language.ts';
import { withFormToken } from './own-forms.ts';
import { Notice } from './pages/layout.tsx';
import { VisitorContext } from './visitor.ts';

/** An HTML document out of a page's element, which finds in its context for whom it is rendered. */
export function page(context: Context, element: Child, code: ContentfulStatusCode = 200) {
  const whole = (
    <VisitorContext.Provider value={context.get('visitor') ?? null}>
      <LanguageLinks.Provider value={linksOf(context)}>
        <EmptyArchive.Provider value={context.get('empty') ?? false}>
          {element}
        </EmptyArchive.Provider>
      </LanguageLinks.Provider>
    </VisitorContext.Provider>
  );
  const token = context.get('visitor')?.formToken ?? null;
  nameLanguage(context);
  return context.html(`<!doctype html>${withFormToken(String(whole), token)}`, code);
}

/** The one form of the API's errors. */
export const failure = (
  context: Context,
  code: string,
  message: string,
  status: ContentfulStatusCode,
) => context.json({ error: { code, message } }, status);

/**
 * Somewhere else, with all that was asked. No browser keeps it: whoever joined two things may part them again, and the
 * address is then a page of its own.
 */
export function movedTo(context: Context, path: string): Response {
  context.header('Cache-Control', 'no-store');
  return context.redirect(`${path}${new URL(context.req.url).search}`, 301);
}

export { isApi };

export function notFound(context: Context, what: string): Response | Promise<Response> {
  return isApi(context)
    ? context.json({ error: { code: 'not-found', message: what } }, 404)
    : page(context, <Notice title={t('Không tìm thấy')} message={what} />, 404);
}
