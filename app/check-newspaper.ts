/**
 * Tries a newspaper's spec on the living paper, part by part: robots.txt, each source, a few articles field by
 * field, the family's fingerprint. Says what is wrong and what to change in the spec. As polite as a crawl.
 */
import type { Clock } from '../core/clock.ts';
import type { RawPage } from '../core/raw-page.ts';
import {
  currentSitemaps,
  type Source,
  sitemapSource,
  sourcesOf,
} from '../crawlers/discover/sources.ts';
import { ownArticles, ownSitemaps } from '../crawlers/own-links.ts';
import { politenessOf } from '../crawlers/politeness.ts';
import type { Http } from '../crawlers/port.ts';
import { openVisitor, type Visitor } from '../crawlers/visitor.ts';
import type { Family, Newspaper } from '../newspapers/define.ts';
import { checkArticles } from './check-newspaper/articles.ts';
import type { Finding } from './check-newspaper/finding.ts';

export type { Finding } from './check-newspaper/finding.ts';

export interface CheckReport {
  readonly newspaper: string;
  /** Hash of the spec that was tried. */
  readonly spec: string;
  readonly passed: boolean;
  readonly findings: readonly Finding[];
  readonly requests: number;
}

export interface CheckParts {
  readonly newspaper: Newspaper;
  readonly families: readonly Family[];
  readonly http: Http;
  readonly clock: Clock;
  readonly random: () => number;
  readonly signal: AbortSignal;
  /** How many articles are read. */
  readonly articles: number;
}

/** Rejects only where `signal` is aborted. */
export async function checkNewspaper(parts: CheckParts): Promise<CheckReport> {
  const { newspaper, families, http, clock, random, signal } = parts;
  const findings: Finding[] = [];
  const visitor = openVisitor({
    newspaper,
    http,
    clock,
    signal,
    politeness: politenessOf(http, clock, random),
    onRobots: async (url, problem) => {
      findings.push(
        problem === null
          ? { part: 'robots', name: url, verdict: 'ok', found: 'read', advice: null }
          : {
              part: 'robots',
              name: url,
              verdict: 'fault',
              found: problem,
              advice:
                'Nothing is fetched from a host whose robots.txt cannot be read; try again later.',
            },
      );
    },
  });
  const found = new Set<string>();
  for (const source of sourcesOf(newspaper))
    findings.push(await checkSource(source, newspaper, visitor, found));
  if (findings.some(({ part, verdict }) => part === 'source' && verdict === 'ok'))
    // One good source is enough: the others are told, and the check goes on.
    for (const [i, one] of findings.entries())
      if (one.part === 'source' && one.verdict === 'fault')
        findings[i] = { ...one, verdict: 'warning' };

  const pages: RawPage[] = [];
  for (const url of found) {
    if (pages.length >= parts.articles) break;
    const answer = await visitor.visit(url);
    if (answer.kind === 'page') pages.push(answer.page);
    else if (answer.kind === 'failed')
      findings.push({
        part: 'article',
        name: url,
        verdict: 'warning',
        found: `${answer.outcome}: ${answer.message}`,
        advice:
          answer.outcome === 'blocked'
            ? 'The firewall keeps us out, which is never gone round: ask the paper, or try again later.'
            : null,
      });
    if (findings.filter(({ part }) => part === 'article').length >= parts.articles) break;
  }
  findings.push(...checkArticles(pages, newspaper, families));
  return {
    newspaper: newspaper.id,
    spec: newspaper.hash,
    passed: findings.every(({ verdict }) => verdict !== 'fault'),
    findings,
    requests: visitor.requests(),
  };
}

async function checkSource(
  source: Source,
  newspaper: Newspaper,
  visitor: Visitor,
  found: Set<string>,
): Promise<Finding> {
  const base = { part: 'source', name: `${source.kind} ${source.url}` } as const;
  const answer = await visitor.visit(source.url);
  if (answer.kind !== 'page') {
    const [why, advice] = refusal(answer);
    return { ...base, verdict: 'fault', found: why, advice };
  }
  const { page } = answer;
  const read = source.read(page.body, page.finalUrl, page.headers['content-type'] ?? null);
  if (read.problem !== null)
    return {
      ...base,
      verdict: 'fault',
      found: read.problem,
      advice: `discover: take this ${source.kind} out, or name the right address.`,
    };
  const articles = ownArticles(newspaper, read);
  for (const { url } of articles) found.add(url);
  const next = currentSitemaps(ownSitemaps(newspaper, read))[0];
  if (articles.length === 0 && next !== undefined && source.url !== next)
    return checkSource(sitemapSource(next), newspaper, visitor, found);
  if (articles.length > 0)
    return { ...base, verdict: 'ok', found: `${articles.length} articles`, advice: null };
  const [example] = read.links;
  return {
    ...base,
    verdict: 'fault',
    found: example
      ? `${read.links.length} links, none of them an article by the spec; the first: ${example.url}`
      : 'no links',
    advice: example
      ? `article.pattern ${newspaper.article.pattern} (or hosts) does not fit the paper's addresses.`
      : source.kind === 'listing'
        ? 'discover: the selector `links` of this listing finds nothing any more.'
        : `discover: this ${source.kind} is empty; name another source.`,
  };
}

function refusal(
  answer: Exclude<Awaited<ReturnType<Visitor['visit']>>, { kind: 'page' }>,
): readonly [string, string] {
  if (answer.kind === 'unchanged')
    return ['304 to a question without a condition', 'Try again later.'];
  if (answer.kind === 'skipped') return [answer.reason, 'Try again later.'];
  const why = `${answer.outcome}: ${answer.message}`;
  switch (answer.outcome) {
    case 'robots-forbidden':
      return [
        why,
        'The paper does not want this address fetched: take the source out of discover.',
      ];
    case 'foreign-host':
      return [why, 'hosts, origin: the paper has moved, or another host of its is missing.'];
    case 'gone':
      return [why, 'discover: this address is no longer there; name the new one.'];
    default:
      return [why, 'Try again later; if it stays so, discover names the wrong address.'];
  }
}
