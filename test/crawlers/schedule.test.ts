import { describe, expect, it } from 'vitest';
import { nextLook, nextTry } from '../../crawlers/schedule.ts';
import { HOUR } from './fixtures.ts';

const start = new Date('2026-11-24T00:00:00Z');
const inHours = (hours: number) => new Date(start.getTime() + hours * HOUR);

describe('the next look', () => {
  it.each([
    [0, 1],
    [0.99, 1],
    [1, 24],
    [20, 24],
    [24, 168],
    [100, 168],
    [168, null],
    [999, null],
  ])('%d h after the first fetch is at %j h', (now, next) => {
    expect(nextLook(start, inHours(now))).toEqual(next === null ? null : inHours(next));
  });
});

describe('the next try', () => {
  it.each([
    [1, 1],
    [2, 6],
    [3, 24],
    [4, 24],
    [5, null],
    [9, null],
  ])('after failure %d is in %j h', (failures, hours) => {
    expect(nextTry('timeout', failures, start)).toEqual(hours === null ? null : inHours(hours));
  });

  it('is not before the server asks for, and a limit is never a reason to give up', () => {
    expect(nextTry('rate-limited', 1, start, 3 * HOUR)).toEqual(inHours(3));
    expect(nextTry('rate-limited', 1, start, 1000)).toEqual(inHours(1));
    expect(nextTry('rate-limited', 7, start)).toEqual(inHours(24));
  });
});
