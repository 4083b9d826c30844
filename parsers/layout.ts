/** Which layout reads a page: told by the page's structure, never by its date or its host alone. */
import type { Family, Layout, Newspaper } from '../newspapers/define.ts';
import { regex } from './fields/rules.ts';
import type { Page } from './page/document.ts';

export interface Choice {
  readonly layout: Layout;
  readonly family: Family | null;
  /** "epi/article", for the stamp. */
  readonly name: string;
}

/**
 * The newspaper's layouts first; where none applies (the paper moved to another CMS) or the newspaper is
 * unknown, those of every family whose fingerprint the page carries, in the families' order.
 */
export function chooseLayout(
  page: Page,
  newspaper: Newspaper | null,
  families: readonly Family[],
): Choice | null {
  const own = newspaper?.layouts.find((layout) => applies(page, layout));
  if (newspaper && own) {
    const family = families.find(({ id }) => id === newspaper.family) ?? null;
    return { layout: own, family, name: `${newspaper.family}/${own.name}` };
  }
  const ordered = [...families].sort((a, b) => a.fingerprint.order - b.fingerprint.order);
  for (const family of ordered) {
    if (!hasFingerprint(page, family)) continue;
    const layout = family.layouts.find((candidate) => applies(page, candidate));
    if (layout) return { layout, family, name: `${family.id}/${layout.name}` };
  }
  return null;
}

function applies(page: Page, layout: Layout): boolean {
  return page.all(layout.when).length > 0;
}

/** Ids of the families whose fingerprint the page carries, in the families' order. */
export function familiesOf(page: Page, families: readonly Family[]): readonly string[] {
  return [...families]
    .sort((a, b) => a.fingerprint.order - b.fingerprint.order)
    .filter((family) => hasFingerprint(page, family))
    .map(({ id }) => id);
}

function hasFingerprint(page: Page, { fingerprint }: Family): boolean {
  return (
    fingerprint.css.some((selector) => page.all(selector).length > 0) ||
    fingerprint.url.some((source) => regex(source).test(page.url)) ||
    fingerprint.html.some((source) => regex(source).test(page.html))
  );
}

/** An address of the newspaper that its spec calls no article although it looks like one. */
export function isExcluded(newspaper: Newspaper, url: string): boolean {
  const { host, pathname } = new URL(url);
  return (
    newspaper.hosts.includes(host) &&
    newspaper.article.exclude.some((source) => regex(source).test(pathname))
  );
}

/** Does the page, or its address, say that it is an article? Then a missing layout is our fault. */
export function claimsArticle(page: Page, families: readonly Family[]): boolean {
  if (page.news().length > 0) return true;
  if (page.meta.get('og:type')?.includes('article')) return true;
  return families.some(({ article }) => regex(article.pattern).test(new URL(page.url).pathname));
}
