/** What the API takes as JSON. */
import { z } from 'zod';
import { CorrectionFields } from '../../app/correction-fields.ts';
import { Span } from '../../core/article.ts';
import { PressReview } from '../../press-review/review.ts';

const Who = z.string().max(80).optional().describe('Only without accounts: who does it');

export const CorrectionBody = z.strictObject({
  kind: z.enum(['quote', 'date', 'place', 'conference']),
  span: Span,
  fields: CorrectionFields,
  by: Who,
});

export const JoinBody = z.strictObject({ other: z.string().max(300), by: Who });

export const PartBody = z.strictObject({
  articles: z.array(z.string().max(100)).min(1).max(1_000),
  by: Who,
});

export const NewReviewBody = z.strictObject({
  form: PressReview.shape.form,
  from: z.iso.date(),
  to: z.iso.date(),
  by: Who,
});

export const SaveReviewBody = z.strictObject({
  version: z.int().min(1),
  review: PressReview,
  by: Who,
});

export const AddArticlesBody = z.strictObject({
  section: z.int().min(0).max(50),
  articles: z.array(z.string().max(100)).min(1).max(500),
  by: Who,
});
