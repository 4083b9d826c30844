/** A periodic review filled from the daily ones of its days: their items as hands left them, field, tone and remark too. */
import { everyItem } from '../../core/every-item.ts';
import { addItems } from '../../press-review/edit.ts';
import type { PressReview } from '../../press-review/review.ts';
import {
  again,
  type OpenedReview,
  openReview,
  type ReviewParts,
  reviewOf,
  saveReview,
} from './reviews.ts';

const A_SLICE = 50;

/** Those whose days all lie within a review's, the earliest first. */
async function dailiesOf(
  { archive }: Pick<ReviewParts, 'archive'>,
  { from, to }: Pick<PressReview, 'from' | 'to'>,
): Promise<readonly PressReview[]> {
  const found: PressReview[] = [];
  for await (const stored of everyItem((cursor) => archive.pressReviews.list(cursor, A_SLICE))) {
    const { review } = reviewOf(stored);
    if (review.form === 'daily' && review.from >= from && review.to <= to) found.push(review);
  }
  return found.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** A section's items go to the section of the same title, else to the one at its place, else to the last. */
function withItemsOf(review: PressReview, daily: PressReview): PressReview {
  return daily.sections.reduce((all, { title, items }, place) => {
    const same = all.sections.findIndex((one) => one.title === title);
    const target = same >= 0 ? same : Math.min(place, all.sections.length - 1);
    return addItems(all, target, items);
  }, review);
}

/**
 * Puts in what is not in it yet; what is stays as it is.
 * @throws what `saveReview` throws
 */
export async function gatherDailies(
  parts: ReviewParts,
  id: string,
  by: string | null,
): Promise<OpenedReview> {
  return again(async () => {
    const current = await openReview(parts, id);
    const dailies = await dailiesOf(parts, current.review);
    const review = dailies.reduce(withItemsOf, current.review);
    return saveReview(parts, current, review, by);
  });
}
