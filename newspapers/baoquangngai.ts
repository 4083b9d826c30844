import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baoquangngai',
  name: 'Báo Quảng Ngãi',
  origin: 'https://baoquangngai.vn',
  hosts: ['www.baoquangngai.vn'],
  province: '51',
  extends: 'one-off',
  confidence: 'code',
  article: {
    pattern: '-(\\d+)\\.htm$',
    exclude: [
      '^/(?:bao-in|event|expert|multimedia|tin-moi-nhat|tet-online|o-to-xe-may|ban-do-quang-ngai)(?:/|$)',
    ],
    identity: '/-$1',
  },
  discover: ['/', '/chinh-tri', '/thoi-su', '/kinh-te', '/xa-hoi', '/phap-luat'].map((listing) => ({
    listing,
    links: 'article a[href$=".htm"]',
  })),
  layouts: [
    {
      name: 'article',
      when: 'p.sapo, #body .sapo',
      fields: {
        headline: [{ jsonLd: 'headline' }, { meta: 'og:title' }],
        sapo: [{ css: 'p.sapo' }, { css: '#body .sapo' }],
        publishedAt: [
          { jsonLd: 'datePublished', form: 'iso' },
          { meta: 'article:published_time', form: 'iso' },
        ],
        updatedAt: [{ jsonLd: 'dateModified', form: 'iso' }],
      },
      body: { container: ['[itemprop=articleBody]'], drop: ['.sapo'] },
    },
  ],
  notes:
    'Serves old Kon Tum too since the merger of 2025. Only the sapo’s selector is known: title and date by metadata, the body by schema.org or not at all. Section paths are from crawler code.',
});
