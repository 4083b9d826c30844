/** One request to one URL: no redirect is followed here, and nothing is asked of anybody but the wire. */
import { type Dispatcher, request } from 'undici';
import type { Clock } from '../core/clock.ts';
import type { RawPage } from '../core/raw-page.ts';
import { isBlockPage, isDisguisedBlockPage } from './block-page.ts';
import { readBody } from './body.ts';
import { failed } from './failed.ts';
import { parseUrl } from './parse-url.ts';
import type { Fetched, FetchOptions } from './port.ts';
import { retryAfterMs } from './retry-after.ts';
import { type Stage, wireFailure } from './wire-failure.ts';

export interface Hop {
  readonly dispatcher: Dispatcher;
  readonly userAgent: string;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly clock: Clock;
}

export type Answer =
  | Fetched
  | { readonly kind: 'redirect'; readonly status: number; readonly to: string };

/** Of an error page: enough to see whether it is a block page. */
const ERROR_PAGE_BYTES = 64 * 1024;

/** Rejects only where the caller's signal is aborted. */
export async function requestOnce(
  asked: string,
  url: string,
  fetch: FetchOptions,
  hop: Hop,
): Promise<Answer> {
  const stop = new AbortController();
  const giveUp = () => stop.abort(fetch.signal?.reason);
  fetch.signal?.addEventListener('abort', giveUp);
  const stage: { now: Stage } = { now: 'waiting' };
  const timer = setTimeout(() => {
    stage.now = 'late';
    stop.abort();
  }, hop.timeoutMs);
  try {
    const response = await request(url, {
      dispatcher: hop.dispatcher,
      method: 'GET',
      signal: stop.signal,
      headers: requestHeaders(fetch, hop.userAgent),
    });
    const headers = plainHeaders(response.headers);
    if (stage.now === 'waiting') stage.now = headers['content-encoding'] ? 'decoding' : 'reading';
    const setsCookie = response.headers['set-cookie'] !== undefined;
    return await answerOf(asked, url, { ...response, headers, setsCookie }, fetch, hop);
  } catch (error) {
    fetch.signal?.throwIfAborted();
    return wireFailure(error, stage.now, url);
  } finally {
    clearTimeout(timer);
    fetch.signal?.removeEventListener('abort', giveUp);
  }
}

type Response = Pick<Dispatcher.ResponseData, 'statusCode' | 'body'> & {
  readonly headers: Readonly<Record<string, string>>;
  readonly setsCookie: boolean;
};

async function answerOf(
  asked: string,
  url: string,
  response: Response,
  fetch: FetchOptions,
  hop: Hop,
): Promise<Answer> {
  const { statusCode: status, headers, body } = response;
  const encoding = headers['content-encoding'] ?? '';
  const pageOf = (body: Uint8Array): RawPage => ({
    url: asked,
    finalUrl: url,
    status,
    headers,
    body,
    fetchedAt: hop.clock.now().toISOString(),
  });
  if (fetch.head !== undefined && (status === 200 || status === 206)) {
    const partOf = lengthOfWhole(status, headers);
    if (partOf !== null && partOf > fetch.head) {
      const read = await readBody(body, { encoding: '', maxBytes: fetch.head, cut: true });
      const begun = 'body' in read ? read.body : new Uint8Array();
      if (begun.length < fetch.head) return failed('cut-short', `${url} breaks off`, status);
      return { kind: 'page', page: pageOf(begun), partOf };
    }
    if (status === 206 && partOf === null) {
      await readBody(body, { encoding: '', maxBytes: fetch.head, cut: true });
      return failed('client-error', `${url} answers 206 of a length that it does not say`, status);
    }
  }
  if (status >= 200 && status < 300) {
    const maxBytes = fetch.maxBytes ?? hop.maxBytes;
    if (!fetch.cut && encoding === '' && Number(headers['content-length'] ?? 0) > maxBytes) {
      body.destroy();
      return failed('too-large', `${url} announces ${headers['content-length']} bytes`, status);
    }
    const read = await readBody(body, { encoding, maxBytes, cut: fetch.cut ?? false });
    if (read.kind === 'too-large') {
      return failed('too-large', `${url} is larger than ${maxBytes} bytes`, status);
    }
    if (read.kind === 'broken') {
      return failed('broken-encoding', `${url}: ${String(read.cause)}`, status);
    }
    if (isDisguisedBlockPage(headers, read.body, response.setsCookie)) {
      return failed('blocked', `${url} answers ${status} with a challenge or cookie wall`, status);
    }
    return { kind: 'page', page: pageOf(read.body) };
  }
  const read = await readBody(body, { encoding, maxBytes: ERROR_PAGE_BYTES, cut: true });
  if (status === 304 && (fetch.etag || fetch.lastModified)) return { kind: 'unchanged', status };
  if (status >= 300 && status < 400) {
    const to = parseUrl(headers.location ?? '', url);
    if (!to || !headers.location) {
      return failed('client-error', `${url} answers ${status} and leads nowhere`, status);
    }
    to.hash = '';
    return { kind: 'redirect', status, to: to.href };
  }
  const page = read.kind === 'whole' || read.kind === 'cut' ? read.body : new Uint8Array();
  return refusalOf(url, status, headers, page, hop.clock);
}

function refusalOf(
  url: string,
  status: number,
  headers: Readonly<Record<string, string>>,
  page: Uint8Array,
  clock: Clock,
): Fetched {
  const message = `${url} answers ${status}`;
  const wait = retryAfterMs(headers['retry-after'], clock.now());
  if (status === 404 || status === 410) return failed('gone', message, status);
  const mayBlock = status === 403 || status === 429 || status === 503;
  if (mayBlock && isBlockPage(headers, page)) return failed('blocked', message, status, wait);
  if (status === 429 || (status === 503 && wait !== null)) {
    return failed('rate-limited', message, status, wait);
  }
  return failed(status >= 500 ? 'server-error' : 'client-error', message, status, wait);
}

/** Of an answer to a question for the beginning; null where it does not say. */
function lengthOfWhole(status: number, headers: Readonly<Record<string, string>>): number | null {
  if (headers['content-encoding'] !== undefined) return null;
  const text =
    status === 206
      ? /^bytes 0-\d+\/(\d+)$/u.exec(headers['content-range'] ?? '')?.[1]
      : headers['content-length'];
  return text !== undefined && /^\d+$/u.test(text) ? Number(text) : null;
}

function requestHeaders(fetch: FetchOptions, userAgent: string): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'accept-language': 'vi',
    // A range is of the body as it is sent, and is compared with the body as it is.
    'accept-encoding': fetch.head === undefined ? 'gzip, br, deflate' : 'identity',
    ...(fetch.head === undefined ? {} : { range: `bytes=0-${fetch.head - 1}` }),
    ...(fetch.etag ? { 'if-none-match': fetch.etag } : {}),
    ...(fetch.lastModified ? { 'if-modified-since': fetch.lastModified } : {}),
  };
}

/** Cookies are nobody's business later on; a header that stands twice is joined as HTTP joins it. */
function plainHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || name === 'set-cookie') continue;
    plain[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return plain;
}
