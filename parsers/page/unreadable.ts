/** Pages that no field can be read from, told before and after the document is loaded. */
import type { Outcome } from '../../core/outcomes.ts';
import type { RawPage } from '../../core/raw-page.ts';
import { tooDeep } from '../../core/too-deep.ts';

/** Bytes. Real article pages have 50 to 400 KB. */
export const MAX_PAGE_BYTES = 5_000_000;

const HTML_TYPE = /^\s*(?:text\/html|application\/xhtml\+xml|text\/plain)?\s*(?:;|$)/iu;

/** Judged by size, status and type alone. */
export function refuseBytes(page: RawPage): Outcome | null {
  const { body, status, headers } = page;
  if (body.byteLength > MAX_PAGE_BYTES) {
    return {
      code: 'too-large',
      message: `the page has ${body.byteLength} bytes, the limit is ${MAX_PAGE_BYTES}`,
    };
  }
  if (status === 403 || status === 429) {
    return { code: 'blocked', message: `the server answered ${status}` };
  }
  if (body.every(isBlank)) return { code: 'empty-body', message: 'the server sent no text' };
  if (!HTML_TYPE.test(headers['content-type'] ?? '')) {
    return { code: 'not-html', message: `the content type is ${headers['content-type']}` };
  }
  return null;
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

/** A page that only sets a cookie and reloads has under 600 bytes where it was seen; room is left. */
const SMALL_PAGE = 3_000;
const SETS_COOKIE = /document\.cookie\s*=/u;
const CHALLENGE =
  /<title>\s*(?:Just a moment|Attention Required|Access Denied|403 Forbidden|Security Check|Checking your browser|DDoS)|\/cdn-cgi\/challenge-platform\/|cf-chl-|_Incapsula_Resource|<title>[^<]*(?:captcha|xác minh bạn)/iu;
const ANY_TAG = /<(?:!doctype|[a-z][a-z0-9]*[\s>/])/iu;

/** Judged by the source; only small pages are looked through. */
export function refuseSource(html: string): Outcome | null {
  if (html.length < SMALL_PAGE && SETS_COOKIE.test(html) && !/<h1[\s>]|<p[\s>]/iu.test(html)) {
    return { code: 'blocked', message: 'the page does nothing but set a cookie' };
  }
  if (html.length < 60_000 && CHALLENGE.test(html) && !/<article[\s>]|articleBody/u.test(html)) {
    return { code: 'blocked', message: 'the page is a challenge or a refusal' };
  }
  if (tooDeep(html)) {
    return { code: 'layout-unknown', message: 'the markup is nested too deep to be read' };
  }
  if (!ANY_TAG.test(html)) return { code: 'not-html', message: 'the text holds no HTML tag' };
  return null;
}
