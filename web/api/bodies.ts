/** What the API takes as JSON. */
import { z } from 'zod';
import { CorrectionFields } from '../../app/correction-fields.ts';
import { Span } from '../../core/article.ts';
import { FACETS } from '../../core/search.ts';
import { PressReview } from '../../press-review/review.ts';

const Who = z.string().max(80).optional().describe('Only without accounts: who does it');

export const CorrectionBody = z.strictObject({
  kind: z.enum(['quote', 'date', 'place', 'conference']),
  span: Span,
  fields: CorrectionFields,
  by: Who,
});

/** As `question` of a saved search is answered; what is left out is not asked. */
const SavedQuestionBody = z.strictObject({
  text: z.string().max(4_000).default(''),
  facets: z.partialRecord(z.enum(FACETS), z.array(z.string().max(400)).max(50)).default({}),
  from: z.iso.date().nullable().default(null),
  to: z.iso.date().nullable().default(null),
  undated: z.boolean().default(false),
  exactOnly: z.boolean().default(false),
});

export const SaveSearchBody = z.strictObject({
  name: z.string().max(300),
  question: SavedQuestionBody,
  by: Who,
});

export const ChangeSearchBody = z.strictObject({
  version: z.int().min(1).describe('Of the search that was changed'),
  name: z.string().max(300).optional(),
  question: SavedQuestionBody.optional(),
  by: Who,
});

export const TargetBody = z.strictObject({
  kind: z.enum(['mail', 'webhook']),
  address: z.string().max(2_000),
  digest: z.string().max(10).default('').describe('HH:mm in Vietnam: once a day; empty: at once'),
  by: Who,
});

export const ByBody = z.strictObject({ by: Who });

export const JoinBody = z.strictObject({ other: z.string().max(300), by: Who });

export const PartBody = z.strictObject({
  articles: z.array(z.string().max(100)).min(1).max(1_000),
  by: Who,
});

/** Articles by their ids, or all of the person's that give an office, within days; not both. */
export const PartOfficialBody = z.strictObject({
  articles: PartBody.shape.articles.optional(),
  office: z.string().max(500).default('').describe('As `offices[].title` of the official'),
  from: z.iso.date().or(z.literal('')).default('').describe('First day of publication'),
  to: z.iso.date().or(z.literal('')).default('').describe('Last day of publication'),
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
