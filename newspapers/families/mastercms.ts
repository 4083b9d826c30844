import { defineFamily } from '../define.ts';

/** MasterCMS: the body is `.__MASTERCMS_CONTENT`, everything around it differs from paper to paper. */
export default defineFamily({
  id: 'mastercms',
  name: 'MasterCMS',
  fingerprint: { order: 56, css: ['.__MASTERCMS_CONTENT'] },
  // Five digits at least, so that a slug that ends in a year is none.
  article: { pattern: '-(\\d{5,})\\.html$', identity: '/-$1' },
  discover: [{ listing: '/', links: 'h1 a, h2 a, h3 a' }],
  layouts: [
    {
      name: 'article',
      when: '.__MASTERCMS_CONTENT',
      fields: {
        headline: [
          { css: 'h1.article-detail-title' },
          { css: 'h1.post-title' },
          { jsonLd: 'headline' },
          { meta: 'og:title' },
        ],
        sapo: [{ css: '.article-detail-desc' }, { css: 'p.detail-sapo' }],
        tags: [{ css: '.article-detail-tags a' }, { meta: 'article:tag' }],
        publishedAt: [
          { jsonLd: 'datePublished', form: 'iso' },
          { meta: 'article:published_time', form: 'iso' },
          // Hour and day have an element each: their parent's text holds both.
          { css: ':has(> span.format_time):has(> span.format_date)', form: 'day-first' },
          { css: '.article-date', form: 'day-first' },
          { css: '.bx-time', form: 'day-first' },
          { css: 'span.format_date', form: 'day-first' },
        ],
        updatedAt: [{ jsonLd: 'dateModified', form: 'iso' }],
      },
      body: {
        container: ['.__MASTERCMS_CONTENT'],
        drop: [
          'table.__MB_ARTICLE_A',
          '.article-detail-similar',
          '.article-detail-tags',
          '.article-detail-source',
          '.article-detail-desc',
          'p.detail-sapo',
        ],
      },
    },
  ],
});
