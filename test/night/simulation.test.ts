/** Three nights on the web of `bench night`: forty papers, few articles. */
import { expect, it } from 'vitest';
import { simulate } from '../../bench/night/simulate.ts';

it('forty papers, three nights: everything once, nothing forbidden, every planted fault said', {
  timeout: 300_000,
}, async () => {
  const result = await simulate({ papers: 40, nights: 3, articles: 4, timeoutMs: 2_000 });
  const { archive, nights } = result;
  expect(archive.published).toBeGreaterThan(400);
  expect(archive).toMatchObject({ archived: archive.published, lost: [], doubled: [], wrong: [] });
  expect(result.indexed).toBe(archive.published);
  expect(result.offences).toEqual([]);
  expect(result.unchanged.largest).toBeLessThanOrEqual(1_024);
  expect(nights.flatMap(({ missing, unasked }) => [...missing, ...unasked])).toEqual([]);
  expect(nights.reduce((sum, { planted }) => sum + planted, 0)).toBeGreaterThanOrEqual(5);
  const requests = nights.reduce((sum, one) => sum + one.requests, 0);
  const budget = nights.reduce((sum, one) => sum + one.budget, 0);
  expect(requests).toBeLessThanOrEqual(budget * 1.05);
});
