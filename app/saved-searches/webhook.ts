/**
 * News of a saved search as a webhook: JSON, signed. The receiver computes HMAC-SHA-256 with the hook's secret over
 * the time, a dot and the body as it came, and compares it with the header (docs/alerts.md).
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Linked, MOST_ARTICLES } from './letter.tsx';
import { type ToldNews, titleOf } from './news.ts';

/** `t=SECONDS,v1=HEX` */
export const SIGNATURE_HEADER = 'x-diembao-signature';
/** Id of the delivery: the same when it is sent again. */
export const DELIVERY_HEADER = 'x-diembao-delivery';

const digest = (secret: string, seconds: number, body: string) =>
  createHmac('sha256', secret).update(`${seconds}.${body}`).digest();

/** @param seconds since 1970 */
export function signature(secret: string, seconds: number, body: string): string {
  return `t=${seconds},v1=${digest(secret, seconds, body).toString('hex')}`;
}

/**
 * Whether a signature is that of the body and not older than `tolerance` seconds: what a receiver does.
 * @param now seconds since 1970
 */
export function isSigned(
  header: string,
  secret: string,
  body: string,
  now: number,
  tolerance = 300,
): boolean {
  const [, seconds = '', hex = ''] = /^t=(\d{1,15}),v1=([0-9a-f]{64})$/.exec(header) ?? [];
  if (hex === '' || Math.abs(now - Number(seconds)) > tolerance) return false;
  return timingSafeEqual(Buffer.from(hex, 'hex'), digest(secret, Number(seconds), body));
}

export interface HookMessage {
  readonly delivery: string;
  readonly search: { readonly id: string; readonly name: string };
  readonly madeAt: string;
  readonly news: ToldNews;
  readonly links: Linked;
}

export function hookBody({ delivery, search, madeAt, news, links }: HookMessage): string {
  const linked = <T extends { readonly id: string }>(one: T) => ({
    ...one,
    page: links.articleUrl(one.id),
  });
  return JSON.stringify({
    delivery,
    search: { ...search, page: links.searchUrl },
    madeAt,
    title: titleOf(search.name, news),
    notices: news.notices,
    articles: news.articles
      .slice(0, MOST_ARTICLES)
      .map((one) => ({ ...linked(one), reprints: one.reprints.map(linked) })),
    /** How many more there are than are listed. */
    more: Math.max(0, news.articles.length - MOST_ARTICLES),
  });
}
