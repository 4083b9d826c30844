import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baobacninhtv',
  name: 'Báo Bắc Ninh',
  origin: 'https://baobacninhtv.vn',
  hosts: ['www.baobacninhtv.vn'],
  province: '24',
  extends: 'one-off',
  confidence: 'code',
  article: {
    pattern: '-postid(\\d+)\\.bbg$',
    exclude: ['^/(?:bg/infographics|photo|videos|podcast)(?:/|$)'],
    identity: '/-postid$1',
  },
  discover: ['/', '/moi-nhat', '/chinh-tri', '/kinh-te', '/xa-hoi', '/phap-luat'].map(
    (listing) => ({ listing, links: 'a.font-tin-doc' }),
  ),
  layouts: [
    {
      name: 'article',
      when: '.news-details__content',
      fields: {
        headline: [{ jsonLd: 'headline' }, { meta: 'og:title' }],
        sapo: [{ css: '.news_detail_sapo' }],
        publishedAt: [
          { jsonLd: 'datePublished', form: 'iso' },
          { meta: 'article:published_time', form: 'iso' },
        ],
        updatedAt: [{ jsonLd: 'dateModified', form: 'iso' }],
      },
      body: {
        container: ['.news-details__content.link_content', '.news-details__content'],
        drop: ['.news_detail_sapo', '.news-related__list'],
      },
    },
  ],
  notes:
    'Holds old Bắc Giang since the merger of 2025. Where title and date stand is not known: metadata or nothing. Section paths are from crawler code.',
});
