/** The fields of an article, each a step: what it found, from which rule, or why it found nothing. */
import type { Article } from '../../core/article.ts';
import type { Outcome } from '../../core/outcomes.ts';
import type { Layout, Rule } from '../../newspapers/define.ts';
import { splitAuthors } from './authors.ts';
import { stripDateline } from './dateline.ts';
import { readDateField } from './dates.ts';
import { type RuleInput, readFirst, readRule, ruleName } from './rules.ts';

export type FieldName =
  | 'headline'
  | 'sapo'
  | 'authors'
  | 'section'
  | 'tags'
  | 'publishedAt'
  | 'updatedAt'
  | 'original';

export interface FieldInput extends RuleInput {
  readonly layout: Layout;
  readonly datelines: readonly string[];
  /** Keys of the paper's own names (parsers/fields/dateline.ts). */
  readonly names: ReadonlySet<string>;
  readonly fetchedAt: string;
}

export interface Fields {
  readonly headline: string | null;
  readonly sapo: string | null;
  readonly authors: readonly string[];
  readonly section: string | null;
  readonly tags: readonly string[];
  readonly publishedAt: string | null;
  readonly publishedPrecision: Article['publishedPrecision'];
  readonly updatedAt: string | null;
  /** Address of the original where the page says that it republishes another paper. */
  readonly original: string | null;
  readonly sources: Readonly<Record<string, string>>;
  readonly missing: Readonly<Record<string, string>>;
  readonly faults: readonly Outcome[];
}

interface Found {
  readonly values: Partial<Fields>;
  readonly source: string | null;
  readonly missing: string | null;
  readonly fault?: Outcome | null;
}

type Step = (input: FieldInput) => Found;

/** Every field with its step, in the record's order; none needs another. */
const STEPS: readonly (readonly [FieldName, Step])[] = [
  ['headline', (input) => text(input, 'headline', input.layout.fields.headline)],
  ['sapo', sapo],
  ['authors', authors],
  ['section', section],
  ['tags', tags],
  ['publishedAt', publishedAt],
  ['updatedAt', updatedAt],
  ['original', original],
];

const NOTHING: Omit<Fields, 'sources' | 'missing' | 'faults'> = {
  headline: null,
  sapo: null,
  authors: [],
  section: null,
  tags: [],
  publishedAt: null,
  publishedPrecision: null,
  updatedAt: null,
  original: null,
};

export function readFields(input: FieldInput): Fields {
  let values = NOTHING;
  const sources: Record<string, string> = {};
  const missing: Record<string, string> = {};
  const faults: Outcome[] = [];
  for (const [name, step] of STEPS) {
    const found = step(input);
    values = { ...values, ...found.values };
    if (found.source !== null) sources[name] = found.source;
    if (found.missing !== null) missing[name] = found.missing;
    if (found.fault) faults.push(found.fault);
  }
  return { ...values, sources, missing, faults };
}

const NO_RULE = 'the layout has no rule for it';
const NO_MATCH = 'no rule found it';

function absent(rules: readonly unknown[] | undefined): Found {
  return { values: {}, source: null, missing: rules?.length ? NO_MATCH : NO_RULE };
}

function text(
  input: FieldInput,
  field: 'headline' | 'section',
  rules: readonly Rule[] | undefined,
): Found {
  const found = readFirst(rules, input);
  if (!found) return absent(rules);
  return { values: { [field]: found.text }, source: found.source, missing: null };
}

function sapo(input: FieldInput): Found {
  const rules = input.layout.fields.sapo;
  const strip = (found: string) => stripDateline(found, input.datelines, input.names);
  const found = readFirst(rules, input, (candidate) => strip(candidate) !== '');
  if (!found) return absent(rules);
  return { values: { sapo: strip(found.text) }, source: found.source, missing: null };
}

function authors(input: FieldInput): Found {
  const rules = input.layout.fields.authors ?? [];
  for (const rule of rules) {
    const names = splitAuthors(readRule(rule, input));
    if (names.length > 0)
      return { values: { authors: names }, source: ruleName(rule), missing: null };
  }
  return absent(rules);
}

/** Metadata holds a comma list, the section first. */
function section(input: FieldInput): Found {
  const rules = input.layout.fields.section;
  const found = readFirst(rules, input);
  const first = found?.text.split(',')[0]?.trim();
  if (!found || !first) return absent(rules);
  return { values: { section: first }, source: found.source, missing: null };
}

/** One tag an element; anything that is no element is a comma list. */
function tags(input: FieldInput): Found {
  const rules = input.layout.fields.tags ?? [];
  for (const rule of rules) {
    const texts = readRule(rule, input);
    const list = 'css' in rule ? texts : texts.flatMap((found) => found.split(','));
    const unique = [...new Set(list.map((tag) => tag.replace(/^#/u, '').trim()).filter(Boolean))];
    if (unique.length > 0)
      return { values: { tags: unique }, source: ruleName(rule), missing: null };
  }
  return absent(rules);
}

function publishedAt(input: FieldInput): Found {
  const rules = input.layout.fields.publishedAt ?? [];
  const date = readDateField(rules, input, input.fetchedAt);
  return {
    values: { publishedAt: date.at, publishedPrecision: date.precision },
    source: date.source,
    missing: rules.length === 0 ? NO_RULE : date.missing,
    fault: date.fault,
  };
}

/** Never decides a page's outcome: the text was published all the same. */
function updatedAt(input: FieldInput): Found {
  const rules = input.layout.fields.updatedAt ?? [];
  const date = readDateField(rules, input, input.fetchedAt);
  return {
    values: { updatedAt: date.at },
    source: date.source,
    missing: rules.length === 0 ? NO_RULE : date.missing,
  };
}

function original(input: FieldInput): Found {
  const rules = input.layout.fields.original;
  const found = readFirst(rules, input, (candidate) => /^https?:\/\//u.test(candidate));
  return found
    ? { values: { original: found.text }, source: found.source, missing: null }
    : { values: {}, source: null, missing: null };
}
