/** Press reviews in the archive: made, filled from articles, conferences and searches, saved. The one way for page and command line. */
import type { z } from 'zod';
import type { StoredPressReview } from '../../archive/port.ts';
import { Who } from '../../core/corrections.ts';
import { codeOf, DiembaoError, UsageError } from '../../core/errors.ts';
import { told } from '../../i18n/text.ts';
import { addItems, allItems } from '../../press-review/edit.ts';
import { newReview, PressReview } from '../../press-review/review.ts';
import type { Library } from '../compose.ts';
import { itemOf } from './items.ts';

export type ReviewParts = Pick<Library, 'archive' | 'clock' | 'newspapers'>;

export interface OpenedReview extends Omit<StoredPressReview, 'review'> {
  readonly review: PressReview;
}

/** So many items at most in one review. */
export const MAX_ITEMS = 500;

/** A stored review with its content told apart. */
export const reviewOf = (stored: StoredPressReview): OpenedReview => ({
  ...stored,
  review: PressReview.parse(stored.review),
});

/** @throws UsageError `press-review-no-name` */
function named(by: string | null): string {
  const parsed = Who.safeParse(by ?? '');
  if (parsed.success) return parsed.data;
  throw new UsageError('press-review-no-name', told('Ghi tên người làm, tối đa 80 chữ'), {
    hint: told('--by TÊN'),
  });
}

/** @throws DiembaoError `press-review-not-found` */
export async function openReview(
  { archive }: Pick<ReviewParts, 'archive'>,
  id: string,
): Promise<OpenedReview> {
  const stored = await archive.pressReviews.get(id);
  if (stored) return reviewOf(stored);
  throw new DiembaoError('press-review-not-found', told('Không có bản điểm báo {id}', { id }));
}

/** @throws UsageError `press-review-wrong` with the first fault's place */
function checked(review: unknown): PressReview {
  const parsed = PressReview.safeParse(review);
  if (parsed.success) {
    if (allItems(parsed.data).length <= MAX_ITEMS) return parsed.data;
    throw new UsageError(
      'press-review-too-long',
      told('Bản điểm báo có tối đa {n} tin, bài', { n: MAX_ITEMS }),
    );
  }
  throw new UsageError('press-review-wrong', faultWords(parsed.error.issues[0]));
}

const DAYS: readonly unknown[] = ['from', 'to', 'issuedOn', 'deadline'];

/** What people get wrong is said in their words; what only programs send is named by its place. */
function faultWords(fault: z.core.$ZodIssue | undefined): string {
  const field = fault?.path.at(-1);
  if (field === 'to' && fault?.code === 'custom') return told('Ngày đầu sau ngày cuối');
  if (DAYS.includes(field) && fault?.code === 'invalid_format')
    return told('Có ngày không có trong lịch hoặc chưa ghi đủ ngày, tháng, năm');
  return told('Bản điểm báo chưa đúng ở {path}: {message}', {
    path: fault?.path.join('.') || '-',
    message: fault?.message ?? '',
  });
}

/**
 * A new review with the letterhead, recipients, signature and sections of the one of its form that was saved last.
 * @throws UsageError `press-review-no-name`, `press-review-wrong`
 */
export async function createReview(
  { archive, clock }: ReviewParts,
  form: PressReview['form'],
  days: { readonly from: string; readonly to: string; readonly issuedOn: string },
  by: string | null,
): Promise<OpenedReview> {
  const { items } = await archive.pressReviews.list(null, 20);
  const model = items
    .map(({ review }) => PressReview.parse(review))
    .find((one) => one.form === form);
  const review: PressReview = model
    ? { ...model, ...days, sections: model.sections.map((section) => ({ ...section, items: [] })) }
    : newReview(form, days);
  return reviewOf(
    await archive.pressReviews.create(checked(review), named(by), clock.now().toISOString()),
  );
}

