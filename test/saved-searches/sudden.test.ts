/** When a saved search is unusual. */
import { describe, expect, it } from 'vitest';
import { type RunToJudge, unusual } from '../../app/saved-searches/sudden.ts';
import type { SavedDay } from '../../archive/saved-searches-port.ts';

/** Days before 30 November with so many new articles each, the newest first. */
const days = (...found: number[]): SavedDay[] =>
  found.map((count, i) => ({
    day: `2026-11-${String(29 - i).padStart(2, '0')}`,
    runs: 3,
    found: count,
    total: 500,
  }));
const today = (found: number, runs = 1): SavedDay => ({
  day: '2026-11-30',
  runs,
  found,
  total: 500,
});
const judge = (run: Partial<RunToJudge>) =>
  unusual({ day: '2026-11-30', before: [], after: [], lastTotal: 500, total: 500, ...run });

describe('more than ever', () => {
  it('is ten and more than three times the best day', () => {
    const before = days(1, 4, 2);
    expect(judge({ before, after: [today(13), ...before] })).toEqual([
      { kind: 'more', day: '2026-11-30', found: 13, best: 4 },
    ]);
    expect(judge({ before, after: [today(12), ...before] })).toEqual([]);
  });
  it('is not said of few, nor without three days to compare', () => {
    const before = days(0, 1, 0);
    expect(judge({ before, after: [today(9), ...before] })).toEqual([]);
    expect(judge({ before: days(1, 1), after: [today(90), ...days(1, 1)] })).toEqual([]);
  });
  it('is said once a day', () => {
    const before = days(1, 4, 2);
    const again = judge({
      before: [today(13), ...before],
      after: [today(40, 2), ...before],
    });
    expect(again).toEqual([]);
  });
  it('looks at fourteen days only', () => {
    const before = days(...Array.from({ length: 14 }, () => 1), 90);
    expect(judge({ before, after: [today(10), ...before] })).toHaveLength(1);
  });
});

describe('nothing', () => {
  const week = [3, 2, 5, 1, 1, 4, 2];
  it('is a day without news after seven with some, said at the next first run', () => {
    const before = days(0, ...week);
    expect(judge({ before, after: [today(0), ...before] })).toEqual([
      { kind: 'nothing', day: '2026-11-29', before: 18 },
    ]);
    const later = [today(0), ...before];
    expect(judge({ before: later, after: [today(0, 2), ...before] })).toEqual([]);
  });
  it('is nothing unusual where such days come now and then, or are few', () => {
    for (const before of [days(0, 3, 0, 5, 1, 1, 4, 2), days(0, 3, 2), days(1, ...week)])
      expect(judge({ before, after: [today(0), ...before] })).toEqual([]);
  });
  it('is said at once where the whole archive holds none any more', () => {
    expect(judge({ lastTotal: 7, total: 0 })).toEqual([{ kind: 'nothing', day: null, before: 7 }]);
    for (const lastTotal of [0, null]) expect(judge({ lastTotal, total: 0 })).toEqual([]);
  });
});
