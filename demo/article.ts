/** An article of a demo paper: our own words, marked synthetic, in plain data. */
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export const PAPERS = ['demo-lam-hong', 'demo-song-lam', 'demo-hien-luong'] as const;
export type PaperId = (typeof PAPERS)[number];

const Part = z.union([
  /** A paragraph. */
  z.string().min(1),
  z.strictObject({ heading: z.string().min(1) }),
  z.strictObject({
    /** File name of the picture. */
    image: z.string().regex(/^[a-z0-9-]+\.jpg$/),
    caption: z.string().nullable(),
    credit: z.string().nullable(),
  }),
]);

export const DemoArticle = z.strictObject({
  synthetic: z.literal(true),
  paper: z.enum(PAPERS),
  /** Unique within the paper, 1 to 9999. */
  number: z.int().min(1).max(9_999),
  section: z.string(),
  /** `YYYY-MM-DDTHH:mm`, Vietnam's time. */
  publishedAt: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/),
  headline: z.string(),
  sapo: z.string(),
  author: z.string().nullable(),
  tags: z.array(z.string()),
  body: z.array(Part).min(1),
  /** The paper that this one is a copy of: `paper:number`. */
  copyOf: z.string().optional(),
});
export type DemoArticle = z.infer<typeof DemoArticle>;

/** All of them, from demo/articles/*.json (each file an array); newest first. */
export function demoArticles(): readonly DemoArticle[] {
  const folder = new URL('./articles/', import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) =>
      z.array(DemoArticle).parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
    )
    .sort((a, b) => b.publishedAt.localeCompare(a.publishedAt) || a.number - b.number);
}

/** "Hội nghị sơ kết" -> "hoi-nghi-so-ket". */
export function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
