/** The forms of corrections: their fields' names in Vietnamese, and a form that was sent as what is to be corrected. */
import { z } from 'zod';
import type { CorrectionTarget } from '../app/correct.ts';
import { CorrectionFields } from '../app/correction-fields.ts';
import type { Span } from '../core/article.ts';
import { UsageError } from '../core/errors.ts';
import { told } from '../i18n/text.ts';

export const FIELDS = {
  speaker: 'nguoi-noi',
  offices: 'chuc-vu',
  official: 'cong-quyen',
  from: 'tu',
  to: 'den',
  place: 'noi',
  everywhere: 'moi-cho',
  conferenceKind: 'loai-hoi-nghi',
  organiser: 'don-vi',
  level: 'cap',
  status: 'tinh-hinh',
} as const satisfies Record<keyof CorrectionFields, string>;

/** What stands in every form besides. */
export const KIND = 'sua';
export const SPAN = 'cho';
export const MARK = 'doan';
export const WHO = 'nguoi-sua';

/** "3:10:24": paragraph, start, end. */
export function writtenSpan({ paragraph, start, end }: Span): string {
  return `${paragraph}:${start}:${end}`;
}

const Sent = z.object({
  [KIND]: z.enum(['quote', 'date', 'place', 'conference']),
  [SPAN]: z
    .string()
    .regex(/^(-1|\d{1,6}):\d{1,8}:\d{1,8}$/)
    .transform((text): Span => {
      const [paragraph = 0, start = 0, end = 0] = text.split(':').map(Number);
      return { paragraph, start, end };
    }),
  [MARK]: z.string(),
  [WHO]: z.string().optional(),
  [FIELDS.speaker]: z.string().optional(),
  // Browsers send line breaks as CR LF.
  [FIELDS.offices]: z
    .string()
    .transform((text) => text.replace(/\r\n?/g, '\n'))
    .optional(),
  [FIELDS.official]: z.enum(['', 'yes', 'no']).optional(),
  [FIELDS.from]: z.string().optional(),
  [FIELDS.to]: z.string().optional(),
  [FIELDS.place]: z.string().optional(),
  [FIELDS.everywhere]: z.literal('1').optional(),
  [FIELDS.conferenceKind]: z.string().optional(),
  [FIELDS.organiser]: z.string().optional(),
  [FIELDS.level]: z.string().optional(),
  [FIELDS.status]: z.string().optional(),
});

/** @throws UsageError `correction-bad-form` */
export function sentCorrection(body: unknown): {
  readonly target: CorrectionTarget;
  readonly fields: CorrectionFields;
  /** Typed where there are no accounts. */
  readonly by: string | undefined;
} {
  const refused = () =>
    new UsageError('correction-bad-form', told('Biểu mẫu sửa gửi lên không đầy đủ hoặc quá dài.'), {
      hint: told('Mở lại bài rồi sửa lại.'),
    });
  const sent = Sent.safeParse(body);
  if (!sent.success) throw refused();
  const { [KIND]: kind, [SPAN]: span, [MARK]: mark, [WHO]: by, ...rest } = sent.data;
  const values: Readonly<Record<string, string | undefined>> = rest;
  const named = Object.entries(FIELDS).flatMap(([field, name]) => {
    const value = values[name];
    return value === undefined ? [] : [[field, field === 'everywhere' ? true : value]];
  });
  const fields = CorrectionFields.safeParse(Object.fromEntries(named));
  if (!fields.success) throw refused();
  return { target: { kind, span, mark }, fields: fields.data, by };
}
