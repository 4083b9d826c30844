/**
 * Tells block pages, challenges and cookie walls from pages. They are known by what they are made of, so that an
 * article that speaks of one, or a page that merely loads a bot check, is none.
 */

/** Words that stand in the pages of firewalls and bot checks, lower case. */
const MARKS = [
  'cf-challenge',
  'cf-error-details',
  '_cf_chl_opt',
  'cdn-cgi/challenge-platform',
  'attention required! | cloudflare',
  'just a moment...',
  '_incapsula_resource',
  'incapsula incident id',
  'ddos-guard',
  'sucuri website firewall',
  'sucuri_cloudproxy_js',
  'awswafcookiedomainlist',
  'challenge.js?token',
  'captcha',
  'you have been blocked',
  'access denied',
  'request blocked',
  'the requested url was rejected',
  'your support id is',
  'enable javascript and cookies to continue',
  'checking your browser',
];

/** An answer that is an error (403, 429, 503): one mark is enough. */
export function isBlockPage(headers: Readonly<Record<string, string>>, body: Uint8Array): boolean {
  if (headers['cf-mitigated'] === 'challenge') return true;
  const text = new TextDecoder().decode(body).toLowerCase();
  return MARKS.some((mark) => text.includes(mark)) || isCookieWall(text);
}

/** Larger pages hold more than a challenge. */
const MAX_BYTES = 64 * 1024;
/** A wall is a few lines; the empty shell of a page that is drawn by script is larger. */
const MAX_WALL = 8 * 1024;
/** Letters and digits that a challenge shows its reader at most; a headline with a sapo has more. */
const MAX_SHOWN = 700;

/**
 * An answer with status 200 that holds a challenge or a cookie wall in place of a page.
 * @param setsCookie whether the answer came with a Set-Cookie header
 */
export function isDisguisedBlockPage(
  headers: Readonly<Record<string, string>>,
  body: Uint8Array,
  setsCookie: boolean,
): boolean {
  if (headers['cf-mitigated'] === 'challenge') return true;
  if (body.length === 0 || body.length > MAX_BYTES) return false;
  const text = new TextDecoder().decode(body).toLowerCase();
  if (!text.includes('<')) return false;
  // A feed or sitemap; its comments may hold anything.
  if (/^[\s\u{feff}]*(?:<\?xml[^>]*>\s*)?<(?:rss|feed|rdf|urlset|sitemapindex)/u.test(text))
    return false;
  const shown = shownText(text);
  const length = shown.replace(/[^\p{L}\p{N}]/gu, '').length;
  if (length > MAX_SHOWN || text.includes('<article')) return false;
  if (body.length <= MAX_WALL) {
    if (isCookieWall(text)) return true;
    if (setsCookie && length < 200 && RELOADS.test(text)) return true;
  }
  return MARKS.some((mark) => text.includes(mark));
}

/** `document.cookie = …` */
const SETS_COOKIE = /document\s*\.\s*cookie\s*=|document\[["']cookie["']\]\s*=/u;
/** `location.reload()`, `location.href = …`, `<meta http-equiv="refresh">` */
const RELOADS =
  /location\s*(?:\.\s*(?:reload|replace|assign)\s*\(|(?:\.\s*href)?\s*=(?!=))|<meta[^>]+http-equiv\s*=\s*["']?refresh/u;

/** A page that shows nothing, sets a cookie by script and loads itself again. */
function isCookieWall(text: string): boolean {
  if (!SETS_COOKIE.test(text)) return false;
  const length = shownText(text).replace(/[^\p{L}\p{N}]/gu, '').length;
  return RELOADS.test(text) ? length < 200 : length < 20;
}

/** The text that a reader would see. Linear: each part is looked for once, from where the last one ended. */
function shownText(text: string): string {
  let shown = '';
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('<', at);
    if (open < 0) return shown + text.slice(at);
    shown += `${text.slice(at, open)} `;
    const hidden = /^<(script|style)(?=[\s>])/u.exec(text.slice(open, open + 12))?.[1];
    const end = text.startsWith('<!--', open)
      ? after(text, '-->', open)
      : hidden === undefined
        ? after(text, '>', open)
        : after(text, `</${hidden}`, open);
    at = end;
  }
  return shown;
}

const after = (text: string, mark: string, from: number) => {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
};
