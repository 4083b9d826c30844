/** Pieces of markup that every renderer needs. */
import type { DemoArticle } from '../article.ts';

export interface Site {
  readonly origin: string;
  readonly name: string;
  /** Path of an article. */
  readonly path: (article: DemoArticle) => string;
  /** Newest first. */
  readonly articles: readonly DemoArticle[];
}

export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Of an article: the others of its section that stand in its "read on" list. */
export const related = (site: Site, article: DemoArticle, count = 5): readonly DemoArticle[] =>
  site.articles.filter((one) => one !== article && one.section === article.section).slice(0, count);

export const sections = (site: Site): readonly string[] => [
  ...new Set(site.articles.map((article) => article.section)),
];

/** `2023-05-26T08:00` -> "26/05/2023 08:00". */
export function dayFirst(publishedAt: string): string {
  const [date = '', time = ''] = publishedAt.split('T');
  return `${date.split('-').reverse().join('/')} ${time}`;
}
