/** Correcting an article by hand: the one way for page and command line. */
import type { Article, Span } from '../core/article.ts';
import { textAt } from '../core/article.ts';
import {
  anchorAt,
  type ChangeKind,
  nearest,
  type StoredCorrection,
  standings,
  Who,
} from '../core/corrections.ts';
import { DiembaoError, UsageError } from '../core/errors.ts';
import { sha256 } from '../core/ids.ts';
import { told } from '../i18n/text.ts';
import type { Works } from './compose.ts';
import { type CorrectionFields, changeOf } from './correction-fields.ts';

type Parts = Pick<Works, 'archive' | 'clock' | 'queue' | 'newspapers'>;

export interface CorrectionTarget {
  readonly kind: ChangeKind;
  readonly span: Span;
  /** `textMark` of the paragraph when the reader saw it; left out: not compared. */
  readonly mark?: string;
}

/** Tells whether a paragraph is still what somebody saw. */
export function textMark(article: Article, paragraph: number): string {
  const whole = { paragraph, start: 0, end: Number.POSITIVE_INFINITY };
  return sha256(textAt(article, whole)).slice(0, 16);
}

/** @throws UsageError `correction-no-name` */
function named(by: string | null): string {
  const parsed = Who.safeParse(by ?? '');
  if (parsed.success) return parsed.data;
  throw new UsageError('correction-no-name', told('Ghi tên người sửa, tối đa 80 chữ'), {
    hint: told('--by TÊN'),
  });
}

const unknown = (what: string) =>
  new DiembaoError('correction-not-found', told('{what} không có trong kho', { what }));

async function indexAgain({ archive, queue }: Parts, id: string): Promise<void> {
  const stored = await archive.articles.get(id);
  if (stored)
    await queue.add([{ name: 'index', payload: { article: id, revision: stored.revision } }]);
}

/**
 * Stores a correction of the finding at `target`, or of the words themselves where nothing was found there,
 * and has the article indexed again.
 * @throws UsageError as `changeOf` does; `correction-no-name`, `correction-no-words`
 * @throws DiembaoError `correction-not-found`, `correction-text-changed`
 */
export async function correct(
  parts: Parts,
  articleId: string,
  { kind, span, mark }: CorrectionTarget,
  fields: CorrectionFields,
  by: string | null,
): Promise<StoredCorrection> {
  const { archive, clock, newspapers } = parts;
  const who = named(by);
  const stored = await archive.articles.get(articleId);
  if (!stored) throw unknown(articleId);
  const { article } = stored;
  if (mark !== undefined && mark !== textMark(article, span.paragraph))
    throw new DiembaoError(
      'correction-text-changed',
      told('Đoạn này đã được đọc lại trong lúc sửa; chưa ghi gì'),
      { hint: told('Mở lại bài rồi sửa lại.') },
    );
  const found = nearest(standings(article, kind), span);
  const anchor = anchorAt(article, found?.span ?? span);
  if (anchor === null) throw new UsageError('correction-no-words', told('Chỗ đó không có chữ nào'));
  const paper = newspapers.find(({ id }) => id === article.newspaper);
  const context = { article, index: found?.index ?? -1, province: paper?.province ?? null };
  const change = changeOf(kind, fields, context);
  const at = clock.now().toISOString();
  const correction = await archive.corrections.put(articleId, { anchor, change }, who, at);
  await indexAgain(parts, articleId);
  return correction;
}

/**
 * Takes a correction of an article back; it stays listed.
 * @throws UsageError `correction-no-name`
 * @throws DiembaoError `correction-not-found`
 */
export async function takeBack(
  parts: Parts,
  articleId: string,
  id: number,
  by: string | null,
): Promise<StoredCorrection> {
  const who = named(by);
  const known = await parts.archive.corrections.list(articleId);
  const at = parts.clock.now().toISOString();
  const taken = known.some((one) => one.id === id)
    ? await parts.archive.corrections.withdraw(id, who, at)
    : null;
  if (taken === null) throw unknown(`${articleId} #${id}`);
  await indexAgain(parts, articleId);
  return taken;
}
