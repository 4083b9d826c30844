import { defineFamily } from '../define.ts';

/**
 * No known CMS. Papers that extend it bring their own rules; what they do not bring is read by public
 * standards alone (schema.org microdata, Open Graph), and only where the page follows them.
 */
export default defineFamily({
  id: 'one-off',
  name: 'no known CMS',
  fingerprint: {
    order: 900,
    css: ['[itemtype*="schema.org/"] [itemprop=articleBody]:not(.article__body, .entry)'],
  },
  // No address speaks for it: each paper says which of its URLs are articles.
  article: { pattern: '(?!)' },
  layouts: [
    {
      name: 'microdata',
      when: '[itemtype*="schema.org/"] [itemprop=articleBody]:not(.article__body, .entry)',
      fields: {
        headline: [{ css: '[itemprop=headline]' }, { jsonLd: 'headline' }, { meta: 'og:title' }],
        authors: [{ reader: 'json-ld-author' }],
        section: [{ meta: 'article:section' }],
        tags: [{ meta: 'article:tag' }],
        publishedAt: [
          { jsonLd: 'datePublished', form: 'iso' },
          { meta: 'article:published_time', form: 'iso' },
          { meta: 'datePublished', form: 'iso' },
        ],
        updatedAt: [{ jsonLd: 'dateModified', form: 'iso' }],
      },
      body: {
        container: ['[itemtype*="schema.org/"] [itemprop=articleBody]:not(.article__body, .entry)'],
      },
    },
  ],
});
