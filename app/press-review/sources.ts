/** Where the articles of a press review come from. */
import { DiembaoError } from '../../core/errors.ts';
import { told } from '../../i18n/text.ts';
import type { Library } from '../compose.ts';
import type { AskParts } from '../search/ask.ts';
import { openEveryHit } from '../search/every-hit.ts';
import type { Question } from '../search-answer.ts';
import { MAX_ITEMS } from './reviews.ts';

/**
 * Ids of everything that a search finds, in its order.
 * @throws DiembaoError `press-review-too-long` where that is more than a review holds, `question-…`
 */
export async function articlesOfSearch(
  parts: AskParts,
  question: Question,
): Promise<readonly string[]> {
  const found = await openEveryHit(parts, question);
  if (found.total > MAX_ITEMS)
    throw new DiembaoError(
      'press-review-too-long',
      told('Tìm được {n} bài, một bản điểm báo có tối đa {most} tin, bài.', {
        n: found.total,
        most: MAX_ITEMS,
      }),
      { hint: told('Thu hẹp câu hỏi, ví dụ theo ngày hoặc theo báo.') },
    );
  const ids: string[] = [];
  for await (const id of found.ids) ids.push(id);
  return ids;
}

/**
 * Ids of the articles that tell of a conference, the earliest first.
 * @throws DiembaoError `press-review-not-found`
 */
export async function articlesOfConference(
  { archive }: Pick<Library, 'archive'>,
  id: string,
): Promise<readonly string[]> {
  const conference = await archive.conferences.get(id);
  if (conference) return conference.mentions.map(({ articleId }) => articleId);
  throw new DiembaoError(
    'press-review-not-found',
    told('Không có hội nghị {id} trong kho.', { id }),
  );
}
