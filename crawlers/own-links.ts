/** What a source names, as the newspaper's own. */
import type { Newspaper } from '../newspapers/define.ts';
import { isArticleUrl } from '../newspapers/identity.ts';
import type { Found, FoundLink } from './discover/found.ts';

/** Old feeds still write http:// for a paper that has moved to https: the same page, without a redirect. */
const ownScheme = (origin: string, url: string): string =>
  origin.startsWith('https:') ? url.replace(/^http:(\/\/[^/:]+(?:\/|$))/u, 'https:$1') : url;

const ownLinks = ({ origin }: Newspaper, links: readonly FoundLink[]): readonly FoundLink[] =>
  links.map((link) => ({ ...link, url: ownScheme(origin, link.url) }));

export const ownArticles = (newspaper: Newspaper, { links }: Found): readonly FoundLink[] =>
  ownLinks(newspaper, links).filter(({ url }) => isArticleUrl(newspaper, url));

export const ownSitemaps = (newspaper: Newspaper, { sitemaps }: Found): readonly FoundLink[] =>
  ownLinks(newspaper, sitemaps).filter(({ url }) => newspaper.hosts.includes(new URL(url).host));
