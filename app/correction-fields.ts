/** From what a form or a command line says of a finding to a change: only what differs from what is shown. */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Article } from '../core/article.ts';
import { Change, type ChangeKind, correctable, fieldsOf } from '../core/corrections.ts';
import { UsageError } from '../core/errors.ts';
import { told } from '../i18n/text.ts';
import { officesTyped, placeTyped, printedOffice, printedPath } from './typed-findings.ts';

const typed = z
  .string()
  .max(4_000)
  .transform((text) => text.normalize('NFC').trim())
  .optional();

/** Texts as typed. Left out: not corrected; empty: the article does not tell, or as it was. */
export const CorrectionFields = z.strictObject({
  speaker: typed,
  /** One a line. */
  offices: typed,
  official: z.enum(['', 'yes', 'no']).optional(),
  from: typed,
  to: typed,
  /** Name or code of a unit. */
  place: typed,
  everywhere: z.boolean().optional(),
  conferenceKind: typed,
  organiser: typed,
  level: typed,
  status: typed,
});
export type CorrectionFields = z.infer<typeof CorrectionFields>;

export interface CorrectionContext {
  readonly article: Article;
  /** Of the finding in the record's list; −1 where there is none yet. */
  readonly index: number;
  /** Code of the newspaper's province. */
  readonly province: string | null;
}

const orNull = (text: string) => (text === '' ? null : text);

function quoteChange(fields: CorrectionFields, { article, index }: CorrectionContext) {
  const shown = article.quotes[index]?.speaker ?? null;
  const speaker = fields.speaker === undefined ? undefined : orNull(fields.speaker);
  const shownOffices = (shown?.offices ?? []).map(printedOffice).join('\n');
  // Beside the name of somebody whom the article tells of, the offices of who stood there before say nothing.
  const known = article.people.some(({ name }) => name !== null && name === speaker);
  const other = speaker !== undefined && speaker !== (shown?.name ?? null);
  const same = fields.offices === shownOffices;
  const typedOffices =
    fields.offices === undefined || (same && (known || !other))
      ? null
      : officesTyped(fields.offices);
  const official = fields.official ? fields.official === 'yes' : typedOffices?.official;
  return {
    speaker,
    ...(typedOffices === null || (speaker === null && same)
      ? {}
      : { offices: typedOffices.offices }),
    ...(official == null ? {} : { official }),
  };
}

function days({ from, to }: CorrectionFields) {
  for (const text of [from, to])
    if (text && !z.iso.date().safeParse(text).success)
      throw new UsageError(
        'correction-bad-day',
        told('"{text}" không phải là một ngày có thật, dạng YYYY-MM-DD', { text }),
      );
  if (from && to && from > to)
    throw new UsageError(
      'correction-bad-day',
      told('Ngày đầu {from} sau ngày cuối {to}', { from, to }),
    );
  return { from: orNull(from ?? ''), to: orNull(to ?? '') };
}

function placeChange(fields: CorrectionFields, context: CorrectionContext) {
  if (!fields.place) throw new UsageError('correction-unknown-place', told('Chưa ghi nơi nào'));
  return {
    ...placeTyped(fields.place, placeContext(context)),
    everywhere: fields.everywhere ?? false,
  };
}

const placeContext = ({ article, province }: CorrectionContext) => ({
  publishedAt: article.publishedAt,
  province,
});

function conferenceChange(fields: CorrectionFields, context: CorrectionContext) {
  const shown = context.article.conferences[context.index];
  const place = () => {
    if (fields.place === undefined || fields.place === printedPath(shown?.place?.path ?? []))
      return {};
    if (fields.place === '') return { place: null };
    const { code, path } = placeTyped(fields.place, placeContext(context));
    return { place: { code, path } };
  };
  const { from, to } = days(fields);
  const dated = fields.from !== undefined || fields.to !== undefined;
  return {
    ...(fields.conferenceKind ? { conferenceKind: fields.conferenceKind } : {}),
    ...(fields.organiser === undefined ? {} : { organiser: orNull(fields.organiser) }),
    ...(fields.level === undefined ? {} : { level: orNull(fields.level) }),
    ...(dated ? { date: from === null && to === null ? null : { from, to } } : {}),
    ...(fields.status ? { status: fields.status } : {}),
    ...place(),
  };
}

function given(kind: ChangeKind, fields: CorrectionFields, context: CorrectionContext): object {
  switch (kind) {
    case 'quote':
      return quoteChange(fields, context);
    case 'date':
      return days(fields);
    case 'place':
      return placeChange(fields, context);
    case 'conference':
      return conferenceChange(fields, context);
    default:
      return kind satisfies never;
  }
}

/**
 * What differs from what is shown. Days and a unit go together, and with another speaker the offices are his,
 * also where they read as those of the one before.
 */
function differing(kind: ChangeKind, change: object, { article, index }: CorrectionContext) {
  const shown = correctable(article, kind, index);
  const fields = Object.entries(change).filter(([, value]) => value !== undefined);
  const changed = fields.filter(
    ([name, value]) => name !== 'everywhere' && !isDeepStrictEqual(value, shown[name] ?? null),
  );
  const together =
    kind === 'date' || kind === 'place' || changed.some(([name]) => name === 'speaker');
  return Object.fromEntries(together && changed.length > 0 ? fields : changed);
}

/**
 * @throws UsageError `correction-nothing` where it would change nothing, `correction-bad-day`,
 * `correction-bad-field`, `correction-unknown-place`, `correction-unclear-place`
 */
export function changeOf(
  kind: ChangeKind,
  fields: CorrectionFields,
  context: CorrectionContext,
): Change {
  const change = { kind, ...differing(kind, given(kind, fields, context), context) };
  if (fieldsOf(change).length === 0)
    throw new UsageError('correction-nothing', told('Không có gì thay đổi'));
  const parsed = Change.safeParse(change);
  if (parsed.success) return parsed.data;
  throw new UsageError(
    'correction-bad-field',
    told('Nội dung sửa không hợp lệ: {fault}', { fault: z.prettifyError(parsed.error) }),
  );
}
