/** A press review on its way out: as a file, and the one to print in the browser. */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Library } from '../../app/compose.ts';
import { contentDisposition } from '../../app/export/file-name.ts';
import {
  type PrintedReview,
  printReview,
  REVIEW_FORMS,
  type ReviewForm,
} from '../../app/press-review/forms.ts';
import { openReview } from '../../app/press-review/reviews.ts';
import { PRINT_STYLE } from '../../press-review/html.tsx';
import { fold } from '../../vietnamese/index.ts';

export const isReviewForm = (text: string): text is ReviewForm =>
  REVIEW_FORMS.some((one) => one === text);

export function download(
  context: Context,
  { bytes, contentType, fileName }: PrintedReview,
): Response {
  return context.body(Uint8Array.from(bytes), 200, {
    'content-type': contentType,
    'content-disposition': contentDisposition(fileName, fold(fileName)),
  });
}

const PRINT_STYLE_HASH = createHash('sha256').update(PRINT_STYLE).digest('base64');

/** The page to print opens in the browser; it may have its own style and nothing else. */
function shown(context: Context, { bytes }: PrintedReview): Response {
  context.header(
    'Content-Security-Policy',
    `default-src 'none'; style-src 'sha256-${PRINT_STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  );
  return context.body(Uint8Array.from(bytes), 200, { 'content-type': 'text/html; charset=utf-8' });
}

/** @throws DiembaoError `press-review-not-found` where there is none under this id */
export async function sendReview(
  context: Context,
  parts: Pick<Library, 'archive' | 'clock'>,
  id: string,
  form: ReviewForm,
): Promise<Response> {
  const { review } = await openReview(parts, id);
  const printed = await printReview(review, form, { now: parts.clock.now(), template: null });
  return form === 'html' ? shown(context, printed) : download(context, printed);
}
