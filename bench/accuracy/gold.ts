/**
 * The gold format: what an annotator read in an article of a corpus that is not ours, kept as ids, short
 * anchors and answers, never as text. How to annotate: docs/annotation.md.
 *
 * `paragraph` is the record's: -1 headline, 0 sapo, n >= 1 the n-th paragraph of the body that is not
 * blank (the body is split at line breaks). Anchors are NFC.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConferenceKind, ConferenceLevel, PlacePath } from '../../core/article.ts';

const paragraph = z.int().min(-1);
const day = z.iso.date().nullable();
const words = z
  .string()
  .min(1)
  .max(120)
  .refine((text) => text === text.normalize('NFC'), 'not NFC');
const anchor = words.refine((text) => text.split(/\s+/u).length <= 16, 'too long for an anchor');

const QuoteEnd = z.strictObject({ paragraph, words: anchor });

export const GoldQuote = z.strictObject({
  /** The first four words, with the paragraph they stand in. */
  start: QuoteEnd,
  /** The last four words. */
  end: QuoteEnd,
  /** Full name as printed; null where the article prints none. */
  speaker: words.nullable(),
  /** The noun phrase at that quotation; null where none stands there. */
  mention: words.nullable(),
  /** Titles as printed. */
  offices: z.array(words),
  /** Titles not printed above that are neither right nor wrong when found. */
  optionalOffices: z.array(words).optional(),
  /** null: not scored. */
  official: z.boolean().nullable(),
  verb: words.nullable(),
  /** Neither right nor wrong: finding it or not does not count. */
  ignore: z.literal(true).optional(),
  /** Fields of a scored quotation that are not scored because the rules leave them open. */
  unscored: z.array(z.enum(['speaker', 'offices', 'official', 'verb'])).optional(),
});
export type GoldQuote = z.infer<typeof GoldQuote>;

/** Words in a paragraph: the `nth` time that `text` stands there (1 unless told). */
const at = { paragraph, text: words, nth: z.int().min(1).optional() };

export const GoldDate = z.strictObject({
  ...at,
  /** First and last day; null = open or recurring. */
  from: day,
  to: day,
  recurring: z.literal(true).optional(),
  birth: z.literal(true).optional(),
  approximate: z.literal(true).optional(),
  /** Other spans that are right too, where the rules leave the edge open; they overlap `text`. */
  alternatives: z.array(words).optional(),
  /** The span is scored, its days are not. */
  daysUnscored: z.literal(true).optional(),
  ignore: z.literal(true).optional(),
});
export type GoldDate = z.infer<typeof GoldDate>;

export const GoldPlace = z.strictObject({
  ...at,
  path: PlacePath,
  /** Other spans that are right too; they overlap `text`. */
  alternatives: z.array(words).optional(),
  ignore: z.literal(true).optional(),
});
export type GoldPlace = z.infer<typeof GoldPlace>;

export const GoldConference = z.strictObject({
  /** The words that name it best, as printed. */
  name: words,
  kind: ConferenceKind,
  organiser: words.nullable(),
  /** Other forms in which the article prints the organiser; right too. */
  otherOrganisers: z.array(words).optional(),
  level: ConferenceLevel.nullable(),
  status: z.enum(['held', 'planned']),
  date: z.strictObject({ from: day, to: day }).nullable(),
  main: z.boolean(),
  ignore: z.literal(true).optional(),
});
export type GoldConference = z.infer<typeof GoldConference>;

export const GoldArticle = z.strictObject({
  id: z.string().min(1),
  corpus: z.enum(['dantri-2020', 'baomoi-2017']),
  /** Of the tuning half whatever its id: its errors were read after the first score. */
  half: z.literal('tune').optional(),
  /** A list left out: this article is not annotated for that kind. */
  quotes: z.array(GoldQuote).optional(),
  dates: z.array(GoldDate).optional(),
  /** The first mention of each unit in each paragraph. */
  places: z.array(GoldPlace).optional(),
  mainPlaces: z.array(PlacePath).optional(),
  /** Other complete answers that a careful reader could defend; left out where nobody looked for them. */
  otherMainPlaces: z.array(z.array(PlacePath)).optional(),
  conferences: z.array(GoldConference).optional(),
});
export type GoldArticle = z.infer<typeof GoldArticle>;
export type Corpus = GoldArticle['corpus'];

export function readGold(file: URL): readonly GoldArticle[] {
  return z.array(GoldArticle).parse(JSON.parse(readFileSync(file, 'utf8')));
}

export type Half = 'tune' | 'report';

/** Rules are tuned on one half of the articles, figures are published of the other. */
export function halfOf(id: string): Half {
  return (createHash('sha256').update(id).digest()[0] ?? 0) % 2 === 0 ? 'tune' : 'report';
}
