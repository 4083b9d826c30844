import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'sggp',
  name: 'Báo Sài Gòn Giải Phóng',
  origin: 'https://www.sggp.org.vn',
  hosts: ['sggp.org.vn', 'm.sggp.org.vn'],
  province: '79',
  extends: 'epi',
  confidence: 'code',
  discover: [
    { feed: '/rss/home.rss' },
    { sitemap: '/sitemap.xml' },
    ...['/chinhtri/', '/xahoi/', '/phapluat/', '/kinhte/', '/giaoduc/', '/ytesuckhoe/'].map(
      (listing) => ({ listing, links: 'article.story a' }),
    ),
  ],
  notes:
    'The feed is known from crawler code, the sitemap was measured. Section paths are from crawler code.',
});
