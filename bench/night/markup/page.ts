/** What a page of any family is made from, and the parts that stand on all of them. */

import type { Field } from '../../../app/night/figures.ts';
import { slug } from '../../../demo/article.ts';

export interface Story {
  /** Unique within the paper. */
  readonly number: number;
  readonly headline: string;
  readonly sapo: string;
  readonly author: string | null;
  readonly section: string;
  /** `YYYY-MM-DDTHH:mm:ss`, Vietnam's time. */
  readonly publishedAt: string;
  readonly paragraphs: readonly string[];
  readonly caption: string | null;
}

export interface Link {
  readonly href: string;
  readonly title: string;
}

/** What a changed layout no longer gives: a field, or everything that a rule could hold on to. */
export type Lost = Field | 'layout';

export interface PageParts {
  readonly origin: string;
  readonly name: string;
  readonly path: string;
  readonly story: Story;
  readonly lost: Lost | null;
  readonly related: readonly Link[];
}

/** How the papers of one CMS look. */
export interface Markup {
  readonly family: string;
  /** The path of an article; `slugs` differ when it has moved, its number does not. */
  path(story: Pick<Story, 'number' | 'publishedAt'>, slug: string): string;
  page(parts: PageParts): string;
  /** A link on a listing, as the family's discovery rule looks for it. */
  link(link: Link): string;
}

export const slugOf = (headline: string) => slug(headline);

/** `05/02/2027 - 08:10` and the like, from `2027-02-05T08:10:00`. */
export const dayFirst = (at: string) => `${at.slice(8, 10)}/${at.slice(5, 7)}/${at.slice(0, 4)}`;
export const hour = (at: string) => at.slice(11, 16);

const STYLE = `.box-a .item-b:hover{color:#1a2b3c;padding:0 12px 4px;background:url(/i/x.png) no-repeat}\n`;
const SCRIPT = `window.addEventListener('load',function(){var q=document.getElementById('z');if(q){q.hidden=true;}});\n`;

/** Style sheets and scripts printed into the page, as all real ones have them. */
export const code = `<style>${STYLE.repeat(45)}</style><script>${SCRIPT.repeat(35)}</script>`;

const items = Array.from({ length: 24 }, (_, i) => i + 1);
export const menu = `<nav class="site-nav"><ul>${items.map((i) => `<li class="nav-item lv1"><a class="nav-link" href="/muc-${i}/" title="Mục ${i}">Mục số ${i} của trang</a></li>`).join('')}</ul></nav>`;

export const relatedList = (related: readonly Link[], box: (link: Link) => string) =>
  related.map(box).join('\n');

export const head = (parts: PageParts, meta: string) =>
  `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${parts.story.headline} | ${parts.name}</title><link rel="canonical" href="${parts.origin}${parts.path}">${meta}${code}</head>`;

export const jsonLd = (fields: Readonly<Record<string, unknown>>) =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'http://schema.org', '@type': 'NewsArticle', ...fields })}</script>`;

export const paragraphs = (texts: readonly string[]) =>
  texts.map((text) => `<p>${text}</p>`).join('\n');
