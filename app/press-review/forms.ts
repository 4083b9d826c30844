/** The forms in which a press review leaves the house. */

import { buffer } from 'node:stream/consumers';
import type { PressReview } from '../../press-review/review.ts';

export const REVIEW_FORMS = ['docx', 'xlsx', 'html', 'md', 'csv', 'jsonl'] as const;
export type ReviewForm = (typeof REVIEW_FORMS)[number];

export interface PrintedReview {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** "Điểm báo 2023-05-26.docx" */
  readonly fileName: string;
}

const TYPES: Readonly<Record<ReviewForm, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
};

export interface Printing {
  readonly now: Date;
  /** A .docx with placeholders, for the form docx alone; null for the program's own look. */
  readonly template: Uint8Array | null;
}

/** Whoever prints needs only the library of that one form. */
async function bytesOf(
  review: PressReview,
  form: ReviewForm,
  { now, template }: Printing,
): Promise<Uint8Array> {
  switch (form) {
    case 'docx': {
      if (template)
        return (await import('../../press-review/docx/template.ts')).fillTemplate(template, review);
      return (await import('../../press-review/docx/document.ts')).toDocx(review);
    }
    case 'xlsx':
      return (await import('./workbook.ts')).toXlsx(review, now);
    case 'csv':
    case 'jsonl':
      return buffer((await import('./workbook.ts')).reviewTable(review, form, now).bytes);
    case 'html':
      return Buffer.from((await import('../../press-review/html.tsx')).toHtml(review));
    case 'md':
      return Buffer.from((await import('../../press-review/markdown.ts')).toMarkdown(review));
  }
}

/** @throws DiembaoError `template-…` where the template is refused */
export async function printReview(
  review: PressReview,
  form: ReviewForm,
  printing: Printing,
): Promise<PrintedReview> {
  const days = review.from === review.to ? review.from : `${review.from} – ${review.to}`;
  return {
    bytes: await bytesOf(review, form, printing),
    contentType: TYPES[form],
    fileName: `Điểm báo ${days}.${form}`,
  };
}
