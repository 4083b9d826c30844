/** A page loaded once: its elements indexed, its metadata, JSON-LD and scripts gathered in one go. */
import { load } from 'cheerio';
import { type Element, isText } from 'domhandler';
import { type ElementIndex, indexElements, select } from './select.ts';
import { clean } from './text.ts';

export interface Page {
  /** Final URL. */
  readonly url: string;
  /** What relative links are resolved against. */
  readonly base: string;
  /** The source, for fingerprints only. */
  readonly html: string;
  readonly index: ElementIndex;
  /** Name, property or itemprop in lower case -> contents in order. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly canonical: string | null;
  /** JSON-LD objects that describe an article. */
  readonly news: () => readonly Readonly<Record<string, unknown>>[];
  /** Sources of the inline scripts that are code. */
  readonly scripts: () => readonly string[];
  readonly all: (selector: string, scope?: Element) => readonly Element[];
}

export function openPage(html: string, url: string): Page {
  const root = load(html).root().get(0);
  const index: ElementIndex = root
    ? indexElements(root)
    : { all: [], byId: new Map(), byClass: new Map(), byTag: new Map() };
  const baseHref = index.byTag.get('base')?.[0]?.attribs.href;
  const base = baseHref && URL.canParse(baseHref, url) ? new URL(baseHref, url).href : url;
  return {
    url,
    base,
    html,
    index,
    meta: metaOf(index),
    canonical: canonicalOf(index, url),
    news: once(() => newsOf(index)),
    scripts: once(() =>
      (index.byTag.get('script') ?? [])
        .filter(({ attribs }) => !attribs.src && !attribs.type?.includes('json'))
        .map(sourceOf),
    ),
    all: (selector, scope) => select(index, selector, scope),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function metaOf(index: ElementIndex): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { attribs } of index.byTag.get('meta') ?? []) {
    const content = attribs.content;
    if (!content) continue;
    for (const name of new Set([attribs.name, attribs.property, attribs.itemprop])) {
      if (!name) continue;
      const key = name.toLowerCase();
      const list = found.get(key);
      if (list) list.push(clean(content));
      else found.set(key, [clean(content)]);
    }
  }
  return found;
}

function canonicalOf(index: ElementIndex, url: string): string | null {
  for (const { attribs } of index.byTag.get('link') ?? []) {
    const href = attribs.href;
    if (attribs.rel?.toLowerCase() === 'canonical' && href && URL.canParse(href, url)) {
      return new URL(href, url).href;
    }
  }
  return null;
}

function sourceOf(script: Element): string {
  return script.children.map((child) => (isText(child) ? child.data : '')).join('');
}

const NEWS = /^(?:\w*NewsArticle|Article|BlogPosting|ReportageNewsArticle)$/u;

/** Every article object of the page's JSON-LD, also inside arrays and `@graph`; broken blocks are passed over. */
function newsOf(index: ElementIndex): readonly Readonly<Record<string, unknown>>[] {
  const found: Record<string, unknown>[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (depth > 4) return;
    if (Array.isArray(value)) {
      for (const item of value) visit(item, depth + 1);
    } else if (isRecord(value)) {
      const types = [value['@type']].flat();
      if (types.some((type) => typeof type === 'string' && NEWS.test(type))) found.push(value);
      if (value['@graph']) visit(value['@graph'], depth + 1);
    }
  };
  for (const script of index.byTag.get('script') ?? []) {
    if (script.attribs.type?.toLowerCase() !== 'application/ld+json') continue;
    visit(parseJson(sourceOf(script)), 0);
  }
  return found;
}

/** JSON as papers print it: raw line breaks inside strings are mended; null where that does not help. */
function parseJson(source: string): unknown {
  for (const text of [source, source.replace(/[\u0000-\u001f]+/gu, ' ')]) {
    try {
      return JSON.parse(text);
    } catch {
      // the next spelling, or none
    }
  }
  return null;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
