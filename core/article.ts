/**
 * The record: what the program reads out of one article. Its names, shapes and meanings are described
 * in docs/record.md; this file is their one definition in code.
 *
 * Absent is `null`, an empty list is `[]`; no key is ever left out. Offsets are UTF-16 units of the
 * NFC text, end exclusive. `paragraph` -1 is the headline, 0 the sapo, n >= 1 is `blocks[n - 1]`.
 */
import { z } from 'zod';

/** Version of the record's form. Raise it when a stored record can no longer be read as a new one. */
export const SCHEMA_VERSION = 1;

/** `YYYY-MM-DDTHH:mm:ss+07:00` */
const moment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

export const Span = z.strictObject({
  paragraph: z.int().min(-1),
  start: z.int().min(0),
  end: z.int().min(0),
});
export type Span = z.infer<typeof Span>;

export const Block = z.strictObject({
  type: z.enum(['paragraph', 'heading', 'caption']),
  text: z.string(),
});
export type Block = z.infer<typeof Block>;

export const Caption = z.strictObject({
  /** Without its credit; equals the text of its block. */
  text: z.string(),
  /** The name without "Ảnh:". */
  credit: z.string().nullable(),
  /** Absolute URL without a resize prefix. */
  image: z.string().nullable(),
  /** Index into `blocks`. */
  block: z.int().min(0),
});
export type Caption = z.infer<typeof Caption>;

export const Office = z.strictObject({
  /** As printed, with its organisation and place. */
  title: z.string(),
  former: z.boolean(),
  organisation: z.string().nullable(),
  place: z.string().nullable(),
});
export type Office = z.infer<typeof Office>;

const personShape = {
  name: z.string().nullable(),
  /** The noun phrase that stands at that place: "ông Hải", "bà này". */
  mention: z.string().nullable(),
  honorific: z.string().nullable(),
  /** Military or police rank (quân hàm). */
  rank: z.string().nullable(),
  /** Academic degree (học hàm, học vị). */
  degree: z.string().nullable(),
  offices: z.array(Office),
  /** Holds public office at the time, and the article prints it. */
  official: z.boolean(),
};

export const Speaker = z.strictObject(personShape);
export type Speaker = z.infer<typeof Speaker>;

export const Quote = z.strictObject({
  /** The words inside the marks; paragraphs joined by "\n", interrupted spans by one space. */
  text: z.string(),
  spans: z.array(Span),
  speaker: Speaker.nullable(),
  verb: z.string().nullable(),
  direct: z.boolean(),
  /** Stands in quotation marks. */
  marked: z.boolean(),
});
export type Quote = z.infer<typeof Quote>;

export const DateMention = z.strictObject({
  ...Span.shape,
  text: z.string(),
  /** Extended Date/Time Format, day precision at most; null for a date that recurs every year or week. */
  edtf: z.string().nullable(),
  /** First and last day; null = open or recurring. */
  from: day.nullable(),
  to: day.nullable(),
  /** "07:30" */
  time: z.string().nullable(),
  approximate: z.boolean(),
  recurring: z.boolean(),
  birth: z.boolean(),
});
export type DateMention = z.infer<typeof DateMention>;

/** [province, district, commune], names with their type word; null where unknown or not existing. */
export const PlacePath = z.tuple([
  z.string().nullable(),
  z.string().nullable(),
  z.string().nullable(),
]);
export type PlacePath = z.infer<typeof PlacePath>;

export const PlaceCandidate = z.strictObject({ code: z.string().nullable(), path: PlacePath });
export type PlaceCandidate = z.infer<typeof PlaceCandidate>;

export const PlaceMention = z.strictObject({
  ...Span.shape,
  text: z.string(),
  level: z.enum(['province', 'district', 'commune']),
  /** The statistics office's code with its leading zeros, of the deepest known part. */
  code: z.string().nullable(),
  path: PlacePath,
  /** The units that hold this land today. */
  today: z.array(
    z.strictObject({ code: z.string().nullable(), path: PlacePath, partial: z.boolean() }),
  ),
  /** Filled where the name could not be settled. */
  candidates: z.array(PlaceCandidate),
});
export type PlaceMention = z.infer<typeof PlaceMention>;

export const PersonRole = z.enum(['chairs', 'attends', 'speaks', 'presents', 'other']);
export type PersonRole = z.infer<typeof PersonRole>;

