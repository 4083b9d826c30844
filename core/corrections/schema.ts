/** What a reader says an article's finding should be. Only the fields that are given are corrected. */
import { z } from 'zod';
import {
  Conference,
  ConferenceKind,
  ConferenceLevel,
  Office,
  PlaceMention,
  PlacePath,
} from '../article.ts';
import { Anchor } from './anchor.ts';

/** Typed by people: NFC, one space between words, no control characters. */
const words = (most: number) =>
  z
    .string()
    .transform((text) =>
      text
        .normalize('NFC')
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim(),
    )
    .pipe(z.string().min(1).max(most));

/** A day of the calendar. */
const day = z.iso.date();

const ordered = ({ from, to }: { from: string | null; to: string | null }) =>
  from === null || to === null || from <= to;

/** `speaker` null: it cannot be told who speaks. `offices` and `official` hold for that person in the whole article. */
export const QuoteChange = z.strictObject({
  kind: z.literal('quote'),
  speaker: words(200).nullable().optional(),
  offices: z
    .array(Office.extend({ title: words(300) }))
    .max(10)
    .optional(),
  official: z.boolean().optional(),
});
export type QuoteChange = z.infer<typeof QuoteChange>;

/** First and last day; null where that end is open. */
export const DateChange = z
  .strictObject({ kind: z.literal('date'), from: day.nullable(), to: day.nullable() })
  .refine(ordered, 'from is later than to')
  .refine(({ from, to }) => from !== null || to !== null, 'neither from nor to');
export type DateChange = z.infer<typeof DateChange>;

/** The unit that is meant, complete as in the record. */
export const PlaceChange = z.strictObject({
  kind: z.literal('place'),
  level: PlaceMention.shape.level,
  code: z.string().regex(/^\d{2,5}$/),
  path: PlacePath,
  today: PlaceMention.shape.today,
  /** Also wherever else the same words were read as the same unit. */
  everywhere: z.boolean(),
});
export type PlaceChange = z.infer<typeof PlaceChange>;

export const ConferenceChange = z.strictObject({
  kind: z.literal('conference'),
  conferenceKind: ConferenceKind.optional(),
  organiser: words(300).nullable().optional(),
  level: ConferenceLevel.nullable().optional(),
  date: z
    .strictObject({ from: day.nullable(), to: day.nullable() })
    .refine(ordered, 'from is later than to')
    .nullable()
    .optional(),
  place: Conference.shape.place.optional(),
  status: Conference.shape.status.optional(),
});
export type ConferenceChange = z.infer<typeof ConferenceChange>;

export const Change = z
  .discriminatedUnion('kind', [QuoteChange, DateChange, PlaceChange, ConferenceChange])
  .refine((change) => fieldsOf(change).length > 0, 'nothing is corrected');
export type Change = z.infer<typeof Change>;
export type ChangeKind = Change['kind'];

/** Names of the fields that a change gives. */
export function fieldsOf(change: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(change).filter(
    (name) => name !== 'kind' && name !== 'everywhere' && change[name] !== undefined,
  );
}

/** Whoever corrects: a name as typed. */
export const Who = words(80);

export const Correction = z.strictObject({ anchor: Anchor, change: Change });
export type Correction = z.infer<typeof Correction>;

/** A correction that is kept: by whom and when; `withdrawn` once it was taken back. */
export interface StoredCorrection extends Correction {
  readonly id: number;
  readonly articleId: string;
  readonly by: string;
  /** ISO in UTC. */
  readonly at: string;
  readonly withdrawn: { readonly by: string; readonly at: string } | null;
}
