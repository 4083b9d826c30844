/**
 * Whether a server's "304 Not Modified" is believed. Some say it of everything. So nothing is believed to be
 * unchanged for more than two and a half days: then it is fetched without a condition, and where it has changed,
 * the question with the old condition is put once more. A 304 to that is a lie, and the host is asked without
 * conditions for a month. A host that tells the change is not put to the question again in this run.
 */
import type { Archive, FrontierUrl } from '../archive/port.ts';
import type { Clock } from '../core/clock.ts';
import { sha256 } from '../core/ids.ts';
import type { RawPage } from '../core/raw-page.ts';
import type { Ledger } from './ledger.ts';
import type { Fetched, FetchOptions } from './port.ts';
import type { Visited, Visitor } from './visitor.ts';

/** A URL that has been "unchanged" for so long is fetched whole. */
export const WHOLE_EVERY_MS = 60 * 3_600_000;
/** Servers are repaired. */
const DISTRUST_MS = 30 * 24 * 3_600_000;

/** `same`: a 304, or the body that is known; then `page` holds it. */
export type Looked =
  | Exclude<Visited, Extract<Fetched, { kind: 'page' | 'unchanged' }>>
  | { readonly kind: 'page'; readonly page: RawPage; readonly bodyHash: string }
  | { readonly kind: 'same'; readonly page: RawPage | null };

export interface Trust {
  /** Visits a URL with its validators, as far as its host is trusted. `entry` is null for one not known yet. */
  look(
    url: string,
    entry: FrontierUrl | null,
    options?: Pick<FetchOptions, 'maxBytes'>,
  ): Promise<Looked>;
  /** Whole answers that brought nothing new. */
  readonly repeated: () => number;
}

export interface TrustOptions {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly visitor: Visitor;
}

export function openTrust({ archive, clock, ledger, visitor }: TrustOptions): Trust {
  const distrusted = new Map<string, boolean>();
  /** Hosts that have told a change when they were put to the question in this run. */
  const honest = new Set<string>();
  let repeated = 0;

  async function isDistrusted(host: string): Promise<boolean> {
    const known = distrusted.get(host);
    if (known !== undefined) return known;
    const since = await archive.hosts.distrustedAt(host);
    const still = since !== null && clock.now().getTime() - Date.parse(since) < DISTRUST_MS;
    if (since !== null && !still) await archive.hosts.distrust(host, null);
    distrusted.set(host, still);
    return still;
  }

  /** The host says "unchanged" of what we have just seen changed. */
  async function caught(url: string): Promise<void> {
    const { host } = new URL(url);
    distrusted.set(host, true);
    await archive.hosts.distrust(host, clock.now().toISOString());
    const message = `${host} answers 304 for ${url}, which has changed; it is asked without conditions from now on`;
    await ledger.bad(url, 'false-unchanged', message);
  }

  return {
    repeated: () => repeated,
    async look(url, entry, options = {}) {
      const { etag = null, lastModified = null } = entry ?? {};
      const validators =
        (etag ?? lastModified) !== null && !(await isDistrusted(new URL(url).host))
          ? { etag, lastModified }
          : null;
      const doubted = validators !== null && entry !== null && isDoubted(entry, clock.now());
      const ask = doubted || validators === null ? {} : validators;
      const answer = await visitor.visit(url, { ...options, ...ask });
      if (answer.kind === 'unchanged') return { kind: 'same', page: null };
      if (answer.kind !== 'page') return answer;
      const bodyHash = sha256(answer.page.body);
      if (entry !== null && entry.bodyHash === bodyHash) {
        // One that was fetched whole by our own wish says nothing against the server.
        if (!doubted) repeated += 1;
        return { kind: 'same', page: answer.page };
      }
      const { host } = new URL(url);
      if (doubted && !honest.has(host)) {
        const again = await visitor.visit(url, { ...options, ...validators });
        if (again.kind === 'unchanged') await caught(url);
        else if (again.kind === 'page') honest.add(host);
      }
      return { kind: 'page', page: answer.page, bodyHash };
    },
  };
}

/** Its last answers were 304s, and the last whole one is long ago. */
function isDoubted({ wholeAt, lastFetchedAt }: FrontierUrl, now: Date): boolean {
  if (wholeAt === null || lastFetchedAt === null || lastFetchedAt <= wholeAt) return false;
  return now.getTime() - Date.parse(wholeAt) >= WHOLE_EVERY_MS;
}
