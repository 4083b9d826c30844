import { defineFamily } from '../define.ts';

/** VCCorp's CMS: `detail-content afcbc-body`, URLs that end in a number made of the hour, `…-<17 digits>.htm`. */
export default defineFamily({
  id: 'vccorp',
  name: 'VCCorp',
  fingerprint: { order: 54, css: ['.afcbc-body', '.detail-content[data-role=content]'] },
  // 17 digits are known; a site's own number in front may make them 18.
  article: { pattern: '-(\\d{17,18})\\.htm$', identity: '/-$1' },
  discover: [{ listing: '/', links: 'h1 a, h2 a, h3 a' }],
  layouts: [
    {
      name: 'article',
      when: '.afcbc-body, .detail-content[data-role=content]',
      fields: {
        headline: [{ css: 'h1.detail-title' }, { jsonLd: 'headline' }, { meta: 'og:title' }],
        sapo: [{ css: 'h2.detail-sapo' }, { css: '.detail-sapo' }],
        authors: [{ css: '.author-info' }, { reader: 'signed-at-end' }],
        section: [{ meta: 'article:section' }],
        tags: [{ meta: 'article:tag' }],
        publishedAt: [
          { jsonLd: 'datePublished', form: 'iso' },
          { meta: 'article:published_time', form: 'iso' },
          { css: 'div.detail-time', form: 'day-first' },
        ],
        updatedAt: [{ jsonLd: 'dateModified', form: 'iso' }],
      },
      body: {
        container: ['div.detail-content[data-role=content]', '.detail-content.afcbc-body'],
        drop: [
          '.VCSortableInPreviewMode[type=RelatedOneNews]',
          '.link-content-footer',
          '.detail-sapo',
          '.author-info',
        ],
      },
    },
  ],
});
