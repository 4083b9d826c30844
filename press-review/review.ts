/**
 * A press review (điểm báo): what an office reports on the press, of one day or of a week, month or quarter.
 * Everything in it was chosen or written by a person; the program only fills in what the articles say.
 */
import { z } from 'zod';

const day = z.iso.date();
/** One line of text. */
const line = z.string().trim().max(500);
/** Paragraphs, parted by line ends. */
const prose = z.string().trim().max(50_000);

/** How an item speaks of its subject; set by hand, never by the program. */
export const Tone = z.enum(['positive', 'neutral', 'negative']);
export type Tone = z.infer<typeof Tone>;

/** What of an item is printed: its summary, its quotations in full, or both. */
export const Shown = z.enum(['both', 'summary', 'quotes']);
export type Shown = z.infer<typeof Shown>;

export const QuotedWords = z.strictObject({
  /** Without the marks around it. */
  words: prose,
  /** Name and office as they shall be printed; null where nobody is named. */
  speaker: line.nullable(),
});

export const Item = z.strictObject({
  /** Unique within the review. */
  id: z.string().min(1).max(40),
  /** The archive's article; null for an item written by hand. */
  article: z.string().max(100).nullable(),
  headline: line.min(1),
  /** Printed name of the newspaper. */
  newspaper: line,
  publishedOn: day.nullable(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .nullable(),
  /** Newspapers that reprinted it. */
  reprintedBy: z.array(line).max(100),
  summary: prose,
  quotes: z.array(QuotedWords).max(100),
  /** What the office remarks on it. */
  remark: prose,
  /** Words of the article's own text and its pictures; null where not known. */
  words: z.int().min(0).nullable(),
  pictures: z.int().min(0).nullable(),
  /** Of the article when it was put in; null where not known. */
  revision: z.int().min(1).nullable().default(null),
  /** null: as the whole review says. */
  shown: Shown.nullable().default(null),
  /** Lĩnh vực: "Nông nghiệp", "Giáo dục" … */
  field: line.nullable(),
  tone: Tone.nullable(),
  /** A matter that somebody has to look into. */
  followUp: z.strictObject({ body: line, deadline: day.nullable(), result: prose }).nullable(),
});
export type Item = z.infer<typeof Item>;

export const Section = z.strictObject({
  /** Unique within the review. */
  id: z.string().min(1).max(40),
  title: line.min(1),
  /** Items of one field stand together under its name. */
  byField: z.boolean().default(false),
  items: z.array(Item).max(500),
});
export type Section = z.infer<typeof Section>;

/** Head of the first page: `state` by Nghị định 30/2020/NĐ-CP, `party` by Hướng dẫn 36-HD/VPTW (2018). */
export const Letterhead = z.strictObject({
  form: z.enum(['state', 'party', 'none']),
  /** The agency above; empty for none. */
  parentAgency: line,
  agency: line,
  /** "Số: …/BC-VP"; empty for none. */
  number: line,
  /** Stands before the date: "Hà Tĩnh". */
  place: line,
});
export type Letterhead = z.infer<typeof Letterhead>;

const distinct = (ids: readonly string[]) => new Set(ids).size === ids.length;

export const PressReview = z
  .strictObject({
    /** `daily`: two to six pages; `periodic`: cover, contents, summary table, shares of tone, matters to check. */
    form: z.enum(['daily', 'periodic']),
    title: line.min(1),
    /** First and last day that it covers. */
    from: day,
    to: day,
    issuedOn: day,
    letterhead: Letterhead,
    shown: Shown.default('both'),
    sections: z.array(Section).max(50),
    /** Nơi nhận, one a line; [] for none. */
    recipients: z.array(line.min(1)).max(50),
    signature: z.strictObject({ capacity: line, name: line }).nullable(),
  })
  .refine(({ from, to }) => from <= to, {
    message: 'the last day is before the first',
    path: ['to'],
  })
  .refine(
    ({ sections }) =>
      distinct(sections.map(({ id }) => id)) &&
      distinct(sections.flatMap(({ items }) => items.map(({ id }) => id))),
    { message: 'two sections or two items have the same id', path: ['sections'] },
  );
export type PressReview = z.infer<typeof PressReview>;

/** The sections that a press office of a province begins with. */
export const DEFAULT_SECTIONS: readonly Pick<Section, 'title' | 'byField'>[] = [
  { title: 'Tin trung ương liên quan đến tỉnh', byField: false },
  { title: 'Tin trong tỉnh', byField: true },
  { title: 'Vấn đề báo chí phản ánh cần kiểm tra', byField: false },
];

/** A new review without items. */
export function newReview(
  form: PressReview['form'],
  days: { readonly from: string; readonly to: string; readonly issuedOn: string },
): PressReview {
  return {
    form,
    title: 'ĐIỂM BÁO',
    ...days,
    letterhead: { form: 'none', parentAgency: '', agency: '', number: '', place: '' },
    shown: 'both',
    sections: DEFAULT_SECTIONS.map((one, i) => ({ id: `muc-${i + 1}`, ...one, items: [] })),
    recipients: [],
    signature: null,
  };
}
