/** Finding the place that somebody means by words of an article. */
import { type Article, passages, type Span } from '../core/article.ts';
import { type ChangeKind, nearest, standings } from '../core/corrections.ts';
import { UsageError } from '../core/errors.ts';
import { told } from '../i18n/text.ts';

const MOST_SHOWN = 5;

/**
 * Where the words stand. Of several places those count at which something of the kind was read, if any.
 * @param which.paragraph only this one (−1 headline, 0 sapo, n block)
 * @param which.nth of several, counted from 1
 * @throws UsageError `correction-no-words`, `correction-several-places`
 */
export function wordsAt(
  article: Article,
  kind: ChangeKind,
  words: string,
  which: { readonly paragraph?: number | undefined; readonly nth?: number | undefined },
): Span {
  const wanted = words.normalize('NFC').trim();
  const found: Span[] = [];
  for (const { paragraph, text } of wanted === '' ? [] : passages(article)) {
    if (which.paragraph !== undefined && which.paragraph !== paragraph) continue;
    for (let start = text.indexOf(wanted); start >= 0; start = text.indexOf(wanted, start + 1))
      found.push({ paragraph, start, end: start + wanted.length });
  }
  const spans = standings(article, kind);
  const read = found.filter((span) => nearest(spans, span) !== null);
  const places = read.length > 0 ? read : found;
  const [only] = places;
  if (only === undefined)
    throw new UsageError(
      'correction-no-words',
      told('Trong bài không có chữ "{wanted}"', { wanted }),
    );
  if (which.nth === undefined && places.length === 1) return only;
  const chosen = which.nth === undefined ? undefined : places[which.nth - 1];
  if (chosen) return chosen;
  const where = places
    .slice(0, MOST_SHOWN)
    .map(({ paragraph, start }, i) => `${i + 1}: đoạn ${paragraph}, chữ thứ ${start}`);
  throw new UsageError(
    'correction-several-places',
    told('"{wanted}" có ở {n} chỗ: {where}', {
      wanted,
      n: places.length,
      where: where.join('; '),
    }),
    { hint: told('Thêm --nth N hoặc --paragraph N') },
  );
}
