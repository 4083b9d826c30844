/** Reading plain articles (no page, no markup): what `diembao read` does. The form is docs/record.md's. */
import { isUtf8 } from 'node:buffer';
import { z } from 'zod';
import { type Article, SCHEMA_VERSION } from '../core/article.ts';
import { messageOf } from '../core/errors.ts';
import { articleId } from '../core/ids.ts';
import type { Newspaper } from '../newspapers/define.ts';
import { VIETNAMESE_VERSION } from '../vietnamese/index.ts';
import { toMoment } from './moment.ts';
import { refine } from './refine/index.ts';
import { PARSER_VERSION } from './stamp.ts';

const text = z.string().nullish();

/** One plain article; unknown keys are ignored. */
export const PlainArticle = z.object({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  publishedAt: text,
  newspaper: text,
  headline: text,
  sapo: text,
  paragraphs: z.array(z.string()),
});
export type PlainArticle = z.infer<typeof PlainArticle>;

const nfc = (value: string | null | undefined): string | null =>
  value === null || value === undefined || value === '' ? null : value.normalize('NFC');

/**
 * The record of a plain article. Its text is changed by NFC only, so that offsets fit what was given.
 * @param identity what the record's id is a hash of
 */
export function readPlain(
  plain: PlainArticle,
  newspaper: Pick<Newspaper, 'id' | 'province'> | null,
  identity: string = `read:${plain.id}`,
): Article {
  const moment = toMoment(plain.publishedAt ?? null);
  const missing: Record<string, string> = {};
  if (moment === null)
    missing.publishedAt = plain.publishedAt
      ? `not a date: "${plain.publishedAt.slice(0, 40)}"`
      : 'not given';
  return refine(
    {
      id: articleId(identity),
      externalId: plain.id,
      url: null,
      newspaper: newspaper?.id ?? null,
      section: null,
      headline: nfc(plain.headline),
      sapo: nfc(plain.sapo),
      authors: [],
      tags: [],
      language: 'vi',
      publishedAt: moment?.at ?? null,
      updatedAt: null,
      publishedPrecision: moment?.precision ?? null,
      blocks: plain.paragraphs.map((paragraph) => ({
        type: 'paragraph',
        text: paragraph.normalize('NFC'),
      })),
      captions: [],
      quotes: [],
      dates: [],
      places: [],
      mainPlaces: [],
      people: [],
      conferences: [],
      stamps: {
        schema: SCHEMA_VERSION,
        parser: PARSER_VERSION,
        spec: null,
        vietnamese: VIETNAMESE_VERSION,
        sources: {},
        missing,
      },
    },
    { province: newspaper?.province ?? null },
  );
}

/** A line that is no article, with a stable code. */
export interface RefusedLine {
  readonly kind: 'refused';
  /** From 1, blank lines counted. */
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

function asText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/** Lines in the form of `schema`; blank lines are passed over, a bad one is answered as refused and the rest goes on. */
export async function* plainLines<T>(
  lines: AsyncIterable<string | Uint8Array>,
  schema: z.ZodType<T>,
): AsyncGenerator<
  { readonly kind: 'plain'; readonly line: number; readonly plain: T } | RefusedLine
> {
  let number = 0;
  for await (const given of lines) {
    number += 1;
    // U+FFFD that the bytes spell out is text; only bytes that spell nothing are refused.
    if (typeof given !== 'string' && !isUtf8(given)) {
      yield { kind: 'refused', line: number, code: 'bad-utf8', message: 'not UTF-8' };
      continue;
    }
    const raw = typeof given === 'string' ? given : asText(given);
    if (raw.trim() === '') continue;
    let value: unknown;
    try {
      // A byte-order mark may stand before the first line.
      value = JSON.parse(number === 1 ? raw.replace(/^\uFEFF/, '') : raw);
    } catch (error) {
      yield { kind: 'refused', line: number, code: 'bad-json', message: messageOf(error) };
      continue;
    }
    const plain = schema.safeParse(value);
    if (plain.success) yield { kind: 'plain', line: number, plain: plain.data };
    else {
      const faults = plain.error.issues.map((i) => `${i.path.join('.') || 'line'}: ${i.message}`);
      yield { kind: 'refused', line: number, code: 'bad-article', message: faults.join('; ') };
    }
  }
}

/** Finds the newspaper of a plain article by its id; each unknown one is told once. */
export function newspaperOfPlain(newspapers: readonly Newspaper[]): (
  plain: Pick<PlainArticle, 'newspaper'>,
) => {
  readonly newspaper: Newspaper | null;
  readonly warning: string | null;
} {
  const known = new Map(newspapers.map((paper) => [paper.id, paper]));
  const warned = new Set<string>();
  return (plain) => {
    const name = plain.newspaper ?? null;
    const newspaper = name === null ? null : (known.get(name) ?? null);
    if (name === null || newspaper !== null || warned.has(name))
      return { newspaper, warning: null };
    warned.add(name);
    return { newspaper, warning: `warning: unknown newspaper "${name}" counts as none` };
  };
}

export type ReadLine = ({ readonly kind: 'record'; readonly article: Article } | RefusedLine) & {
  readonly warning: string | null;
};

/** Reads JSON Lines as `plainLines` does, each article as its record. */
export async function* readLines(
  lines: AsyncIterable<string | Uint8Array>,
  newspapers: readonly Newspaper[],
): AsyncGenerator<ReadLine> {
  const newspaperOf = newspaperOfPlain(newspapers);
  for await (const found of plainLines(lines, PlainArticle)) {
    if (found.kind === 'refused') {
      yield { ...found, warning: null };
      continue;
    }
    const { newspaper, warning } = newspaperOf(found.plain);
    try {
      yield { kind: 'record', article: readPlain(found.plain, newspaper), warning };
    } catch (error) {
      const message = messageOf(error);
      yield { kind: 'refused', line: found.line, code: 'parser-failed', message, warning };
    }
  }
}