export const Person = z.strictObject({
  ...personShape,
  roles: z.array(PersonRole),
  evidence: z.array(Span),
});
export type Person = z.infer<typeof Person>;

export const ConferenceKind = z.enum([
  'so-ket',
  'tong-ket',
  'dai-hoi',
  'ky-hop',
  'hoi-nghi',
  'hoi-thi',
  'le',
]);
export type ConferenceKind = z.infer<typeof ConferenceKind>;
export const ConferenceLevel = z.enum(['co-so', 'huyen', 'tinh', 'trung-uong']);
export type ConferenceLevel = z.infer<typeof ConferenceLevel>;

export const Conference = z.strictObject({
  /** The words that name it best, as printed. */
  name: z.string(),
  kind: ConferenceKind,
  /** What the review is about: "giữa nhiệm kỳ", "6 tháng đầu năm". */
  occasion: z.string().nullable(),
  /** The body that holds it, as printed. */
  organiser: z.string().nullable(),
  level: ConferenceLevel.nullable(),
  /** Years. */
  term: z.strictObject({ from: z.int(), to: z.int() }).nullable(),
  date: z.strictObject({ from: day.nullable(), to: day.nullable() }).nullable(),
  place: z.strictObject({ code: z.string().nullable(), path: PlacePath }).nullable(),
  chairs: z.array(z.string()),
  speakers: z.array(z.string()),
  status: z.enum(['held', 'planned']),
  /** The article is chiefly about it. */
  main: z.boolean(),
  evidence: z.array(Span),
});
export type Conference = z.infer<typeof Conference>;

export const Stamps = z.strictObject({
  schema: z.int(),
  parser: z.string(),
  /** Hash of the newspaper's spec; null for text that came without a page. */
  spec: z.string().nullable(),
  vietnamese: z.string(),
  /** Field -> the rule that gave it ("css:h1.cms-title"). */
  sources: z.record(z.string(), z.string()),
  /** Field -> why it is null. */
  missing: z.record(z.string(), z.string()),
});
export type Stamps = z.infer<typeof Stamps>;

export const Article = z.strictObject({
  id: z.string(),
  externalId: z.string().nullable(),
  url: z.string().nullable(),
  /** Id of the newspaper's spec. */
  newspaper: z.string().nullable(),
  section: z.string().nullable(),
  headline: z.string().nullable(),
  sapo: z.string().nullable(),
  authors: z.array(z.string()),
  tags: z.array(z.string()),
  language: z.string().nullable(),
  publishedAt: moment.nullable(),
  updatedAt: moment.nullable(),
  publishedPrecision: z.enum(['minute', 'day', 'month']).nullable(),
  blocks: z.array(Block),
  captions: z.array(Caption),
  quotes: z.array(Quote),
  dates: z.array(DateMention),
  places: z.array(PlaceMention),
  mainPlaces: z.array(PlacePath),
  people: z.array(Person),
  conferences: z.array(Conference),
  stamps: Stamps,
});
export type Article = z.infer<typeof Article>;

/** In `stamps.sources.layout`: read without any layout of the newspaper's, so less surely. */
export const GENERIC = 'generic';

export function isReadGenerically({ stamps }: Pick<Article, 'stamps'>): boolean {
  return stamps.sources.layout === GENERIC;
}

/** One stretch of an article's text with its paragraph number (-1 headline, 0 sapo, n = blocks[n - 1]). */
export interface Passage {
  readonly paragraph: number;
  readonly type: 'headline' | 'sapo' | Block['type'];
  readonly text: string;
}

/** All texts of an article in reading order, those that are absent left out. */
export function passages(
  article: Pick<Article, 'headline' | 'sapo' | 'blocks'>,
): readonly Passage[] {
  const head: Passage[] = [];
  if (article.headline) head.push({ paragraph: -1, type: 'headline', text: article.headline });
  if (article.sapo) head.push({ paragraph: 0, type: 'sapo', text: article.sapo });
  return [
    ...head,
    ...article.blocks.map((block, i) => ({ paragraph: i + 1, type: block.type, text: block.text })),
  ];
}

/** The text a span points at; "" where the article has no such paragraph. */
export function textAt(article: Pick<Article, 'headline' | 'sapo' | 'blocks'>, span: Span): string {
  const text =
    span.paragraph === -1
      ? article.headline
      : span.paragraph === 0
        ? article.sapo
        : article.blocks[span.paragraph - 1]?.text;
  return (text ?? '').slice(span.start, span.end);
}
