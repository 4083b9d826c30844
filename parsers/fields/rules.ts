/** Runs one rule of a spec over a page. */
import type { Rule } from '../../newspapers/define.ts';
import { isRecord, type Page } from '../page/document.ts';
import { clean, textOf } from '../page/text.ts';
import { READERS } from '../readers.ts';

export interface RuleInput {
  readonly page: Page;
  /** First container of the body that the page has; readers look into it. */
  readonly body: import('domhandler').Element | null;
}

export interface Reading {
  readonly text: string;
  readonly source: string;
}

const patterns = new Map<string, RegExp>();

export function regex(source: string): RegExp {
  let found = patterns.get(source);
  if (!found) {
    found = new RegExp(source, 'u');
    patterns.set(source, found);
  }
  return found;
}

/** Every text that a rule finds, in document order, without empty ones. */
export function readRule(rule: Rule, input: RuleInput): readonly string[] {
  return texts(rule, input).map(clean).filter(Boolean);
}

function texts(rule: Rule, input: RuleInput): readonly string[] {
  const { page } = input;
  if ('css' in rule) {
    const { attr } = rule;
    const found = page.all(rule.css);
    return attr === undefined
      ? found.map((element) => textOf(element))
      : found.map((element) => element.attribs[attr] ?? '');
  }
  if ('meta' in rule) return page.meta.get(rule.meta.toLowerCase()) ?? [];
  if ('jsonLd' in rule)
    return page.news().flatMap((object) => deep(object, rule.jsonLd.split('.')));
  if ('script' in rule) {
    const pattern = regex(rule.script);
    return page.scripts().flatMap((source) => pattern.exec(source)?.[1] ?? []);
  }
  if ('url' in rule) return [regex(rule.url).exec(page.url)?.[1] ?? ''];
  if ('reader' in rule) return READERS[rule.reader](input);
  return rule satisfies never;
}

function deep(value: unknown, path: readonly string[]): readonly string[] {
  const [key, ...rest] = path;
  if (key === undefined) return typeof value === 'string' ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => deep(item, path));
  return isRecord(value) ? deep(value[key], rest) : [];
}

/** How a stamp names a rule: "css:h1.cms-title", "meta:og:title". */
export function ruleName(rule: Rule): string {
  if ('css' in rule) return `css:${rule.css}${rule.attr === undefined ? '' : `@${rule.attr}`}`;
  if ('meta' in rule) return `meta:${rule.meta}`;
  if ('jsonLd' in rule) return `json-ld:${rule.jsonLd}`;
  if ('script' in rule) return `script:${rule.script}`;
  if ('url' in rule) return `url:${rule.url}`;
  if ('reader' in rule) return `reader:${rule.reader}`;
  return rule satisfies never;
}

/** First text of the first rule that has one; `accept` may refuse texts. */
export function readFirst(
  rules: readonly Rule[] | undefined,
  input: RuleInput,
  accept: (text: string) => boolean = () => true,
): Reading | null {
  for (const rule of rules ?? []) {
    const text = readRule(rule, input).find(accept);
    if (text !== undefined) return { text, source: ruleName(rule) };
  }
  return null;
}
