/** The synthetic conferences: annotated by us before the rules were written. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ConferenceKind, ConferenceLevel } from '../../core/article.ts';
import { PlainArticle, readPlain } from '../../parsers/read.ts';
import { conferenceKeys } from '../../parsers/refine/index.ts';
import { scoreConferences } from './conference-score.ts';

const Gold = z.object({
  synthetic: z.literal(true),
  articles: z.array(
    PlainArticle.extend({
      conferences: z.array(
        z.strictObject({
          event: z.string(),
          kind: ConferenceKind,
          organiser: z.string().nullable(),
          level: ConferenceLevel.nullable(),
          status: z.enum(['held', 'planned']),
          date: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
          main: z.boolean(),
          occasion: z.string().nullable(),
        }),
      ),
    }),
  ),
});
const file = new URL('../../bench/gold/synthetic-conferences.json', import.meta.url);
const { articles } = Gold.parse(JSON.parse(readFileSync(file, 'utf8')));
const provinces: Readonly<Record<string, string>> = { baohatinh: '42', baonghean: '40' };

describe('the synthetic conferences', () => {
  const score = scoreConferences(
    articles.map((plain) => {
      const id = plain.newspaper ?? '';
      const article = readPlain(plain, { id, province: provinces[id] ?? null });
      const keys = conferenceKeys(article);
      return {
        id: plain.id,
        gold: plain.conferences,
        found: article.conferences.map((one, i) => ({ ...one, key: keys[i] ?? '' })),
      };
    }),
  );
  const share = (field: keyof typeof score.fields) =>
    score.fields[field].right / score.fields[field].of;

  it('are found', () => {
    expect(score.gold).toBeGreaterThanOrEqual(60);
    expect(score.f1, score.errors.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('are told with kind, organiser, status, level and days', () => {
    for (const field of ['kind', 'organiser', 'status', 'level', 'date'] as const)
      expect(share(field), score.errors.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('are joined, and no others', () => {
    expect(score.joined.f1, score.errors.join('\n')).toBeGreaterThanOrEqual(0.95);
  });
});
