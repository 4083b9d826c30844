/** Correcting an article by hand: the one way for page and command line. */
import type { StoredArticle } from '../archive/port.ts';
import type { Article, Span } from '../core/article.ts';
import { textAt } from '../core/article.ts';
import { vietnamTime } from '../core/clock.ts';
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
import { minute } from '../i18n/format.ts';
import { told } from '../i18n/text.ts';
import type { Works } from './compose.ts';
import { type CorrectionFields, changeOf } from './correction-fields.ts';

type Parts = Pick<Works, 'archive' | 'clock' | 'queue' | 'newspapers'>;

export interface CorrectionTarget {
  readonly kind: ChangeKind;
  readonly span: Span;
  /** `seenMark` of when the reader saw it; left out: not compared. */
  readonly mark?: string;
}

type Seen = Pick<StoredArticle, 'article' | 'corrections'>;

function textMark(article: Article, paragraph: number): string {
  const whole = { paragraph, start: 0, end: Number.POSITIVE_INFINITY };
  return sha256(textAt(article, whole)).slice(0, 16);
}

/** The last correction that is in effect at a finding. */
function lastAt({ article, corrections }: Seen, kind: ChangeKind, span: Span) {
  const found = nearest(standings(article, kind), span);
  if (found === null) return undefined;
  return corrections.findLast(
    ({ change, finding }) => change.kind === kind && finding === found.index,
  );
}

/** Tells whether a paragraph, and what was found at `span`, are still what somebody saw. */
export function seenMark(seen: Seen, kind: ChangeKind, span: Span): string {
  return `${textMark(seen.article, span.paragraph)}.${lastAt(seen, kind, span)?.id ?? 0}`;
}

/** @throws DiembaoError `correction-text-changed`, `correction-changed` */
function checkSeen(now: Seen, { kind, span, mark }: CorrectionTarget): void {
  if (mark === undefined || mark === seenMark(now, kind, span)) return;
  const hint = told('Mở lại bài rồi sửa lại.');
  if (mark.split('.')[0] !== textMark(now.article, span.paragraph))
    throw new DiembaoError(
      'correction-text-changed',
      told('Đoạn này đã được đọc lại trong lúc sửa; chưa ghi gì'),
      { hint },
    );
  const last = lastAt(now, kind, span);
  throw new DiembaoError(
    'correction-changed',
    last === undefined
      ? told('Lần sửa trước ở chỗ này vừa được bỏ; chưa ghi gì của lần sửa này')
      : told('{name} vừa sửa chỗ này lúc {moment}; chưa ghi gì của lần sửa này', {
          name: last.by,
          moment: minute(vietnamTime(new Date(last.at))),
        }),
    { hint },
  );
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
 * @throws DiembaoError `correction-not-found`, `correction-text-changed`, `correction-changed` (somebody else corrected it
 * in between)
 */
export async function correct(
  parts: Parts,
  articleId: string,
  target: CorrectionTarget,
  fields: CorrectionFields,
  by: string | null,
): Promise<StoredCorrection> {
  const { archive, clock, newspapers } = parts;
  const { kind, span } = target;
  const who = named(by);
  const stored = await archive.articles.get(articleId);
  if (!stored) throw unknown(articleId);
  const { article } = stored;
  const found = nearest(standings(article, kind), span);
  const anchor = anchorAt(article, found?.span ?? span);
  if (anchor === null) throw new UsageError('correction-no-words', told('Chỗ đó không có chữ nào'));
  const paper = newspapers.find(({ id }) => id === article.newspaper);
  const context = { article, index: found?.index ?? -1, province: paper?.province ?? null };
  // The form sent twice has nothing left to change: that is no conflict.
  const change = changeOf(kind, fields, context);
  checkSeen(stored, target);
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
