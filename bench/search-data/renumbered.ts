/** Few articles as many. */
import type { Article } from '../../core/article.ts';

const DAY = 86_400_000;

export interface Numbered {
  readonly id: string;
  readonly article: Article;
}

/** Articles over and over, each with an id, a newspaper and a day of its own. */
export function renumbered(articles: readonly Article[], size: number): Numbered[] {
  const first = Date.parse('2021-01-01T01:00:00Z');
  return Array.from({ length: size }, (_, i) => {
    const base = articles[i % articles.length];
    if (!base) throw new Error('no articles');
    const id = `n${String(i).padStart(7, '0')}`;
    const day = new Date(first + ((i * 7919) % 2_000) * DAY).toISOString().slice(0, 10);
    return {
      id,
      article: {
        ...base,
        id,
        newspaper: `bao-${i % 34}`,
        publishedAt: `${day}T08:00:00+07:00`,
        publishedPrecision: 'minute',
      },
    };
  });
}
