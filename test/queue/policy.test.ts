import { describe, expect, it } from 'vitest';
import { nextRun } from '../../queue/cron.ts';
import { backoffMs, policies } from '../../queue/policy.ts';

describe('the policy of jobs', () => {
  it('takes the figures of JOBS unless they are changed', () => {
    const { crawl, parse } = policies({ parse: { concurrency: 7 } });
    expect(crawl).toEqual({ attempts: 3, backoffMs: 60_000, concurrency: 4 });
    expect(parse).toEqual({ attempts: 3, backoffMs: 1_000, concurrency: 7 });
  });

  it('backs off exponentially, the later half at random, an hour at most', () => {
    const policy = policies().parse;
    const of = (failed: number, random: number) => backoffMs(policy, failed, () => random);
    expect([1, 2, 3].map((failed) => of(failed, 0))).toEqual([500, 1_000, 2_000]);
    expect([1, 2, 3].map((failed) => of(failed, 0.5))).toEqual([750, 1_500, 3_000]);
    expect(of(60, 0)).toBe(1_800_000);
    expect(of(60, 0.999_999)).toBeLessThanOrEqual(3_600_000);
  });
});

describe('the next run of a cron pattern', () => {
  const next = (cron: string, from: string) => nextRun(cron, new Date(from)).toISOString();

  it('is in the time of Vietnam and strictly later', () => {
    expect(next('30 0 * * *', '2026-05-01T12:00:00Z')).toBe('2026-05-01T17:30:00.000Z');
    expect(next('30 0 * * *', '2026-05-01T17:29:59.999Z')).toBe('2026-05-01T17:30:00.000Z');
    expect(next('30 0 * * *', '2026-05-01T17:30:00.000Z')).toBe('2026-05-02T17:30:00.000Z');
    // Monday in Vietnam is still Sunday in UTC.
    expect(next('0 6 * * 1', '2026-05-01T00:00:00Z')).toBe('2026-05-03T23:00:00.000Z');
    expect(next('0 0 29 2 *', '2026-05-01T00:00:00Z')).toBe('2028-02-28T17:00:00.000Z');
  });

  it('refuses what is no pattern or never comes', () => {
    for (const cron of ['', '* * * *', '60 * * * *', '0 24 * * *', 'x', '0 0 30 2 *'])
      expect(() => next(cron, '2026-05-01T00:00:00Z'), cron).toThrow(
        expect.objectContaining({ code: 'schedule-invalid' }),
      );
  });
});
