import { describe, expect, it } from 'vitest';
import {
  daysBefore,
  isOpen,
  latestNight,
  lengthOf,
  minutesOf,
  nightOf,
  reportTime,
  weekdayOf,
} from '../../app/night/window.ts';

const usual = { start: 30, end: 330 };
const late = { start: 22 * 60, end: 4 * 60 };

describe('the window', () => {
  it('is in Vietnam, named by the day on which it ends', () => {
    expect(nightOf('2026-11-25', usual)).toEqual({
      day: '2026-11-25',
      start: new Date('2026-11-24T17:30:00Z'),
      end: new Date('2026-11-24T22:30:00Z'),
    });
    expect(nightOf('2026-11-25', late).start).toEqual(new Date('2026-11-24T15:00:00Z'));
    expect([lengthOf(usual), lengthOf(late)]).toEqual([300, 360]);
  });

  it.each([
    ['2026-11-24T17:29:59Z', usual, '2026-11-24'],
    ['2026-11-24T17:30:00Z', usual, '2026-11-25'],
    ['2026-11-25T10:00:00Z', usual, '2026-11-25'],
    ['2026-11-24T14:59:59Z', late, '2026-11-24'],
    ['2026-11-24T15:00:00Z', late, '2026-11-25'],
    ['2026-11-24T20:00:00Z', late, '2026-11-25'],
  ])('the last night at %s', (now, window, day) => {
    expect(latestNight(new Date(now), window).day).toBe(day);
  });

  it('is open from its first minute to before its last', () => {
    const night = nightOf('2026-11-25', usual);
    expect(isOpen(night, night.start)).toBe(true);
    expect(isOpen(night, night.end)).toBe(false);
  });

  it('is reported at the first such time after it ends', () => {
    const night = nightOf('2026-11-25', usual);
    expect(reportTime(night, 360)).toEqual(new Date('2026-11-24T23:00:00Z'));
    expect(reportTime(night, 300)).toEqual(new Date('2026-11-25T22:00:00Z'));
  });

  it('reads times and counts days', () => {
    expect(['00:30', '24:00', '7:00', '23:59'].map(minutesOf)).toEqual([30, null, null, 1439]);
    expect(daysBefore('2026-03-01', 1)).toBe('2026-02-28');
    expect(weekdayOf('2026-11-25')).toBe(3);
  });
});
