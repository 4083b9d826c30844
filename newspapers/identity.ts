/** What makes two URLs the same article, and which URLs are articles at all. Pure rules of the spec. */
import type { Newspaper } from './define.ts';
import { canonicalUrl } from './rules/canonical-url.ts';

export { canonicalUrl } from './rules/canonical-url.ts';

const compiled = new Map<string, RegExp>();

function regex(source: string): RegExp {
  let found = compiled.get(source);
  if (!found) {
    found = new RegExp(source, 'u');
    compiled.set(source, found);
  }
  return found;
}

type Rules = Pick<Newspaper, 'origin' | 'hosts' | 'article'>;

/** Path and query of a URL on one of the newspaper's hosts; null for any other URL. */
function ownPath(newspaper: Rules, url: string): string | null {
  const canonical = canonicalUrl(url);
  if (!canonical) return null;
  const parsed = new URL(canonical);
  return newspaper.hosts.includes(parsed.host) ? parsed.pathname + parsed.search : null;
}

function excluded(newspaper: Rules, path: string): boolean {
  return newspaper.article.exclude.some((source) => regex(source).test(path));
}

/** True for a URL of the newspaper that its spec calls an article. */
export function isArticleUrl(newspaper: Rules, url: string): boolean {
  const path = ownPath(newspaper, url);
  return path !== null && regex(newspaper.article.pattern).test(path) && !excluded(newspaper, path);
}

/**
 * The URL that stands for the article for ever: main host and the number that the paper's URL holds
 * (`https://baohatinh.vn/-post304515`), else the canonical URL itself.
 */
export function identityUrl(newspaper: Rules, url: string): string {
  const path = ownPath(newspaper, url);
  const { pattern, twins, identity } = newspaper.article;
  if (path !== null && identity !== null) {
    for (const source of [pattern, ...twins]) {
      const match = regex(source).exec(path);
      if (!match || (source === pattern && excluded(newspaper, path))) continue;
      return newspaper.origin + identity.replace(/\$(\d)/gu, (_, n) => match[Number(n)] ?? '');
    }
  }
  return canonicalUrl(url) ?? url;
}

/** The paper's own number of the article, where its URL holds one. */
export function externalId(newspaper: Rules, url: string): string | null {
  const path = ownPath(newspaper, url);
  if (path === null || newspaper.article.identity === null) return null;
  for (const source of [newspaper.article.pattern, ...newspaper.article.twins]) {
    const groups = regex(source).exec(path)?.slice(1);
    const last = groups?.filter(Boolean).at(-1);
    if (last) return last;
  }
  return null;
}
