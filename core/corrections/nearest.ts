/** Which finding of a list stands where a correction points. */
import type { Article, Span } from '../article.ts';
import type { ChangeKind } from './schema.ts';

function common(a: Span, b: Span): number {
  if (a.paragraph !== b.paragraph) return 0;
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** 1 for equal spans, 0 for those that share no word. */
function likeness(a: Span, b: Span): number {
  const shared = common(a, b);
  return shared === 0 ? 0 : shared / (a.end - a.start + (b.end - b.start) - shared);
}

/** Where each finding of a kind stands, in the order of the record's list. */
export function standings(
  article: Pick<Article, 'quotes' | 'dates' | 'places' | 'conferences'>,
  kind: ChangeKind,
): readonly (readonly Span[])[] {
  switch (kind) {
    case 'quote':
      return article.quotes.map(({ spans }) => spans);
    case 'date':
      return article.dates.map((date) => [date]);
    case 'place':
      return article.places.map((place) => [place]);
    case 'conference':
      return article.conferences.map(({ evidence }) => evidence);
    default:
      return kind satisfies never;
  }
}

/** Index and span of the finding that is most alike a span, of equals the first; null where none overlaps. */
export function nearest(
  found: readonly (readonly Span[])[],
  span: Span,
): { readonly index: number; readonly span: Span } | null {
  let best: { index: number; span: Span; likeness: number } | null = null;
  for (const [index, spans] of found.entries())
    for (const one of spans) {
      const alike = likeness(one, span);
      if (alike > (best?.likeness ?? 0)) best = { index, span: one, likeness: alike };
    }
  return best;
}
