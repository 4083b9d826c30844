import { defineNewspaper } from './define.ts';

/** Paths that look like articles of the site and are none. */
const notArticles = ['^/(?:tv|cong-cu|epaper|multimedia|short-video|podcast|video)/'];

export default defineNewspaper({
  id: 'baohatinh',
  name: 'Báo Hà Tĩnh',
  origin: 'https://baohatinh.vn',
  hosts: ['www.baohatinh.vn', 'm.baohatinh.vn', 'daihoidang.baohatinh.vn'],
  province: '42',
  extends: 'epi',
  confidence: 'code',
  article: {
    pattern: '-post(\\d+)\\.html$',
    twins: ['^/post-?(\\d+)\\.html$', '-post(\\d+)\\.amp$'],
    exclude: notArticles,
    identity: '/-post$1',
  },
  discover: [
    { feed: '/rss/home.rss' },
    { sitemap: '/sitemap.xml' },
    ...[
      '/chinh-tri/',
      '/kinh-te/',
      '/xa-hoi/',
      '/van-hoa-giai-tri/',
      '/phap-luat/',
      '/the-thao/',
      '/doi-song/',
      '/ve-ha-tinh/',
    ].map((listing) => ({ listing, links: 'article.story a.cms-link' })),
  ],
  datelines: ['(Baohatinh.vn) -', 'Baohatinh.vn -'],
  notes:
    'Selectors are proven on sister papers of the family; the feed is listed, not seen. Moved from the #dcontent family about 2023.',
});
