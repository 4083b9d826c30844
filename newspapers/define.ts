/**
 * What a newspaper is: data. A spec says where its articles are announced, which URLs are articles, and
 * which rules read each field. It `extends` a CMS family, which holds the same parts for many papers.
 *
 * A spec is JSON-safe. Code that a field needs is a named reader (parsers/readers.ts).
 */
import { compile } from 'css-select';
import { z } from 'zod';
import { messageOf } from '../core/errors.ts';
import { isProvinceCode } from './rules/provinces.ts';

/** A selector that css-select can run. */
const css = z.string().superRefine((selector, context) => {
  try {
    compile(selector);
  } catch (error) {
    context.addIssue({
      code: 'custom',
      message: `is not a CSS selector: ${JSON.stringify(selector)} (${messageOf(error)})`,
    });
  }
});
/** A regular expression, run with the flag `u`. */
const pattern = z.string().superRefine((source, context) => {
  try {
    new RegExp(source, 'u');
  } catch (error) {
    context.addIssue({
      code: 'custom',
      message: `is not a regular expression: ${JSON.stringify(source)} (${messageOf(error)})`,
    });
  }
});

/** Code that a field may name; parsers/readers.ts holds one function for each. */
export const ReaderName = z.enum(['json-ld-author', 'lead-paragraph', 'signed-at-end']);
export type ReaderName = z.infer<typeof ReaderName>;

/** The ways to read a field, each with the further keys given. */
function ruleWith<S extends z.core.$ZodLooseShape>(more: S) {
  return z.union([
    /** Text of the first element that has any (or of each, for lists), or one attribute. */
    z.strictObject({ css, attr: z.string().optional(), ...more }),
    /** `content` of a <meta> by name, property or itemprop. */
    z.strictObject({ meta: z.string().min(1), ...more }),
    /** A key of the page's NewsArticle JSON-LD object; dots go deeper ("author.name"). */
    z.strictObject({ jsonLd: z.string().min(1), ...more }),
    /** First group of a pattern over the inline scripts. */
    z.strictObject({ script: pattern, ...more }),
    /** First group of a pattern over the page's URL. */
    z.strictObject({ url: pattern, ...more }),
    /** A named reader (parsers/readers.ts). */
    z.strictObject({ reader: ReaderName, ...more }),
  ]);
}

/** One way to read a field; the rules of a field are tried in order and the first that gives text wins. */
export const Rule = ruleWith({});
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
export const DateRule = ruleWith({ form: DateForm });
export type DateRule = z.infer<typeof DateRule>;

export const Fields = z.strictObject({
  headline: z.array(Rule).optional(),
  sapo: z.array(Rule).optional(),
  authors: z.array(Rule).optional(),
  section: z.array(Rule).optional(),
  tags: z.array(Rule).optional(),
  publishedAt: z.array(DateRule).optional(),
  updatedAt: z.array(DateRule).optional(),
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
    /** Elements outside the container whose pictures open the article. */
    lead: z.array(css).default([]),
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
  /** Further forms of an article's URL (short, AMP, print) with the same groups: never crawled, same identity. */
  twins: z.array(pattern).default([]),
  /** Paths that match `pattern` and are no articles. */
  exclude: z.array(pattern).default([]),
  /** Identity path with $1, $2 for the pattern's groups ("/-post$1"); null: the canonical URL itself. */
  identity: z.string().nullable().default(null),
});

export const FamilySpec = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string(),
  /** Any one of these makes a page likely to be of this family. Families are tried in this order. */
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
  hosts: z
    .array(z.string().regex(/^[a-z0-9.-]+(?::\d+)?$/, { error: 'is not a host' }))
    .default([]),
  /** Statistics-office code of the province ("42"); null for a central paper. */
  province: z.string().refine(isProvinceCode, { error: 'is no code of a province' }).nullable(),
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
