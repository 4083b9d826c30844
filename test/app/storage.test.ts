/** How fast the data grows, and when the disk is full. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fullOn, growthOf, weigh, weightOf } from '../../app/storage.ts';
import { openArchive } from '../../archive/index.ts';

const weights = (...bytes: readonly number[]) =>
  bytes
    .map((one, i) => ({ day: `2026-01-${String(i + 1).padStart(2, '0')}`, bytes: one }))
    .reverse();

describe('growth a night', () => {
  it.each<[string, ReturnType<typeof weights>, number | null]>([
    ['of nothing', [], null],
    ['of one night', weights(5), null],
    ['of two nights', weights(5, 6), null],
    ['of three', weights(100, 110, 120), 10],
    ['with one large night', weights(100, 110, 120, 900, 910), 10],
    ['without the night on which pages were moved', weights(100, 110, 120, 30, 40), 10],
    ['that is none', weights(5, 5, 5), 0],
  ])('%s', (_, given, expected) => {
    expect(growthOf(given)).toBe(expected);
  });

  it('over nights that are not known', () => {
    const given = [
      { day: '2026-01-11', bytes: 210 },
      { day: '2026-01-06', bytes: 160 },
      { day: '2026-01-01', bytes: 100 },
    ];
    expect(growthOf(given)).toBe(12);
  });
});

it('the day on which the disk is full', () => {
  const today = new Date('2026-11-30T20:00:00Z');
  expect(fullOn(1_000, 100, today)).toBe('2026-12-11');
  expect(fullOn(1_000, null, today)).toBeNull();
  expect(fullOn(1_000, 0, today)).toBeNull();
  expect(fullOn(1e12, 1, today)).toBeNull();
});

it('everything in the directory is weighed, once a day', async () => {
  const data = mkdtempSync(join(tmpdir(), 'diembao-weight-'));
  mkdirSync(join(data, 'warc'));
  writeFileSync(join(data, 'warc', 'a'), '12345');
  writeFileSync(join(data, 'b'), '123');
  expect(await weightOf(data)).toBe(8);
  expect(await weightOf(join(data, 'none'))).toBe(0);
  const archive = await openArchive({ file: ':memory:' });
  const clock = { now: () => new Date('2026-01-01T20:00:00Z'), sleep: async () => undefined };
  await weigh({ archive, clock, config: { data } });
  await weigh({ archive, clock, config: { data: join(data, 'none') } });
  expect(await archive.retention.weights(5)).toEqual([{ day: '2026-01-02', bytes: 8 }]);
  await archive.close();
});
