/** The archive that the pages are measured on holds what a real one holds. */
import { describe, expect, it } from 'vitest';
import { syntheticArticles } from '../../bench/search-data/articles.ts';
import { manyArticles } from '../../bench/web/articles.ts';
import { vietnamDay } from '../../core/clock.ts';

const [base] = syntheticArticles().filter(({ conferences }) =>
  conferences.some(({ organiser, date }) => organiser && date?.from),
);

describe('many articles for the bench of pages', () => {
  it('has four articles an event, in several newspapers, and events of other days with other keys', () => {
    if (base === undefined) throw new Error('no synthetic conference');
    const made = [...manyArticles([[base]], 12, ['bao-a', 'bao-b', 'bao-c'])];
    expect(new Set(made.map(({ article }) => article.id)).size).toBe(12);
    expect(new Set(made.map(({ conferenceKeys }) => conferenceKeys.join())).size).toBe(3);
    const first = made.slice(0, 4);
    expect(new Set(first.map(({ article }) => article.newspaper)).size).toBe(3);
    expect(first[0]?.article.conferences).toEqual(base.conferences);
    const days = made.map(({ article }) => vietnamDay(new Date(article.publishedAt ?? '')));
    const span = (some: readonly string[]) =>
      (Date.parse(some.toSorted().at(-1) ?? '') - Date.parse(some.toSorted()[0] ?? '')) /
      86_400_000;
    for (const at of [0, 4, 8]) expect(span(days.slice(at, at + 4))).toBeLessThanOrEqual(3);
  });

  it('takes every eighth from the second set', () => {
    const [one, two] = syntheticArticles();
    if (!one || !two) throw new Error('no synthetic articles');
    const made = [...manyArticles([[one], [two]], 16, ['bao-a'])];
    expect(made.filter(({ article }) => article.headline === two.headline)).toHaveLength(2);
  });
});
