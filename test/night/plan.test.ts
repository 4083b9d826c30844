import { describe, expect, it } from 'vitest';
import { durations, papersOfTheNight, schedules, starts } from '../../app/night/plan.ts';
import type { NightRow } from '../../archive/nights-port.ts';
import { loadNewspapers } from '../../newspapers/index.ts';

const { newspapers } = await loadNewspapers();
const [known] = newspapers.filter(({ confidence }) => confidence !== 'listed');
if (!known) throw new Error('no newspaper');

const window = { start: 23 * 60 + 50, end: 4 * 60 + 50 };
const row = (newspaper: string, day: number, minutes: number | null): NightRow => ({
  day: `2026-11-${10 + day}`,
  newspaper,
  startedAt: '2026-11-20T17:30:00.000Z',
  finishedAt:
    minutes === null
      ? null
      : new Date(Date.parse('2026-11-20T17:30:00.000Z') + minutes * 60_000).toISOString(),
  state: 'complete',
  message: null,
  outcomes: {},
  requests: 1,
  stored: 1,
  repeated: 0,
  found: 1,
  figures: null,
  flags: [],
});

describe('papers of the night', () => {
  const listed = { ...known, id: 'only-listed', confidence: 'listed' as const };
  const ids = (checks: Parameters<typeof papersOfTheNight>[2], contact: string | null = 'a@b.vn') =>
    papersOfTheNight([known, listed], { contact }, checks).map(({ id }) => id);

  it('are not those that are only named somewhere, before their check has passed', () => {
    const check = { newspaper: listed.id, spec: listed.hash, at: '', passed: true };
    expect(ids([])).toEqual([known.id]);
    expect(ids([check])).toEqual([known.id, listed.id]);
    expect(ids([{ ...check, passed: false }])).toEqual([known.id]);
    expect(ids([{ ...check, spec: 'of another spec' }])).toEqual([known.id]);
  });

  it('are none while nobody answers for real ones', () => {
    expect(ids([], null)).toEqual([]);
  });
});

describe('starts', () => {
  it('the slowest begin first, those of which nothing is known before them', () => {
    const minutes = new Map([
      ['quick', 2],
      ['slow', 60],
      ['middle', 10],
    ]);
    const begin = starts(['quick', 'slow', 'new', 'middle'], window, minutes);
    expect([...begin]).toEqual([
      ['new', 0],
      ['slow', 56],
      ['middle', 112],
      ['quick', 168],
    ]);
  });

  it('leave every paper twice its time, and begin none after three quarters of the window', () => {
    const ids = Array.from({ length: 80 }, (_, i) => `p${i}`);
    const minutes = new Map(ids.map((id, i) => [id, i < 10 ? 130 : 5]));
    const begin = starts(ids, window, minutes);
    for (const [id, at] of begin) {
      expect(at + 2 * (minutes.get(id) ?? 0)).toBeLessThanOrEqual(300);
      expect(at).toBeLessThan(225);
    }
    expect(starts(['p'], window, new Map([['p', 1000]])).get('p')).toBe(0);
  });

  it('know durations by the last seven nights', () => {
    const rows = [
      ...Array.from({ length: 10 }, (_, i) => row('a', i, i < 3 ? 500 : 10)),
      row('b', 1, null),
      { ...row('c', 1, 1), state: 'failed' as const },
    ];
    expect([...durations(rows)]).toEqual([['a', 10]]);
  });
});

describe('schedules', () => {
  it('are inside the window, over midnight too', () => {
    const ids = newspapers.map(({ id }) => id);
    const all = schedules(ids, { window, sweeps: [] }, new Map());
    expect(all.map(({ id }) => id).sort()).toEqual(ids.toSorted());
    for (const { id, cron, job } of all) {
      expect(job).toEqual({ name: 'crawl', payload: { newspaper: id } });
      expect(cron).toMatch(/^\d+ \d+ \* \* \*$/);
      const [minute = -1, hour = -1] = cron.split(' ').map(Number);
      expect((hour * 60 + minute - window.start + 1_440) % 1_440).toBeLessThan(300);
    }
  });

  it('have the sweeps that are set', () => {
    const all = schedules(['a', 'b'], { window, sweeps: [660, 960] }, new Map());
    expect(all.filter(({ id }) => id.includes('@'))).toEqual(
      [
        ['a@11:00', '0 11 * * *', 'a'],
        ['b@11:00', '30 11 * * *', 'b'],
        ['a@16:00', '0 16 * * *', 'a'],
        ['b@16:00', '30 16 * * *', 'b'],
      ].map(([id, cron, newspaper]) => ({
        id,
        cron,
        job: { name: 'crawl', payload: { newspaper, mode: 'sweep' } },
      })),
    );
  });
});
