/** The night's schedule: every paper once a night, spread so that they do not all begin at the same minute. */
import type { Newspaper } from '../newspapers/define.ts';
import type { Schedule } from '../queue/port.ts';
import type { Config } from './config.ts';
import { LOOPBACK } from './may-crawl.ts';

const SPREAD_MINUTES = 60;

/**
 * One schedule a paper. A paper that is only named somewhere is not scheduled, nor a real one while nobody
 * answers for the crawl.
 */
export function nightly(
  newspapers: readonly Newspaper[],
  config: Pick<Config, 'night' | 'contact'>,
): readonly Schedule[] {
  const [hour = 0, minute = 0] = config.night.split(':').map(Number);
  const ready = newspapers.filter(
    (paper) =>
      paper.confidence !== 'listed' &&
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
