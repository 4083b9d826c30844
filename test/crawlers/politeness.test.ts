import { describe, expect, it } from 'vitest';
import { failed } from '../../crawlers/failed.ts';
import { BREAK_AFTER, FIRST_REST_MS, openPoliteness } from '../../crawlers/politeness.ts';
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

describe('after a rest', () => {
  const bad = failed('server-error', '', 500);
  it('one probe is made: it closes the breaker, or the rest is doubled', () => {
    const clock = fakeClock();
    const politeness = openPoliteness(clock, () => 0);
    for (let i = 0; i < BREAK_AFTER; i += 1) politeness.answered('a', bad);
    expect(politeness.stoppedUntil('a')?.getTime()).toBe(clock.now().getTime() + FIRST_REST_MS);
    clock.advance(FIRST_REST_MS);
    expect(politeness.stopped('a')).toBeNull();
    politeness.answered('a', bad);
    expect(politeness.stoppedUntil('a')?.getTime()).toBe(clock.now().getTime() + 2 * FIRST_REST_MS);
    clock.advance(2 * FIRST_REST_MS);
    politeness.answered('a', good);
    politeness.answered('a', bad);
    expect(politeness.stopped('a')).toBeNull();
    expect(politeness.stoppedUntil('a')).toBeNull();
  });

  it('no server is believed that asks for more than a day', () => {
    const clock = fakeClock();
    const politeness = openPoliteness(clock, () => 0);
    politeness.answered('a', failed('rate-limited', '', 429, 999_999_999_000));
    expect(politeness.stoppedUntil('a')?.getTime()).toBe(clock.now().getTime() + 86_400_000);
  });
});

describe('a back-fill', () => {
  it('waits while a night’s run holds its host, and goes on after it', async () => {
    const politeness = openPoliteness(fakeClock(), () => 0);
    const release = politeness.hold(['a', 'b']);
    const log: string[] = [];
    const low = politeness.turn('a', 0, signal, true).then(() => log.push('back-fill'));
    await politeness.turn('a', 0, signal).then(() => log.push('night'));
    await politeness.turn('c', 0, signal, true).then(() => log.push('elsewhere'));
    expect(log).toEqual(['night', 'elsewhere']);
    release();
    await low;
    expect(log).toEqual(['night', 'elsewhere', 'back-fill']);
  });

  it('that is stopped waits no longer', async () => {
    const politeness = openPoliteness(fakeClock(), () => 0);
    politeness.hold(['a']);
    const stop = new AbortController();
    const low = politeness.turn('a', 0, stop.signal, true);
    stop.abort();
    await expect(low).resolves.toBeUndefined();
  });
});

it('two runs on one host keep the pause between them', async () => {
  const clock = fakeClock();
  const politeness = openPoliteness(clock, () => 0);
  const asked: number[] = [];
  const run = async () => {
    for (let i = 0; i < 3; i += 1) {
      await politeness.turn('a', 1000, signal);
      asked.push(clock.now().getTime());
      politeness.answered('a', good);
    }
  };
  await Promise.all([run(), run()]);
  const gaps = asked.slice(1).map((at, i) => at - (asked[i] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000);
});
