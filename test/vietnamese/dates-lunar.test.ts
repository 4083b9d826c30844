import { expect, test } from 'vitest';
import { iso } from '../../vietnamese/dates/calendar.ts';
import { lunarDay, lunarMonth } from '../../vietnamese/dates/lunar.ts';

const solar = (year: number, month: number, day: number, leap = false) => {
  const at = lunarDay(year, month, day, leap);
  return at === null ? null : iso(at);
};

test.each([
  [2007, 1, 1, false, '2007-02-17'],
  [2030, 1, 1, false, '2030-02-02'],
  [1985, 1, 1, false, '1985-01-21'],
  [1968, 1, 1, false, '1968-01-29'],
  [2023, 2, 15, true, '2023-04-05'],
  [2023, 3, 10, false, '2023-04-29'],
  [2023, 1, 15, false, '2023-02-05'],
  [2020, 4, 1, true, '2020-05-23'],
  [2025, 6, 1, true, '2025-07-25'],
  [2033, 11, 1, true, '2033-12-22'],
  [2020, 12, 30, false, '2021-02-11'],
])('%i-%i-%i leap %s is %s', (year, month, day, leap, expected) =>
  expect(solar(year, month, day, leap)).toBe(expected),
);

test('a year has twelve or thirteen months of 29 or 30 days that follow each other', () => {
  for (let year = 1900; year <= 2100; year++) {
    let next = lunarDay(year, 1, 1);
    let months = 0;
    for (let month = 1; month <= 12; month++) {
      for (const leap of [false, true]) {
        const days = lunarMonth(year, month, leap);
        if (days === null) continue;
        months++;
        expect(days.first).toBe(next);
        expect([29, 30]).toContain(days.last - days.first + 1);
        next = days.last + 1;
      }
    }
    expect([12, 13]).toContain(months);
    expect(lunarDay(year + 1, 1, 1)).toBe(next);
  }
});

test('what does not exist is null', () => {
  expect(solar(2022, 2, 15, true)).toBeNull();
  expect(solar(2023, 1, 31)).toBeNull();
  expect(solar(3000, 1, 1)).toBeNull();
});
