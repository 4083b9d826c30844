/** The addresses of an article: which one is its own, which ones lead to it, and the id they give. */
import { articleId } from '../core/ids.ts';
import type { Newspaper } from '../newspapers/define.ts';
import { canonicalUrl, externalId, identityUrl, isArticleUrl } from '../newspapers/identity.ts';
import type { Page } from './page/document.ts';

export interface Addresses {
  readonly id: string;
  readonly externalId: string | null;
  readonly url: string;
  readonly aliases: readonly string[];
}

export type AddressRules = Pick<Newspaper, 'origin' | 'hosts' | 'article'>;

/** @param asked the URL before redirects */
export function addressesOf(page: Page, asked: string, rules: AddressRules): Addresses {
  const final = canonicalUrl(page.url) ?? page.url;
  const url = ownCanonical(page, rules) ?? final;
  const identity = identityUrl(rules, url);
  const short = page.meta.get('og:url')?.[0];
  const known = [asked, page.url, final, url, identity];
  // A short og:url leads here only where it carries the same number.
  if (short && URL.canParse(short) && identityUrl(rules, short) === identity) known.push(short);
  const aliases = known.flatMap((alias) => [alias, canonicalUrl(alias) ?? alias]);
  return {
    id: articleId(identity),
    externalId: externalId(rules, url) ?? page.meta.get('dable:item_id')?.[0] ?? null,
    url,
    aliases: [...new Set(aliases)],
  };
}

/** The page's canonical link, unless it leads to another host, to the front page or from an article to none. */
function ownCanonical(page: Page, rules: AddressRules): string | null {
  const canonical = page.canonical === null ? null : canonicalUrl(page.canonical);
  if (canonical === null) return null;
  const { host, pathname } = new URL(canonical);
  if (!rules.hosts.includes(host) || pathname === '/') return null;
  return isArticleUrl(rules, canonical) || !isArticleUrl(rules, page.url) ? canonical : null;
}