/**
 * @param version the one that was changed
 * @throws DiembaoError `press-review-not-found`, `press-review-changed` (somebody else saved in between);
 * UsageError `press-review-no-name`, `press-review-wrong`, `press-review-too-long`
 */
export async function saveReview(
  { archive, clock }: ReviewParts,
  { id, version }: Pick<OpenedReview, 'id' | 'version'>,
  review: unknown,
  by: string | null,
): Promise<OpenedReview> {
  const stored = await archive.pressReviews.save(
    id,
    version,
    checked(review),
    named(by),
    clock.now().toISOString(),
  );
  if (stored) return reviewOf(stored);
  return openReview({ archive }, id);
}

/**
 * Takes it from the list; its versions are kept.
 * @throws DiembaoError `press-review-not-found`; UsageError `press-review-no-name`
 */
export async function removeReview(
  { archive, clock }: Pick<ReviewParts, 'archive' | 'clock'>,
  id: string,
  by: string | null,
): Promise<void> {
  const who = named(by);
  await openReview({ archive }, id);
  await archive.pressReviews.remove(id, who, clock.now().toISOString());
}

/**
 * Puts articles at the end of a section (the first one is 0). A reprint stands as a name behind its original:
 * where the original is in the archive it is taken instead. What the review holds already is left alone.
 * @throws what `openReview` and `saveReview` throw
 */
export async function addArticles(
  parts: ReviewParts,
  id: string,
  section: number,
  articles: readonly string[],
  by: string | null,
): Promise<OpenedReview & { readonly added: number }> {
  return again(() => added(parts, id, section, articles, by));
}

const ATTEMPTS = 5;

/** What only adds or was merged is done anew where somebody saved in between: it reads the newest itself. */
export async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let left = ATTEMPTS - 1; ; left--) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || codeOf(error) !== 'press-review-changed') throw error;
    }
  }
}

async function added(
  parts: ReviewParts,
  id: string,
  section: number,
  articles: readonly string[],
  by: string | null,
): Promise<OpenedReview & { readonly added: number }> {
  const { archive, newspapers } = parts;
  const current = await openReview(parts, id);
  if (!current.review.sections[section])
    throw new UsageError(
      'press-review-no-section',
      told('Bản điểm báo này có {n} mục', { n: current.review.sections.length }),
    );
  const found = await archive.articles.getMany(articles);
  const originals = await archive.articles.getMany(
    found.flatMap(({ original }) => (original ? [original] : [])),
  );
  const byId = new Map([...found, ...originals].map((one) => [one.article.id, one]));
  const wanted = new Set(
    articles.flatMap((one) => {
      const stored = byId.get(one);
      if (!stored) return [];
      return [stored.original && byId.has(stored.original) ? stored.original : one];
    }),
  );
  const newspaperName = (paper: string) =>
    newspapers.find((one) => one.id === paper)?.name ?? paper;
  const items = [];
  for (const one of wanted) {
    const stored = byId.get(one);
    if (!stored) continue;
    items.push(itemOf({ stored, reprints: await archive.articles.reprints(one), newspaperName }));
  }
  const review = addItems(current.review, section, items);
  const count = allItems(review).length - allItems(current.review).length;
  if (count === 0) return { ...current, added: count };
  return { ...(await saveReview(parts, current, review, by)), added: count };
}

/** What became of an item's article since it was put in. */
export interface ItemState {
  /** Since when its newspaper no longer shows it. */
  readonly withdrawnAt: string | null;
  /** Its newest form. */
  readonly revision: number;
}

/** By article, of those that the archive has. */
export async function statesOf(
  { archive }: Pick<ReviewParts, 'archive'>,
  review: PressReview,
): Promise<ReadonlyMap<string, ItemState>> {
  const ids = allItems(review).flatMap(({ article }) => article ?? []);
  const stored = await archive.articles.getMany(ids);
  return new Map(
    stored.map(({ article, withdrawnAt, revision }) => [article.id, { withdrawnAt, revision }]),
  );
}
