/** The synthetic conferences, annotated by us before the rules were written, by the scorer of the bench. */
import { describe, expect, it } from 'vitest';
import { readSynthetic, scoreSynthetic } from '../../bench/accuracy/synthetic.ts';
import { f1, type Measure, recall } from '../../bench/accuracy/tally.ts';
import { loadNewspapers } from '../../newspapers/index.ts';

const file = new URL('../../bench/gold/synthetic-conferences.json', import.meta.url);
const { newspapers } = await loadNewspapers();

describe('the synthetic conferences', () => {
  const tally = scoreSynthetic(readSynthetic(file), newspapers);
  const counts = (measure: Measure) =>
    tally.counts.get(measure) ?? { right: 0, missed: 1, wrong: 1 };
  const errors = tally.failures
    .map(({ id, measure, message }) => `${id} ${measure}: ${message}`)
    .join('\n');

  it('are found', () => {
    const { right, missed } = counts('conferences');
    expect(right + missed).toBeGreaterThanOrEqual(60);
    expect(f1(counts('conferences')), errors).toBeGreaterThanOrEqual(0.95);
  });

  it.each(['kind', 'organiser', 'status', 'level', 'date'] as const)(
    'are told with %s',
    (field) => {
      expect(recall(counts(`conferences: ${field}`)), errors).toBeGreaterThanOrEqual(0.95);
    },
  );

  it('are joined, and no others', () => {
    expect(f1(counts('conferences: joined')), errors).toBeGreaterThanOrEqual(0.95);
  });
});
