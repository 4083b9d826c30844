import { defineFamily } from '../define.ts';

/** The "#content-detail" CMS: URLs `…-5071654.html`. Where its date stands is not known: metadata or nothing. */
export default defineFamily({
  id: 'content-detail',
  name: '#content-detail',
  fingerprint: { order: 52, css: ['#content-detail'] },
  article: { pattern: '-(\\d{7})\\.html$', identity: '/-$1' },
  discover: [{ listing: '/', links: 'article.card a, .card-content a, .card-title a' }],
  layouts: [
    {
      name: 'article',
      when: '#content-detail',
      fields: {
        headline: [{ css: 'h1' }, { jsonLd: 'headline' }, { meta: 'og:title' }],
        sapo: [{ reader: 'lead-paragraph' }],
        authors: [{ reader: 'signed-at-end' }],
        publishedAt: [
          { jsonLd: 'datePublished', form: 'iso' },
          { meta: 'article:published_time', form: 'iso' },
        ],
        updatedAt: [{ jsonLd: 'dateModified', form: 'iso' }],
      },
      body: { container: ['#content-detail'], drop: ['.block-news-list'] },
    },
  ],
});
