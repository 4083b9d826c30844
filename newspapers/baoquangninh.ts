import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baoquangninh',
  name: 'Báo Quảng Ninh',
  origin: 'https://baoquangninh.vn',
  hosts: ['www.baoquangninh.vn'],
  province: '22',
  extends: 'content-detail',
  confidence: 'code',
  discover: [
    { feed: '/rss/news/chinh-tri.rss' },
    { feed: '/rss/news/kinh-te.rss' },
    { feed: '/rss/news/xa-hoi.rss' },
    ...['/chinh-tri', '/kinh-te', '/xa-hoi', '/phap-luat'].map((listing) => ({
      listing,
      links: 'article.card a, .card-content a',
    })),
  ],
  notes:
    'About fifty feeds of the form /rss/news/<section>.rss are known; that their names are those of the sections is a guess.',
});
