/** When what a link leads to was published or changed, as far as the source or the address say. Pure. */
import type { FoundLink } from './found.ts';

/** ISO in UTC of the source's own date; null without one. A date in the future is now. */
export function datedAt(link: FoundLink, now: Date): string | null {
  const at = Date.parse(link.published ?? link.lastmod ?? '');
  if (Number.isNaN(at)) {
    const named = Date.parse(articleDays(link.url)?.last ?? '');
    return Number.isNaN(named) ? null : new Date(Math.min(named, now.getTime())).toISOString();
  }
  return new Date(Math.min(at, now.getTime())).toISOString();
}

/** Days, `YYYY-MM-DD`, both included. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** sitemap-2026-11.xml, sitemaps/2026/11/24.xml, news-202611.xml.gz */
const SITEMAP =
  /(?<!\d)((?:19|20)\d\d)[-_/]?(0?[1-9]|1[0-2])(?:[-_/]?(0[1-9]|[12]\d|3[01]))?(?!\d)/u;

/** /202611/ten-bai-5c1d2e3/, /2026/11/24/ten-bai, ten-bai-20261124081530123.htm: never a number that may be an id */
const ARTICLE =
  /(?:\/((?:19|20)\d\d)\/?(0[1-9]|1[0-2])(?:\/?(0[1-9]|[12]\d|3[01]))?\/|-(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{9}\.)/u;

/** The month or day that a sitemap's address names; null where it names none. */
export const sitemapDays = (url: string): Days | null => daysOf(SITEMAP.exec(url));

/** The same of an article's address. */
export const articleDays = (url: string): Days | null => daysOf(ARTICLE.exec(url));

function daysOf(match: RegExpExecArray | null): Days | null {
  const [year, month, day] = match?.slice(1).filter((part) => part !== undefined) ?? [];
  if (year === undefined || month === undefined) return null;
  const start = `${year}-${month.padStart(2, '0')}`;
  if (day !== undefined) return { first: `${start}-${day}`, last: `${start}-${day}` };
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { first: `${start}-01`, last: `${start}-${days}` };
}
