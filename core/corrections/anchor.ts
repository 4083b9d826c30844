/**
 * Where a hand points in a text, so that it still points there after the text was read anew: the words and
 * what stands around them, as the W3C's Web Annotation selectors do (TextQuoteSelector and, as a hint,
 * TextPositionSelector).
 */
import { z } from 'zod';
import { type Article, passages, type Span, textAt } from '../article.ts';

/** UTF-16 units kept of the words, and of the text on each side. */
const EXACT = 200;
const AROUND = 32;

export const Anchor = z.strictObject({
  /** Where it stood when it was pointed at; a hint only. */
  paragraph: z.int().min(-1),
  start: z.int().min(0),
  end: z.int().min(0),
  /** The words, or the beginning of them. */
  exact: z.string().min(1).max(EXACT),
  /** What stands directly before and after `exact` in that paragraph. */
  prefix: z.string().max(AROUND),
  suffix: z.string().max(AROUND),
});
export type Anchor = z.infer<typeof Anchor>;

type Text = Pick<Article, 'headline' | 'sapo' | 'blocks'>;

/** The anchor of a span; null where no text stands there. */
export function anchorAt(article: Text, { paragraph, start, end }: Span): Anchor | null {
  const text = textAt(article, { paragraph, start: 0, end: Number.POSITIVE_INFINITY });
  if (start >= end || end > text.length) return null;
  const stop = Math.min(end, start + EXACT);
  return {
    paragraph,
    start,
    end,
    exact: text.slice(start, stop),
    prefix: text.slice(Math.max(0, start - AROUND), start),
    suffix: text.slice(stop, stop + AROUND),
  };
}

/**
 * How surely `at` is the place: 2 where both sides agree, 1 where one does and tells enough, else 0.
 * A short side says that the paragraph begins or ends there, and must still be true.
 */
function agreement(text: string, at: number, { exact, prefix, suffix }: Anchor): number {
  const stop = at + exact.length;
  const before = text.slice(Math.max(0, at - AROUND), at) === prefix;
  const after = text.slice(stop, stop + AROUND) === suffix;
  if (before && after) return 2;
  return (before && prefix.length === AROUND) || (after && suffix.length === AROUND) ? 1 : 0;
}

/** Where the anchor's words stand now; null where that text is gone. Of equals the nearest to where it stood. */
export function locate(article: Text, anchor: Anchor): Span | null {
  const length = Math.max(anchor.end - anchor.start, anchor.exact.length);
  let best: { span: Span; rank: readonly number[] } | null = null;
  for (const { paragraph, text } of passages(article)) {
    for (let at = text.indexOf(anchor.exact); at >= 0; at = text.indexOf(anchor.exact, at + 1)) {
      const agrees = agreement(text, at, anchor);
      if (agrees === 0) continue;
      const far = [Math.abs(paragraph - anchor.paragraph), Math.abs(at - anchor.start)];
      const rank = [-agrees, ...far];
      if (best !== null && !less(rank, best.rank)) continue;
      best = { span: { paragraph, start: at, end: Math.min(at + length, text.length) }, rank };
    }
  }
  return best?.span ?? null;
}

function less(a: readonly number[], b: readonly number[]): boolean {
  const i = a.findIndex((value, k) => value !== b[k]);
  return i >= 0 && (a[i] ?? 0) < (b[i] ?? 0);
}
