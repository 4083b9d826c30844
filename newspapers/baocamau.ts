import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baocamau',
  name: 'Báo Cà Mau',
  origin: 'https://baocamau.vn',
  hosts: ['www.baocamau.vn'],
  province: '96',
  extends: 'fck',
  confidence: 'code',
  discover: [{ listing: '/', links: 'a[href*="-a"][href$=".html"]' }],
  layouts: [
    {
      name: 'post-content',
      when: '.post-content',
      fields: {
        headline: [{ jsonLd: 'headline' }, { jsonLd: 'name' }, { meta: 'og:title' }],
        publishedAt: [
          { jsonLd: 'datePublished', form: 'iso' },
          { meta: 'article:published_time', form: 'iso' },
        ],
        updatedAt: [{ jsonLd: 'dateModified', form: 'iso' }],
      },
      body: { container: ['.post-content'] },
    },
  ],
  notes:
    'The body’s container is from crawler code; addresses and pictures have the family’s form. Serves old Bạc Liêu too since the merger of 2025. The list’s selector is a guess from the form of the addresses.',
});
