/** Articles of a living paper against its spec: family, layout, and how often each field is filled. */
import type { Article } from '../../core/article.ts';
import type { RawPage } from '../../core/raw-page.ts';
import type { Family, Newspaper } from '../../newspapers/define.ts';
import { fingerprints } from '../../parsers/fingerprints.ts';
import { readPage } from '../../parsers/index.ts';
import type { ParseResult } from '../../parsers/port.ts';
import type { Finding } from './finding.ts';

/** Without these there is nothing to search or to sort by. */
const NEEDED = ['headline', 'publishedAt', 'blocks'] as const;
const WANTED = ['sapo', 'authors', 'section', 'tags', 'captions'] as const;
type Field = (typeof NEEDED)[number] | (typeof WANTED)[number];

interface Read extends ParseResult {
  readonly url: string;
}

export function checkArticles(
  pages: readonly RawPage[],
  newspaper: Newspaper,
  families: readonly Family[],
): readonly Finding[] {
  if (pages.length === 0)
    return [
      {
        part: 'article',
        name: newspaper.id,
        verdict: 'fault',
        found: 'no article could be fetched',
        advice: 'See above what the sources and their articles answered.',
      },
    ];
  const read = pages.map(
    (page): Read => ({ ...readPage(page, { newspaper, families }), url: page.finalUrl }),
  );
  return [
    ...(families.length > 0 ? [checkFamily(pages, read, newspaper, families)] : []),
    ...read.map(checkOutcome),
    ...NEEDED.map((field) => checkField(field, read, newspaper, true)),
    ...WANTED.map((field) => checkField(field, read, newspaper, false)),
  ];
}

/** The family whose fingerprint most pages carry, and the layouts that read them. */
function checkFamily(
  pages: readonly RawPage[],
  read: readonly Read[],
  newspaper: Newspaper,
  families: readonly Family[],
): Finding {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const id of fingerprints(page, families)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const base = { part: 'family', name: newspaper.family } as const;
  const seen = [...counts].map(([id, count]) => `${id} ${count}/${pages.length}`).join(', ');
  const layouts = read.map(({ article }) => article?.stamps.sources.layout ?? '-');
  const own = layouts.filter((layout) => layout.startsWith(`${newspaper.family}/`)).length;
  const found = `fingerprints: ${seen || 'none'}; layouts: ${[...new Set(layouts)].join(', ')}`;
  if (own * 2 > pages.length) return { ...base, verdict: 'ok', found, advice: null };
  const [moved] = [...counts]
    .filter(([id, count]) => id !== newspaper.family && count * 2 > pages.length)
    .sort(([, a], [, b]) => b - a);
  return {
    ...base,
    verdict: 'fault',
    found,
    advice: moved
      ? `The paper has moved to another CMS: extends: '${moved[0]}', and look at article.pattern and discover.`
      : 'No known family fits: the paper needs layouts of its own (docs/add-a-newspaper.md).',
  };
}

function checkOutcome({ url, outcome }: Read): Finding {
  const well = outcome.code === 'article';
  return {
    part: 'article',
    name: url,
    verdict: well ? 'ok' : 'warning',
    found: `${outcome.code}: ${outcome.message}`,
    advice:
      outcome.code === 'not-an-article'
        ? 'article.exclude: this address fits the pattern and is no article.'
        : null,
  };
}

const filled = (article: Article, field: Field) => {
  const value = article[field];
  return Array.isArray(value) ? value.length > 0 : value !== null;
};

function checkField(
  field: Field,
  read: readonly Read[],
  newspaper: Newspaper,
  needed: boolean,
): Finding {
  const articles = read.flatMap(({ article, url }) => (article ? [{ article, url }] : []));
  const bad = articles.find(({ article }) => !filled(article, field));
  const good = articles.filter(({ article }) => filled(article, field));
  const source = good[0]?.article.stamps.sources[field];
  const found = `${good.length}/${read.length}${source ? ` by ${source}` : ''}`;
  const base = { part: 'field', name: field, found } as const;
  const rules = newspaper.layouts.some((layout) =>
    field === 'blocks' || field === 'captions' ? true : (layout.fields[field]?.length ?? 0) > 0,
  );
  // A field that the spec has no rule for is not expected; half of the articles may lack what is only wanted.
  if (
    good.length === read.length ||
    (!needed && (good.length > 0 || !rules || field === 'captions'))
  )
    return { ...base, verdict: 'ok', advice: null };
  const reason = bad?.article.stamps.missing[field];
  const where = field === 'blocks' ? 'body.container' : `fields.${field}`;
  return {
    ...base,
    verdict: needed && good.length * 2 <= read.length ? 'fault' : 'warning',
    advice: `layouts: ${where}${reason ? `: ${reason}` : ''}${bad ? `, first at ${bad.url}` : ''}`,
  };
}
