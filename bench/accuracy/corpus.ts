/** The corpora that the gold points into: text of others, read where DIEMBAO_CORPUS has it, never kept here. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { PlainArticle } from '../../parsers/read.ts';
import type { Corpus } from './gold.ts';

const Line = z.object({
  id: z.string(),
  date: z
    .string()
    .regex(/^\d{8}$/)
    .optional(),
  title: z.string(),
  sapo: z.string(),
  body: z.string(),
});

/**
 * The articles of a corpus by id, in the form that `readPlain` takes; the body is split at line breaks and
 * blank paragraphs are dropped.
 * @throws where the folder lacks `NAME.jsonl.gz` or a line has another form
 */
export function readCorpus(
  folder: string,
  corpus: Corpus,
  ids: ReadonlySet<string>,
): ReadonlyMap<string, PlainArticle> {
  const text = gunzipSync(readFileSync(join(folder, `${corpus}.jsonl.gz`))).toString('utf8');
  const articles = new Map<string, PlainArticle>();
  for (const raw of text.split('\n')) {
    if (raw.trim() === '') continue;
    const line = Line.parse(JSON.parse(raw));
    if (!ids.has(line.id)) continue;
    articles.set(line.id, {
      id: line.id,
      publishedAt: line.date?.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3') ?? null,
      newspaper: null,
      headline: line.title,
      sapo: line.sapo,
      paragraphs: line.body.split('\n').filter((paragraph) => paragraph.trim() !== ''),
    });
  }
  return articles;
}
