import { describe, expect, it } from 'vitest';
import { failed } from '../../crawlers/failed.ts';
import { BREAK_AFTER, openPoliteness } from '../../crawlers/politeness.ts';
import { fakeClock } from './fixtures.ts';

const signal = new AbortController().signal;
const good = { kind: 'unchanged', status: 304 } as const;

describe('the pause', () => {
  it('lies between the delay and 1.3 times of it, from the last answer on', async () => {
    for (const [random, wait] of [
      [0, 1000],
      [0.999, 1300],
    ] as const) {
      const clock = fakeClock();
      const politeness = openPoliteness(clock, () => random);
      await politeness.turn('a', 1000, signal);
      expect(clock.slept()).toBe(0);
      politeness.answered('a', good);
      clock.advance(100);
      await politeness.turn('a', 1000, signal);
      expect(clock.slept()).toBe(wait - 100);
      await politeness.turn('b', 1000, signal);
      expect(clock.slept()).toBe(wait - 100);
    }
  });

  it('is at least what the server asks for', async () => {
    const clock = fakeClock();
    const politeness = openPoliteness(clock, () => 0);
    politeness.answered('a', failed('rate-limited', '', 429, 90_000));
    await politeness.turn('a', 1000, signal);
    expect(clock.slept()).toBe(90_000);
  });

  it('is a minute where the server limits us and says no time', async () => {
    const clock = fakeClock();
    const politeness = openPoliteness(clock, () => 0);
    politeness.answered('a', failed('rate-limited', '', 429));
    await politeness.turn('a', 1000, signal);
    expect(clock.slept()).toBe(60_000);
  });
});

describe('the breaker', () => {
  it(`opens after ${BREAK_AFTER} failures of the host in a row, for that host alone`, () => {
    const politeness = openPoliteness(fakeClock(), () => 0);
    for (let i = 0; i < BREAK_AFTER; i += 1) {
      expect(politeness.stopped('a')).toBeNull();
      politeness.answered('a', failed('timeout', ''));
    }
    expect(politeness.stopped('a')).toContain('timeout');
    expect(politeness.stopped('b')).toBeNull();
  });

  it('is reset by any answer, and by failures that are the URL’s own', () => {
    const politeness = openPoliteness(fakeClock(), () => 0);
    for (const answer of [good, failed('gone', '', 404), failed('too-large', '', 200)]) {
      for (let i = 1; i < BREAK_AFTER; i += 1) politeness.answered('a', failed('timeout', ''));
      politeness.answered('a', answer);
    }
    expect(politeness.stopped('a')).toBeNull();
  });

  it('opens at once where the server asks for more than two minutes', () => {
    const politeness = openPoliteness(fakeClock(), () => 0);
    politeness.answered('a', failed('rate-limited', '', 429, 120_001));
    expect(politeness.stopped('a')).toContain('121 s');
  });
});
