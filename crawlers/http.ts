/**
 * The network: one GET, its redirects followed by hand, ended in a page or a named outcome. It holds what
 * is unsafe to leave to anybody else: which hosts, which addresses, how large, how long, one at a time.
 */
import { Agent } from 'undici';
import { type Clock, systemClock } from '../core/clock.ts';
import { publicConnector, type Resolve, systemResolve } from './connect.ts';
import { failed } from './failed.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { parseUrl } from './parse-url.ts';
import type { Fetched, FetchOptions, Http } from './port.ts';
import { type Hop, requestOnce } from './request.ts';

export interface HttpOptions {
  /** `Mozilla/5.0 (compatible; DiemBao/<version>; +<contact>)` */
  readonly userAgent: string;
  /** `host:port` whose address may be private, named by the operator (demo, tests). */
  readonly allowPrivate: readonly string[];
  /** For connecting, for the headers, and for the whole of one request. */
  readonly timeoutMs?: number;
  /** Of a decoded body. */
  readonly maxBytes?: number;
  readonly maxRedirects?: number;
  readonly clock?: Clock;
  readonly resolve?: Resolve;
}

export function openHttp(options: HttpOptions): Http {
  const timeoutMs = options.timeoutMs ?? 30_000;
  const maxRedirects = options.maxRedirects ?? 5;
  const agent = new Agent({
    connect: publicConnector({
      allowPrivate: options.allowPrivate,
      timeoutMs,
      resolve: options.resolve ?? systemResolve,
    }),
    connections: 1,
    pipelining: 1,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxHeaderSize: 64 * 1024,
  });
  const turns = oneAtATime();
  const hop: Hop = {
    dispatcher: agent,
    userAgent: options.userAgent,
    timeoutMs,
    maxBytes: options.maxBytes ?? 5_000_000,
    clock: options.clock ?? systemClock,
  };

  async function get(asked: string, fetch: FetchOptions): Promise<Fetched> {
    const seen = new Set<string>();
    let url = asked;
    for (;;) {
      const refused = refusal(url, fetch.hosts);
      if (refused) return refused;
      seen.add(url);
      const answer = await turns.run(new URL(url).host, () => {
        fetch.signal?.throwIfAborted();
        return requestOnce(asked, url, fetch, hop);
      });
      if (answer.kind !== 'redirect') return answer;
      if (seen.has(answer.to)) {
        return failed('redirect-loop', `${url} leads back to ${answer.to}`, answer.status);
      }
      if (seen.size > maxRedirects) {
        return failed('redirect-loop', `more than ${maxRedirects} redirects`, answer.status);
      }
      const denied = refusal(answer.to, fetch.hosts);
      if (denied) return denied;
      if (await fetch.isKnown?.(answer.to))
        return { kind: 'unchanged', status: answer.status, movedTo: answer.to };
      const stop = await fetch.beforeHop?.(answer.to);
      if (stop) return failed(stop, `${url} leads to ${answer.to}`, answer.status);
      url = answer.to;
    }
  }

  return { get, close: () => agent.destroy() };
}

/** Only the newspaper's own hosts are ever asked. */
function refusal(url: string, hosts: readonly string[]): Fetched | null {
  const parsed = parseUrl(url);
  if (!parsed) return failed('client-error', `${url} is no URL`);
  if (!/^https?:$/.test(parsed.protocol) || parsed.username !== '' || parsed.password !== '') {
    return failed('foreign-host', `${url} is not a plain http or https address`);
  }
  return hosts.includes(parsed.host)
    ? null
    : failed('foreign-host', `${parsed.host} is none of ${hosts.join(', ')}`);
}
