/**
 * What a newspaper is: data. A spec says where its articles are announced, which URLs are articles, and
 * which rules read each field. It `extends` a CMS family, which holds the same parts for many papers.
 *
 * A spec is JSON-safe. Code that a field needs is a named reader (parsers/readers.ts).
 */
import { z } from 'zod';

const css = z.string().min(1);
const pattern = z.string().refine(isRegex, { error: 'is not a regular expression' });

function isRegex(source: string): boolean {
  try {
    return new RegExp(source, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** One way to read a field; the rules of a field are tried in order and the first that gives text wins. */
export const Rule = z.union([
  /** Text of the first element that has any (or of all, for lists), or one attribute. */
  z.strictObject({ css, attr: z.string().optional() }),
  /** `content` of a <meta> by name, property or itemprop. */
  z.strictObject({ meta: z.string() }),
  /** A key of the page's NewsArticle JSON-LD object; dots go deeper ("author.name"). */
  z.strictObject({ jsonLd: z.string() }),
  /** First group of a pattern over the inline scripts. */
  z.strictObject({ script: pattern }),
  /** First group of a pattern over the page's URL. */
  z.strictObject({ url: pattern }),
  /** A named reader. */
  z.strictObject({ reader: z.string() }),
]);
export type Rule = z.infer<typeof Rule>;

/** How a date is written. Nothing else is tried, so 08/01 never turns into 1 August. */
export const DateForm = z.enum([
  'iso', // 2026-09-05T09:18:48+0700; without a zone it is +07:00
  'day-first', // any printed Vietnamese form: 05/09/2026 09:18, 13:04, 15-01-2024 ...
  'month-first-ampm', // 9/11/2021 3:29:47 PM; refused without AM or PM
  'epoch', // seconds
  'year-month', // 202309: month precision
]);
export type DateForm = z.infer<typeof DateForm>;
export const DateRule = z.intersection(Rule, z.object({ form: DateForm }));

export const Fields = z.strictObject({
  headline: z.array(Rule).optional(),
  sapo: z.array(Rule).optional(),
  authors: z.array(Rule).optional(),
  section: z.array(Rule).optional(),
  tags: z.array(Rule).optional(),
  publishedAt: z.array(z.looseObject({ form: DateForm })).optional(),
  updatedAt: z.array(z.looseObject({ form: DateForm })).optional(),
  /** URL of the original where the page says that it republishes another paper. */
  original: z.array(Rule).optional(),
});
export type Fields = z.infer<typeof Fields>;

export const Layout = z.strictObject({
  name: z.string(),
  /** The layout applies where this selector finds something; the first that applies is taken. */
  when: css,
  fields: Fields,
  body: z.strictObject({
    /** Containers in order of preference. */
    container: z.array(css).min(1),
    /** Removed from the container before it is read. */
    drop: z.array(css).default([]),
  }),
});
export type Layout = z.infer<typeof Layout>;

/** A source that announces articles. URLs may be relative to the origin. */
export const Discovery = z.union([
  z.strictObject({ feed: z.string() }),
  z.strictObject({ sitemap: z.string() }),
  z.strictObject({
    listing: z.string(),
    /** Selector of the links. */
    links: css,
    /** Further pages: a URL with `{page}`, and the last page number to look at. */
    pages: z.strictObject({ url: z.string(), last: z.int().min(2).max(50) }).optional(),
  }),
]);
export type Discovery = z.infer<typeof Discovery>;

export const ArticleUrls = z.strictObject({
  /** Matched against path + query; groups are for `identity`. */
  pattern,
  /** Paths that match `pattern` and are no articles. */
  exclude: z.array(pattern).default([]),
  /** Identity path with $1, $2 for the pattern's groups ("/-post$1"); null: the canonical URL itself. */
  identity: z.string().nullable().default(null),
});

export const FamilySpec = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string(),
  /** Any one of these makes a page likely to be of this family. Tried in the families' order. */
  fingerprint: z.strictObject({
    order: z.int(),
    css: z.array(css).default([]),
    /** Over the page's source. */
    html: z.array(pattern).default([]),
    url: z.array(pattern).default([]),
  }),
  article: ArticleUrls,
  discover: z.array(Discovery).default([]),
  layouts: z.array(Layout).min(1),
});
export type FamilySpec = z.input<typeof FamilySpec>;
export type Family = z.output<typeof FamilySpec>;

export const NewspaperSpec = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  /** "https://baohatinh.vn", no slash at the end. */
  origin: z.url({ protocol: /^https?$/ }).refine((u) => !u.endsWith('/'), {
    error: 'must not end in a slash',
  }),
  /** Further hosts of the paper (special sites, m., images are not needed). The origin's host is implied. */
  hosts: z.array(z.string()).default([]),
  /** Statistics-office code of the province ("42"); null for a central paper. */
  province: z
    .string()
    .regex(/^\d{2}$/)
    .nullable(),
  extends: z.string(),
  /** seen: in a real page; code: from working crawler code; listed: only named somewhere; synthetic: ours. */
  confidence: z.enum(['seen', 'code', 'listed', 'synthetic']),
  /** Milliseconds between two requests to one host. */
  delayMs: z.int().min(0).default(2000),
  /** Instead of the family's. */
  article: ArticleUrls.optional(),
  /** Instead of the family's. */
  discover: z.array(Discovery).min(1).optional(),
  /** Tried before the family's. */
  layouts: z.array(Layout).default([]),
  /** Words in front of the sapo that name the paper: "(Baohatinh.vn) -". */
  datelines: z.array(z.string()).default([]),
  notes: z.string().optional(),
});
export type NewspaperSpec = z.input<typeof NewspaperSpec>;

/** A newspaper ready for use: its spec and its family's, merged. */
export interface Newspaper {
  readonly id: string;
  readonly name: string;
  readonly origin: string;
  /** Every host that may be fetched, the origin's first; with the port where it is not the default one. */
  readonly hosts: readonly string[];
  readonly province: string | null;
  readonly family: string;
  readonly confidence: z.output<typeof NewspaperSpec>['confidence'];
  readonly delayMs: number;
  readonly article: z.output<typeof ArticleUrls>;
  /** URLs absolute. */
  readonly discover: readonly Discovery[];
  readonly layouts: readonly Layout[];
  readonly datelines: readonly string[];
  /** Hash of everything above that decides what is read: a changed one re-parses exactly its articles. */
  readonly hash: string;
}

/** Types a spec file's default export; the registry checks it (newspapers/index.ts). */
export const defineNewspaper = (spec: NewspaperSpec): NewspaperSpec => spec;
export const defineFamily = (spec: FamilySpec): FamilySpec => spec;
