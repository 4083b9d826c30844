import { expect, it } from 'vitest';
import { keptFor } from '../../app/kept-for.ts';

it('counts once for all who ask meanwhile, says when, and keeps no failure', async () => {
  let now = Date.UTC(2026, 0, 1);
  let count = 0;
  let broken = false;
  const ask = keptFor({ now: () => new Date(now) }, 60_000, async () => {
    if (broken) throw new Error('away');
    count += 1;
    return count;
  });
  const first = { value: 1, at: '2026-01-01T00:00:00.000Z' };
  expect(await Promise.all([ask(), ask()])).toEqual([first, first]);
  now += 59_999;
  expect(await ask()).toEqual(first);
  now += 1;
  broken = true;
  await expect(ask()).rejects.toThrow('away');
  broken = false;
  expect(await ask()).toEqual({ value: 2, at: '2026-01-01T00:01:00.000Z' });
});
