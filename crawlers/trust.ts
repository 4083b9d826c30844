/**
 * Whether a server's "304 Not Modified" is believed. Some say it of everything. So nothing is believed to be
 * unchanged for more than two and a half days: then a source is asked for its beginning, an article for all of it,
 * without a condition, and where it has changed, the question with the old condition is put. A 304 to that is a lie, and
 * the host is asked without conditions for a month. Whoever tells a change when asked is not put to the question about
 * its articles for a week (honesty.ts).
 */
import type { Archive, FrontierUrl } from '../archive/port.ts';
import type { Clock } from '../core/clock.ts';
import { sha256 } from '../core/ids.ts';
import type { RawPage } from '../core/raw-page.ts';
import type { Honesty } from './honesty.ts';
import type { Ledger } from './ledger.ts';
import type { Fetched, FetchOptions } from './port.ts';
import { HEAD_BYTES, headOf } from './source-head.ts';
import type { Visited, Visitor } from './visitor.ts';

/** A URL that has been "unchanged" for so long is fetched without a condition. */
export const WHOLE_EVERY_MS = 60 * 3_600_000;
/** Servers are repaired. */
const DISTRUST_MS = 30 * 24 * 3_600_000;

/** `same`: a 304, or the body that is known; then `page` holds it. `whole`: the body says so, not the server alone. */
export type Looked =
  | Exclude<Visited, Extract<Fetched, { kind: 'page' | 'unchanged' }>>
  | { readonly kind: 'page'; readonly page: RawPage; readonly bodyHash: string }
  | {
      readonly kind: 'same';
      readonly page: RawPage | null;
      readonly whole: boolean;
      /** Its address leads to one that was fetched by itself. */
      readonly moved?: true;
    };

type LookOptions = Pick<FetchOptions, 'maxBytes' | 'isKnown'>;

export interface Trust {
  /** Visits a URL with its validators, as far as its host is trusted. `entry` is null for one not known yet. */
  look(url: string, entry: FrontierUrl | null, options?: LookOptions): Promise<Looked>;
  /** Whole answers that brought nothing new. */
  readonly repeated: () => number;
}

export interface TrustOptions {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly visitor: Visitor;
  readonly honesty: Honesty;
}

export function openTrust({ archive, clock, ledger, visitor, honesty }: TrustOptions): Trust {
  const distrusted = new Map<string, boolean>();
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

  const changed = (entry: FrontierUrl | null, page: RawPage, bodyHash = sha256(page.body)) =>
    entry === null || entry.bodyHash !== bodyHash
      ? ({ kind: 'page', page, bodyHash } as const)
      : ({ kind: 'same', page, whole: true } as const);

  /** With the old condition, or without one where the host is not trusted. */
  async function ask(
    url: string,
    entry: FrontierUrl | null,
    condition: Condition | null,
    options: LookOptions,
  ): Promise<Looked> {
    const answer = await visitor.visit(url, { ...options, ...condition });
    if (answer.kind !== 'page') return ended(answer);
    const looked = changed(entry, answer.page);
    if (looked.kind === 'same') repeated += 1;
    else if (entry !== null && condition !== null) honesty.told(url, entry.kind);
    return looked;
  }

  /** Whole, and where it has changed, once more with the old condition. */
  async function askWhole(
    entry: FrontierUrl,
    condition: Condition,
    options: LookOptions,
  ): Promise<Looked> {
    const answer = await visitor.visit(entry.url, options);
    return answer.kind === 'page'
      ? questioned(entry, condition, answer.page, options)
      : ended(answer);
  }

  async function questioned(
    entry: FrontierUrl,
    condition: Condition,
    page: RawPage,
    options: LookOptions,
  ): Promise<Looked> {
    const { url, kind } = entry;
    const looked = changed(entry, page);
    if (looked.kind === 'page' && !honesty.isProven(url, kind)) {
      const again = await visitor.visit(url, { ...options, ...condition });
      if (again.kind === 'unchanged' && !again.movedTo) await caught(url);
      else if (again.kind === 'page') honesty.told(url, kind);
    }
    return looked;
  }

  /** Its beginning; where that has changed, the usual question, to which "unchanged" is a lie. */
  async function askBeginning(
    entry: FrontierUrl,
    condition: Condition,
    options: LookOptions,
  ): Promise<Looked> {
    const { url } = entry;
    const answer = await visitor.visit(url, { ...options, head: HEAD_BYTES });
    if (answer.kind === 'failed' && (answer.status === 206 || answer.status === 416))
      return askWhole(entry, condition, options);
    if (answer.kind !== 'page') return ended(answer);
    // The server has sent all of it.
    if (answer.partOf === undefined) return questioned(entry, condition, answer.page, options);
    if (headOf(answer.page.body, answer.partOf) === entry.head)
      return { kind: 'same', page: null, whole: true };
    const looked = await ask(url, entry, condition, options);
    if (looked.kind !== 'same' || looked.whole) return looked;
    await caught(url);
    return ask(url, entry, null, options);
  }

  return {
    repeated: () => repeated,
    async look(url, entry, options = {}) {
      const condition = await conditionOf(url, entry);
      if (entry === null || condition === null || !isDoubted(entry, clock.now()))
        return ask(url, entry, condition, options);
      return entry.kind === 'article' || entry.head === null
        ? askWhole(entry, condition, options)
        : askBeginning(entry, condition, options);
    },
  };

  async function conditionOf(url: string, entry: FrontierUrl | null): Promise<Condition | null> {
    const { etag = null, lastModified = null } = entry ?? {};
    if ((etag ?? lastModified) === null || (await isDistrusted(new URL(url).host))) return null;
    return { etag, lastModified };
  }
}

type Condition = Required<Pick<FetchOptions, 'etag' | 'lastModified'>>;

/** What was answered by no page. */
const ended = (answer: Exclude<Visited, { kind: 'page' }>): Looked => {
  if (answer.kind !== 'unchanged') return answer;
  const moved = answer.movedTo === undefined ? {} : ({ moved: true } as const);
  return { kind: 'same', page: null, whole: false, ...moved };
};

/** Its last answers were 304s, and the last whole one is long ago. */
function isDoubted({ wholeAt, lastFetchedAt }: FrontierUrl, now: Date): boolean {
  if (wholeAt === null || lastFetchedAt === null || lastFetchedAt <= wholeAt) return false;
  return now.getTime() - Date.parse(wholeAt) >= WHOLE_EVERY_MS;
}
