/** Where a hand pointed when it spoke of a mention, so that it is found again in every reading of the article. */
import { z } from 'zod';
import type { Article } from '../core/article.ts';
import { Anchor, anchorAt, locate, nearest, standings } from '../core/corrections.ts';

const Mark = z.strictObject({
  /** The words that told of the conference; null where the record names none. */
  anchor: Anchor.nullable(),
  name: z.string(),
});

/** @param position in `article.conferences` */
export function markOf(article: Article, position: number): string {
  const conference = article.conferences[position];
  const [first] = conference?.evidence ?? [];
  return JSON.stringify({
    anchor: first === undefined ? null : anchorAt(article, first),
    name: conference?.name ?? '',
  } satisfies z.infer<typeof Mark>);
}

/**
 * The mention that a mark means now: the one at its words, else the only one of its name, else the only one;
 * null where it is gone.
 */
export function markedPosition(article: Article, mark: string): number | null {
  const { anchor, name } = Mark.parse(JSON.parse(mark));
  const span = anchor === null ? null : locate(article, anchor);
  const found = span === null ? null : nearest(standings(article, 'conference'), span);
  if (found !== null) return found.index;
  const named = article.conferences.flatMap((one, i) => (one.name === name ? [i] : []));
  if (named.length === 1) return named[0] ?? null;
  return article.conferences.length === 1 ? 0 : null;
}
