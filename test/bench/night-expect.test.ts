import { describe, expect, it } from 'vitest';
import { isLeft } from '../../bench/night/expect.ts';

const piece = (number: number, publishedAt: number) => ({
  number,
  night: 1,
  publishedAt,
  fate: null,
  first: false,
});
/** One article that came in time. */
const site = { pieces: [piece(1, 10)], firstServed: () => 200 };
const account = { sourcesAskedAt: 150, taken: [], waiting: [] };
const moments = { midnight: 100, end: 300 };

describe('what a paper too slow for its window leaves', () => {
  it('is nothing where all that was to be had came in time', () => {
    expect(isLeft(site, account, moments)).toBe(false);
    expect(isLeft(site, { ...account, taken: [{ due: 120, at: 299 }] }, moments)).toBe(false);
  });

  it('is an article that was published by midnight and did not come, or came too late', () => {
    expect(isLeft({ ...site, firstServed: () => null }, account, moments)).toBe(true);
    expect(isLeft({ ...site, firstServed: () => 301 }, account, moments)).toBe(true);
    const young = { pieces: [piece(1, 101)], firstServed: () => null };
    expect(isLeft(young, account, moments)).toBe(false);
  });

  it('Regression: is a second look too, although all articles have come', () => {
    expect(isLeft(site, { ...account, waiting: [149] }, moments)).toBe(true);
    expect(isLeft(site, { ...account, taken: [{ due: 120, at: 301 }] }, moments)).toBe(true);
  });

  it('is no look that fell due after its turn began', () => {
    expect(isLeft(site, { ...account, waiting: [151] }, moments)).toBe(false);
    expect(isLeft(site, { ...account, taken: [{ due: 151, at: 301 }] }, moments)).toBe(false);
  });
});
