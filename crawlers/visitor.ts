/**
 * One visit to a URL, the polite way: robots.txt first, then our turn, then the request, at most one quick
 * second try. Every request of a run goes through here, robots.txt and redirects included.
 */
import type { Clock } from '../core/clock.ts';
import type { OutcomeCode } from '../core/outcomes.ts';
import type { Newspaper } from '../newspapers/define.ts';
import { failed } from './failed.ts';
import type { Politeness } from './politeness.ts';
import type { Fetched, FetchOptions, Http } from './port.ts';
import { type Robots, robotsFetch, robotsFiles } from './robots.ts';

/** `skipped`: not asked in this run, because of the host; the URL stays due. */
export type Visited = Fetched | { readonly kind: 'skipped'; readonly reason: string };

export interface Visitor {
  /** Rejects only where the run's signal is aborted. */
  visit(url: string, options?: Omit<FetchOptions, 'hosts' | 'signal'>): Promise<Visited>;
  /** Why the URL's host is not asked in this run; null where it may be. */
  unasked(url: string): Promise<string | null>;
  /** The same by what is known so far, without asking anybody. */
  problem(url: string): string | null;
  /** Requests of this run so far, robots.txt and redirects included. */
  readonly requests: () => number;
  /** Whether this run has asked the host for anything. */
  asked(host: string): boolean;
}

export interface VisitorOptions {
  readonly newspaper: Newspaper;
  readonly http: Http;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly politeness: Politeness;
  /** A back-fill: night's runs go first. */
  readonly low?: boolean;
  /** Once a host: its robots.txt could not be read (why), or could (null). */
  readonly onRobots: (robotsUrl: string, problem: string | null) => Promise<void>;
}

/** Failures that are often gone a moment later. */
const WORTH_A_SECOND_TRY: ReadonlySet<OutcomeCode> = new Set([
  'timeout',
  'cut-short',
  'server-error',
  'unreachable',
]);
/** Before the second try, if the pause between requests is not longer. */
const SECOND_TRY_MS = 5_000;

export function openVisitor(options: VisitorOptions): Visitor {
  const { newspaper, http, clock, signal, politeness } = options;
  const { hosts } = newspaper;
  const low = options.low ?? false;
  let requests = 0;
  const askedHosts = new Set<string>();
  const files = robotsFiles(http, clock);
  const robotsProblems = new Map<string, string | null>();

  async function ask(url: string, delayMs: number, fetch: FetchOptions): Promise<Fetched> {
    const { host } = new URL(url);
    await politeness.turn(host, delayMs, signal, low);
    signal.throwIfAborted();
    requests += 1;
    askedHosts.add(host);
    const answer = await http.get(url, { ...fetch, signal });
    politeness.answered(host, answer);
    return answer;
  }

  async function askTwice(url: string, delayMs: number, fetch: FetchOptions): Promise<Fetched> {
    const answer = await ask(url, delayMs, fetch);
    const again = answer.kind === 'failed' && WORTH_A_SECOND_TRY.has(answer.outcome);
    if (!again || politeness.stopped(new URL(url).host) !== null) return answer;
    return ask(url, Math.max(delayMs, SECOND_TRY_MS), fetch);
  }

  async function robotsOf(url: string): Promise<Robots> {
    const robots = await files.for(url, (robotsUrl) =>
      askTwice(robotsUrl, newspaper.delayMs, robotsFetch(hosts)),
    );
    const { origin } = new URL(url);
    if (!robotsProblems.has(origin)) {
      const problem = robots.kind === 'unreachable' ? robots.message : null;
      robotsProblems.set(origin, problem);
      await options.onRobots(`${origin}/robots.txt`, problem);
    }
    return robots;
  }

  /** The same care for where a redirect leads as for what we ask for ourselves. */
  function hopsFrom(url: string): NonNullable<FetchOptions['beforeHop']> {
    let from = url;
    return async (to) => {
      politeness.asked(new URL(from).host);
      from = to;
      const robots = await robotsOf(to);
      if (robots.kind === 'unreachable') {
        return robots.because === 'private-address' ? robots.because : 'robots-unreachable';
      }
      if (!robots.allows(to)) return 'robots-forbidden';
      await politeness.turn(new URL(to).host, pause(robots.delayMs), signal, low);
      requests += 1;
      return null;
    };
  }

  function problem(url: string): string | null {
    const { host, origin } = new URL(url);
    return politeness.stopped(host) ?? robotsProblems.get(origin) ?? null;
  }

  const pause = (asked: number) => Math.max(newspaper.delayMs, asked);

  return {
    problem,
    requests: () => requests,
    asked: (host) => askedHosts.has(host),
    async unasked(url) {
      if (problem(url) === null) await robotsOf(url);
      return problem(url);
    },
    async visit(url, fetch = {}) {
      const { host } = new URL(url);
      if (!hosts.includes(host)) {
        return failed('foreign-host', `${host} is none of ${hosts.join(', ')}`);
      }
      const stopped = politeness.stopped(host);
      if (stopped !== null) return { kind: 'skipped', reason: stopped };
      const robots = await robotsOf(url);
      if (robots.kind === 'unreachable') return { kind: 'skipped', reason: robots.message };
      if (!robots.allows(url)) return failed('robots-forbidden', `robots.txt forbids ${url}`);
      return askTwice(url, pause(robots.delayMs), { ...fetch, hosts, beforeHop: hopsFrom(url) });
    },
  };
}
