/** The night's schedule: every paper once a night, spread so that they do not all begin at the same minute. */

import type { NewspaperCheck } from '../archive/port.ts';
import type { Newspaper } from '../newspapers/define.ts';
import type { Schedule } from '../queue/port.ts';
import type { Config } from './config.ts';
import { LOOPBACK } from './may-crawl.ts';

const SPREAD_MINUTES = 60;

/**
 * One schedule a paper. A paper that is only named somewhere is not scheduled before its check has passed here
 * (`newspapers check`), nor a real one while nobody answers for the crawl.
 */
export function nightly(
  newspapers: readonly Newspaper[],
  config: Pick<Config, 'night' | 'contact'>,
  checks: readonly NewspaperCheck[] = [],
): readonly Schedule[] {
  const [hour = 0, minute = 0] = config.night.split(':').map(Number);
  const ready = newspapers.filter(
    (paper) =>
      isSure(paper, checks) &&
      (config.contact !== null || paper.hosts.every((host) => LOOPBACK.test(host))),
  );
  return ready.map((paper, i) => {
    const at = hour * 60 + minute + Math.floor((i * SPREAD_MINUTES) / ready.length);
    return {
      id: paper.id,
      cron: `${at % 60} ${Math.floor(at / 60) % 24} * * *`,
      job: { name: 'crawl', payload: { newspaper: paper.id } },
    };
  });
}

/** More than named somewhere: seen, or its spec as it is now has passed its check on this installation. */
export function isSure(
  { id, hash, confidence }: Pick<Newspaper, 'id' | 'hash' | 'confidence'>,
  checks: readonly NewspaperCheck[],
): boolean {
  if (confidence !== 'listed') return true;
  return checks.some(({ newspaper, spec, passed }) => newspaper === id && spec === hash && passed);
}
