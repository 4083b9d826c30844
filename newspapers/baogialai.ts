import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baogialai',
  name: 'Báo Gia Lai',
  origin: 'https://baogialai.com.vn',
  hosts: ['www.baogialai.com.vn', 'm.baogialai.com.vn'],
  province: '52',
  extends: 'epi',
  confidence: 'code',
  discover: [
    { feed: '/rss/home.rss' },
    { sitemap: '/sitemap.xml' },
    ...[
      '/thoi-su-su-kien/',
      '/chinh-tri/',
      '/kinh-te/',
      '/doi-song/',
      '/phap-luat/',
      '/van-hoa/',
    ].map((listing) => ({ listing, links: 'article a' })),
  ],
  notes:
    'Feed and sitemap are those of the family, not seen on this host. Section paths are from crawler code. Serves old Bình Định too since the merger of 2025.',
});
