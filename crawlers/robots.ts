/**
 * robots.txt by RFC 9309: what one host allows us. 4xx allows all, a server that fails or keeps silent
 * means "not tonight", an answer is used for at most 12 hours.
 */
import robotsParser from 'robots-parser';
import type { Clock } from '../core/clock.ts';
import type { OutcomeCode } from '../core/outcomes.ts';
import type { Fetched, FetchOptions, Http } from './port.ts';

/** Our name in robots.txt. */
export const ROBOTS_TOKEN = 'DiemBao';
/** RFC 9309 §2.5: at least this much is read, the rest may be left. */
const MAX_BYTES = 512_000;
/** Half of what §2.4 allows, so that each night begins with tonight's rules and not with last night's. */
const MAX_AGE_MS = 12 * 3_600_000;
/** A longer crawl-delay would make a night of a dozen pages; such a paper is asked at this pace. */
const MAX_DELAY_MS = 60_000;

export type Robots =
  | { readonly kind: 'rules'; readonly delayMs: number; readonly allows: (url: string) => boolean }
  | { readonly kind: 'unreachable'; readonly because: OutcomeCode; readonly message: string };

const ALL: Robots = { kind: 'rules', delayMs: 0, allows: () => true };

/** What robots.txt answered -> what may be fetched. */
export function readRobots(answer: Fetched, origin: string): Robots {
  switch (answer.kind) {
    case 'page':
      return parseRobots(new TextDecoder().decode(answer.page.body), origin);
    case 'unchanged':
      return unreachable('server-error', '304 to a question without a condition');
    case 'failed': {
      const { outcome, message, status } = answer;
      // More than five redirects count as "there is none" (§2.3.1.2), as do the 4xx (§2.3.1.3); but a
      // server that limits us has not said that we may.
      const refused = status !== null && status >= 400 && status < 500;
      const limited = outcome === 'rate-limited' || status === 429;
      const absent = outcome === 'redirect-loop' || (refused && !limited);
      return absent ? ALL : unreachable(outcome, message);
    }
    default:
      return answer satisfies never;
  }
}

const unreachable = (because: OutcomeCode, message: string): Robots => ({
  kind: 'unreachable',
  because,
  message: `robots.txt: ${message}`,
});

/** @param origin of the host that the rules are for, whatever a redirect of robots.txt led to */
export function parseRobots(text: string, origin: string): Robots {
  const file = robotsParser(`${origin}/robots.txt`, groupLines(text));
  const delay = file.getCrawlDelay(ROBOTS_TOKEN) ?? 0;
  return {
    kind: 'rules',
    delayMs: delay > 0 ? Math.min(delay * 1000, MAX_DELAY_MS) : 0,
    // Undefined: a URL of another host, which these rules say nothing about.
    allows: (url) => file.isAllowed(comparable(url), ROBOTS_TOKEN) ?? false,
  };
}

/**
 * The parser ends a group's list of agents at any line that it does not know; by §2.2.1 only a rule ends
 * it, so a Sitemap line between two User-agent lines would lose a rule that is meant for us.
 */
function groupLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/u)
    .filter((line) => /^\s*(?:user-agent|allow|disallow|crawl-delay)\s*:/iu.test(line))
    .join('\n');
}

/** Encodes what the parser encodes in rules ("|", "[") and a URL leaves as it is, so that both sides match. */
function comparable(url: string): string {
  try {
    return encodeURI(url).replace(/%25/gu, '%');
  } catch {
    return url;
  }
}

export interface RobotsFiles {
  /** The rules for the URL's host; asked for when they are first needed. */
  for(url: string, fetch: (robotsUrl: string) => Promise<Fetched>): Promise<Robots>;
}

interface Kept {
  readonly robots: Robots;
  readonly at: number;
}

/**
 * The rules live as long as the network that they came through: runs that share one share them, and a
 * new process asks again.
 */
const kept = new WeakMap<Http, Map<string, Kept>>();

export function robotsFiles(http: Http, clock: Clock): RobotsFiles {
  const files = kept.get(http) ?? new Map<string, Kept>();
  kept.set(http, files);
  const failedNow = new Map<string, Robots>();
  return {
    async for(url, fetch) {
      const { origin } = new URL(url);
      const now = clock.now().getTime();
      const known = files.get(origin);
      if (known && now - known.at < MAX_AGE_MS) return known.robots;
      const bad = failedNow.get(origin);
      if (bad) return bad;
      const robots = readRobots(await fetch(`${origin}/robots.txt`), origin);
      // A failure holds for this run alone: the next one asks again.
      if (robots.kind === 'rules') files.set(origin, { robots, at: now });
      else failedNow.set(origin, robots);
      return robots;
    },
  };
}

/** How robots.txt is asked for. */
export const robotsFetch = (hosts: readonly string[]): FetchOptions => ({
  hosts,
  maxBytes: MAX_BYTES,
  cut: true,
});
