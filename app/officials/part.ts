/** Parting namesakes whom the register took for one: what articles tell of them in one office, or in one time. */

import type { IdentityAct } from '../../archive/port.ts';
import { DiembaoError } from '../../core/errors.ts';
import { everyItem } from '../../core/every-item.ts';
import { told } from '../../i18n/text.ts';
import type { Library } from '../compose.ts';
import { partThing } from '../identity.ts';
import { officialFilter } from './question.ts';

/** Which of the person's articles are meant: those of all that are given. */
export interface OfficialGroup {
  /** As the page prints it; '': any. */
  readonly office: string;
  /** Days of publication, YYYY-MM-DD; '': open. */
  readonly from: string;
  readonly to: string;
}

/** A hand speaks of each article by itself: more are parted in several steps of time. */
export const MOST_PARTED = 1_000;
const SLICE = 500;

const checkedDay = (day: string) =>
  day === '' ? null : (officialFilter({ ...NOTHING, at: day }).at ?? null);
const NOTHING = { name: '', office: '', at: '', place: '', today: '' };

/**
 * Says by hand that the articles of the group tell of another person of that name. What is published later under the
 * same name and seat joins those that stayed.
 * @throws as `partThing`; DiembaoError `question-bad-parameter` for no day, `official-too-many` for over 1,000 articles
 */
export async function partOfficial(
  parts: Pick<Library, 'archive' | 'clock'>,
  id: string,
  { office, from, to }: OfficialGroup,
  by: string | null,
): Promise<{ readonly act: IdentityAct; readonly id: string }> {
  const [first, last] = [checkedDay(from), checkedDay(to)];
  const which = {
    ...(office === '' ? {} : { office }),
    ...(first === null ? {} : { from: first }),
    ...(last === null ? {} : { to: last }),
  };
  const ids: string[] = [];
  const articles = everyItem((cursor) =>
    parts.archive.officials.articles(id, which, cursor, SLICE),
  );
  // Without an office and a time nothing was chosen.
  for await (const { articleId } of Object.keys(which).length > 0 ? articles : []) {
    ids.push(articleId);
    if (ids.length > MOST_PARTED)
      throw new DiembaoError(
        'official-too-many',
        told('Quá {n} bài: hãy tách từng khoảng thời gian ngắn hơn', { n: MOST_PARTED }),
      );
  }
  return partThing(parts, 'official', id, ids, by);
}
