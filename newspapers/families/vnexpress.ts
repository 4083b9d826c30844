import { defineFamily } from '../define.ts';

/** VnExpress's own CMS: `title-detail`, `fck_detail`. A central paper; reprints of it are common. */
export default defineFamily({
  id: 'vnexpress',
  name: 'VnExpress',
  fingerprint: { order: 60, css: ['h1.title-detail', 'article.fck_detail'] },
  article: { pattern: '-(\\d{7})\\.html$', identity: '/-$1' },
  layouts: [
    {
      name: 'article',
      when: 'h1.title-detail, article.fck_detail',
      fields: {
        headline: [{ css: 'h1.title-detail' }, { jsonLd: 'headline' }, { meta: 'og:title' }],
        sapo: [{ css: 'p.description' }],
        // The JSON-LD author is the paper itself; writers sign the last paragraph.
        authors: [{ reader: 'signed-at-end' }],
        section: [{ css: 'ul.breadcrumb li a' }],
        tags: [{ meta: 'its_tag' }, { meta: 'article:tag' }],
        publishedAt: [
          { meta: 'pubdate', form: 'iso' },
          { jsonLd: 'datePublished', form: 'iso' },
          { meta: 'its_publication', form: 'epoch' },
          { css: 'span.date', form: 'day-first' },
        ],
        updatedAt: [{ jsonLd: 'dateModified', form: 'iso' }],
      },
      body: { container: ['article.fck_detail'], drop: ['#article-end', '[data-component]'] },
    },
  ],
});
