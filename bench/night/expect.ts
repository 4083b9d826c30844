/** What a night's report must say, by the plan of faults and by what the servers saw; never by the report itself. */
import type { Finding } from '../../app/night/health.ts';
import { faultOf, TET_NIGHTS } from './papers.ts';
import type { Account } from './server.ts';
import type { Site } from './site.ts';

/** Comparison begins with a paper's 7th complete night; planted faults of a field lie later still. */
const COMPARED_FROM = 8;

/** One line a finding: paper (`*` for all), kind, field. */
export const findingLine = ({
  newspaper,
  kind,
  field,
}: Pick<Finding, 'newspaper' | 'kind' | 'field'>) =>
  `${newspaper ?? '*'} ${kind}${field === null ? '' : `:${field}`}`;

/** Two moments of a night: what was published by midnight should have been fetched by the window's end. */
export interface Moments {
  readonly midnight: number;
  readonly end: number;
}

/** Whether the window ended before the paper was asked for all that was to be had when its turn began. */
export function isLeft(
  site: Pick<Site, 'pieces' | 'firstServed'>,
  account: Pick<Account, 'sourcesAskedAt' | 'taken' | 'waiting'> | undefined,
  { midnight, end }: Moments,
): boolean {
  const isNew = site.pieces.some(({ number, publishedAt }) => {
    const served = site.firstServed(number);
    return publishedAt <= midnight && (served === null || served > end);
  });
  const began = account?.sourcesAskedAt ?? null;
  if (isNew || !account || began === null) return isNew;
  const late = account.taken.some(({ due, at }) => due <= began && at > end);
  return late || account.waiting.some((due) => due <= began);
}

export function expectedFindings(
  sites: readonly Site[],
  accounts: readonly Account[],
  night: number,
  moments: Moments,
): readonly string[] {
  const lines: string[] = [];
  for (const site of sites) {
    const { paper } = site;
    const account = accounts.find((one) => one.paper === paper.id);
    const say = (what: string) => lines.push(`${paper.id} ${what}`);
    const layout = faultOf(paper, 'layout', night);
    if (layout?.lost === 'layout') say('layout-unknown');
    else if (layout && night >= COMPARED_FROM) say(`fill:${layout.lost}`);
    if (faultOf(paper, 'dry', night)) say('discovery-dry');
    if (faultOf(paper, 'down', night)) say('failed');
    if (faultOf(paper, 'robots-down', night) && account?.robots === 'down') say('failed');
    if (faultOf(paper, 'refuses', night) && account?.refused) say('refused');
    if (faultOf(paper, 'blocks', night)) say('blocked');
    if (faultOf(paper, 'future', night)) say('future-date');
    if (faultOf(paper, 'crawls', night) && isLeft(site, account, moments)) say('not-finished');
  }
  if (TET_NIGHTS.has(night)) lines.push('* most-low');
  return lines.sort();
}
