import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baodienbienphu',
  name: 'Báo Điện Biên Phủ',
  origin: 'https://baodienbienphu.vn',
  hosts: ['www.baodienbienphu.vn'],
  province: '11',
  extends: 'one-off',
  confidence: 'code',
  article: { pattern: '^/tin-bai/[^/]+/[^/]+/?$' },
  discover: [{ listing: '/', links: 'a[href*="/tin-bai/"]' }],
  layouts: [
    {
      name: 'article',
      when: '.editor-content',
      fields: {
        headline: [{ jsonLd: 'headline' }, { meta: 'og:title' }],
        sapo: [{ reader: 'lead-paragraph' }],
        publishedAt: [
          { jsonLd: 'datePublished', form: 'iso' },
          { meta: 'article:published_time', form: 'iso' },
        ],
        updatedAt: [{ jsonLd: 'dateModified', form: 'iso' }],
      },
      body: { container: ['.editor-content'] },
    },
  ],
  notes:
    'Section pages are drawn by script: articles are found from the front page. Addresses hold no number. Where title, sapo and date stand is not known: metadata or nothing.',
});
