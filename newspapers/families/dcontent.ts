import { defineFamily } from '../define.ts';

/** The "#dcontent" CMS: URLs `…-<ID>.htm`. Where its date stands is not known; some bodies are encrypted. */
export default defineFamily({
  id: 'dcontent',
  name: '#dcontent',
  fingerprint: { order: 50, css: ['#dcontent'] },
  article: { pattern: '-(\\d+)\\.htm$', twins: ['/(\\d+)\\.htm$'], identity: '/-$1' },
  discover: [{ listing: '/', links: 'a[href$=".htm"]' }],
  layouts: [
    {
      name: 'article',
      when: '#dcontent',
      fields: {
        headline: [{ meta: 'og:title' }, { css: 'h1' }],
        sapo: [{ css: '.article__sapo' }, { css: '.sapo' }],
        publishedAt: [
          { jsonLd: 'datePublished', form: 'iso' },
          { meta: 'article:published_time', form: 'iso' },
        ],
      },
      body: {
        container: ['#dcontent', '.article__body'],
        drop: ['.box-content', '.content-list', '.article__sapo', '.sapo'],
      },
    },
  ],
});
