/** What a page of an unknown layout says of itself: JSON-LD, then Open Graph. Never its body. */
import { GENERIC } from '../../core/article.ts';
import type { Layout } from '../../newspapers/define.ts';

/** The container is readability's own result (find-text.ts). */
export const GENERIC_LAYOUT: Layout = {
  name: GENERIC,
  when: 'body',
  fields: {
    headline: [{ jsonLd: 'headline' }, { meta: 'og:title' }, { css: 'h1' }],
    sapo: [{ jsonLd: 'description' }, { meta: 'og:description' }],
    authors: [{ reader: 'json-ld-author' }],
    section: [{ jsonLd: 'articleSection' }, { meta: 'article:section' }],
    tags: [{ jsonLd: 'keywords' }, { meta: 'article:tag' }],
    publishedAt: [
      { jsonLd: 'datePublished', form: 'iso' },
      { meta: 'article:published_time', form: 'iso' },
      { meta: 'datePublished', form: 'iso' },
    ],
    updatedAt: [
      { jsonLd: 'dateModified', form: 'iso' },
      { meta: 'article:modified_time', form: 'iso' },
    ],
  },
  body: { container: ['#diembao-generic'], lead: [], drop: [] },
};
