/** Which language a reader chose, and the address of a page in the other. */
import type { Context, MiddlewareHandler } from 'hono';
import { setCookie } from 'hono/cookie';
import { createContext } from 'hono/jsx';
import { languageDetector } from 'hono/language';
import { LANGUAGES, type Language, language, speaking } from '../i18n/language.ts';

export const LANGUAGE_PARAMETER = 'lang';
const COOKIE = 'diembao-lang';
const A_YEAR = 365 * 24 * 3600;

/**
 * Finds the language of each request: `?lang=`, else the cookie, else Vietnamese. What the browser would like
 * (`Accept-Language`) is not asked: many Vietnamese readers have browsers that speak English. What `?lang=` chose
 * is kept in the cookie, so that no other address has to carry it.
 */
export function languages(secure: boolean): MiddlewareHandler[] {
  return [
    languageDetector({
      supportedLanguages: [...LANGUAGES],
      fallbackLanguage: 'vi',
      order: ['querystring', 'cookie'],
      lookupQueryString: LANGUAGE_PARAMETER,
      lookupCookie: COOKIE,
      // It would set its cookie with every answer.
      caches: false,
    }),
    (context, next) => {
      const found = context.get('language') === 'en' ? 'en' : 'vi';
      if (context.req.query(LANGUAGE_PARAMETER) === found)
        setCookie(context, COOKIE, found, {
          path: '/',
          httpOnly: true,
          sameSite: 'Lax',
          secure,
          maxAge: A_YEAR,
        });
      // Programs are told what is wrong in both languages.
      return isApi(context) && found === 'vi' ? next() : speaking(found, next);
    },
  ];
}

export const isApi = ({ req }: Context) => req.path.startsWith('/api/');

/** Tells caches and readers in which language an answer is. */
export function nameLanguage(context: Context): void {
  context.header('Content-Language', language());
  context.header('Vary', 'Cookie');
}

/** Address of the page that is rendered, in each language. */
export const LanguageLinks = createContext<(other: Language) => string>(
  (other) => `/?${LANGUAGE_PARAMETER}=${other}`,
);

/** What was posted has no address to come back to: its answer leads to the first page. */
export function linksOf({ req }: Context): (other: Language) => string {
  return (other) => {
    const url = new URL(req.method === 'GET' ? req.url : '/', 'http://own.invalid');
    url.searchParams.set(LANGUAGE_PARAMETER, other);
    // "//host/" would lead to that host.
    return `${url.pathname.replace(/^\/{2,}/u, '/')}${url.search}`;
  };
}
