/** The memory driver by a clock that stands still: retries and schedules without a sleep. */
import { describe, expect, it } from 'vitest';
import { RetryLater } from '../../core/errors.ts';
import { silent } from '../../core/log.ts';
import { openMemoryQueue } from '../../queue/drivers/memory.ts';
import { crawl, handlers, index } from '../contracts/queue.ts';
import { fakeClock } from './fake-clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function open(start = '2026-03-01T12:00:00Z', random = 0) {
  const clock = fakeClock(start);
  const queue = openMemoryQueue({ clock, random: () => random, log: silent });
  return { clock, queue };
}

describe('the memory driver by the clock', () => {
  it('waits longer before each retry', async () => {
    const { clock, queue } = open();
    const at: number[] = [];
    const begin = clock.now().getTime();
    await queue.work(
      handlers({
        index: async () => {
          at.push(clock.now().getTime() - begin);
          throw new Error('engine away');
        },
      }),
    );
    await queue.add([index('a')]);
    await clock.advance(HOUR);
    // Half of 2, 4, 8 … seconds where random() is 0.
    expect(at).toEqual([0, 1_000, 3_000, 7_000, 15_000, 31_000, 63_000, 127_000]);
    expect(await queue.failed(1)).toMatchObject([
      {
        attempts: 8,
        code: 'unknown',
        message: 'engine away',
        failedAt: '2026-03-01T12:02:07.000Z',
      },
    ]);
    await queue.close(0);
  });

  it('runs a job that asked for later then and not before', async () => {
    const { clock, queue } = open();
    let runs = 0;
    await queue.work(
      handlers({
        crawl: async () => {
          if (++runs === 1) throw new RetryLater('robots-unreachable', 'Not tonight', 20 * HOUR);
          return [];
        },
      }),
    );
    await queue.add([crawl('mot')]);
    await clock.advance(20 * HOUR - 1);
    expect(runs).toBe(1);
    await clock.advance(1);
    expect(runs).toBe(2);
    await queue.close(0);
  });

  it('fires each night at 00:30 of Vietnam, over the end of a month and of a year', async () => {
    const { clock, queue } = open('2026-12-30T12:00:00Z');
    const at: string[] = [];
    await queue.work(
      handlers({
        crawl: async ({ newspaper }) => {
          at.push(`${newspaper} ${clock.now().toISOString()}`);
          return [];
        },
      }),
    );
    await queue.setSchedules([
      { id: 'mot', cron: '30 0 * * *', job: crawl('mot') },
      { id: 'hai', cron: '0 0 1 * *', job: crawl('hai') },
    ]);
    expect(await queue.schedules()).toEqual([
      { id: 'mot', next: '2026-12-30T17:30:00.000Z' },
      { id: 'hai', next: '2026-12-31T17:00:00.000Z' },
    ]);
    await clock.advance(72 * HOUR);
    expect(at).toEqual([
      'mot 2026-12-30T17:30:00.000Z',
      'hai 2026-12-31T17:00:00.000Z',
      'mot 2026-12-31T17:30:00.000Z',
      'mot 2027-01-01T17:30:00.000Z',
    ]);
    await queue.close(0);
  });

  it('keeps an unchanged schedule due, fires once for many that were missed, and goes on', async () => {
    const { clock, queue } = open('2026-03-01T12:00:00Z');
    const schedule = { id: 'mot', cron: '30 0 * * *', job: crawl('mot') };
    await queue.setSchedules([schedule]);
    await clock.advance(50 * HOUR);
    await queue.setSchedules([schedule]);
    expect(await queue.schedules()).toEqual([{ id: 'mot', next: '2026-03-01T17:30:00.000Z' }]);
    let runs = 0;
    await queue.work(
      handlers({
        crawl: async () => {
          runs++;
          return [];
        },
      }),
    );
    await queue.idle();
    expect(runs).toBe(1);
    expect(await queue.schedules()).toEqual([{ id: 'mot', next: '2026-03-03T17:30:00.000Z' }]);
    await queue.close(0);
  });

  it('never sleeps so long that a timer overflows or a machine that slept comes late', async () => {
    const { clock, queue } = open();
    await queue.work(handlers({}));
    await queue.setSchedules([{ id: 'mot', cron: '0 0 1 1 *', job: crawl('mot') }]);
    await clock.advance(HOUR);
    expect(clock.sleeps.length).toBeGreaterThan(5);
    expect(Math.max(...clock.sleeps)).toBeLessThanOrEqual(10 * MINUTE);
    await queue.close(0);
  });
});
