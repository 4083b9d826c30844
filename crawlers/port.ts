/** What crawling is handed and what it answers. */
import type { Archive, Backfill } from '../archive/port.ts';
import type { Clock } from '../core/clock.ts';
import type { Logger } from '../core/log.ts';
import type { OutcomeCode } from '../core/outcomes.ts';
import type { RawPage } from '../core/raw-page.ts';
import type { Newspaper } from '../newspapers/define.ts';

/** One request's end: a page, or a named reason why there is none. */
export type Fetched =
  | {
      readonly kind: 'page';
      readonly page: RawPage;
      /** Length of the whole body where `page` holds its beginning alone, as was asked for. */
      readonly partOf?: number;
    }
  | {
      /** Nothing new here: a 304, or a redirect to what is known. */
      readonly kind: 'unchanged';
      readonly status: number;
      /** Where the redirect leads. */
      readonly movedTo?: string;
    }
  | {
      readonly kind: 'failed';
      readonly outcome: OutcomeCode;
      readonly message: string;
      readonly status: number | null;
      /** Milliseconds that the server asked to wait. */
      readonly retryAfterMs: number | null;
    };

export interface FetchOptions {
  /** Hosts (with port where not the default) that redirects may lead to. */
  readonly hosts: readonly string[];
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  readonly signal?: AbortSignal;
  /** Of the decoded body; instead of the network's own limit. */
  readonly maxBytes?: number;
  /**
   * Only so many bytes are wanted, and the length of the whole: asked for as a range; where the server sends the
   * whole instead, it is cut off behind them. Comes whole where only so its length can be known.
   */
  readonly head?: number;
  /** A larger body is cut at the limit instead of refused (robots.txt: RFC 9309 §2.5). */
  readonly cut?: boolean;
  /** Asked of where a redirect leads: true ends the request there, as what is there was fetched by itself. */
  readonly isKnown?: (url: string) => Promise<boolean>;
  /** Asked before each redirect is followed: waits its turn; null lets it pass, a code ends the request. */
  readonly beforeHop?: (url: string) => Promise<OutcomeCode | null>;
}

/**
 * The network as an argument. Never throws for anything a server or the wire does.
 *
 * A 2xx answer is a page, also one with an empty body: what a page is worth is the parser's to say.
 */
export interface Http {
  /** Rejects only where `options.signal` is aborted, with its reason. Requests to one host wait for each other. */
  get(url: string, options: FetchOptions): Promise<Fetched>;
  close(): Promise<void>;
}

export interface CrawlProgress {
  readonly newspaper: string;
  readonly phase: 'discover' | 'fetch' | 'done';
  readonly done: number;
  readonly total: number;
  readonly outcomes: Readonly<Partial<Record<OutcomeCode, number>>>;
}

export interface CrawlOptions {
  readonly newspaper: Newspaper;
  readonly archive: Archive;
  readonly http: Http;
  readonly clock: Clock;
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** In [0, 1), for jitter. */
  readonly random: () => number;
  /** Called with the id of each page that was stored anew, after it is safe in the archive. */
  readonly onPage?: (pageId: number) => Promise<void>;
  readonly onProgress?: (progress: CrawlProgress) => void;
  /** At most so many articles are fetched in this run. */
  readonly limit?: number;
  /** Left out: `night`. */
  readonly mode?: CrawlMode;
}

/**
 * What a run does. `night`: discovery, then new articles, second looks, older articles. `sweep`: discovery and
 * new articles. `looks`: second looks that are due, no discovery.
 */
export type CrawlMode = 'night' | 'sweep' | 'looks';

/** A run over days gone by: it gives way to every night's run on the same host. */
export interface BackfillOptions extends Omit<CrawlOptions, 'mode'> {
  readonly backfill: Backfill;
}

export interface CrawlSummary {
  readonly state: 'complete' | 'stopped' | 'failed';
  readonly outcomes: Readonly<Partial<Record<OutcomeCode, number>>>;
  /** Pages stored anew. */
  readonly stored: number;
  /** All that was asked, robots.txt and redirects included. */
  readonly requests: number;
  /** Answers that came whole although nothing had changed: what the server does not spare itself. */
  readonly repeated: number;
  /** When the host that ended the run may be asked again; null where none did. */
  readonly retryAt: string | null;
  readonly message: string | null;
}
