import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baobinhduong',
  name: 'Báo Bình Dương',
  origin: 'https://baobinhduong.vn',
  hosts: ['www.baobinhduong.vn'],
  province: '74',
  extends: 'fck',
  confidence: 'code',
  discover: ['/chinh-tri', '/kinh-te', '/xa-hoi', '/phap-luat'].map((listing) => ({
    listing,
    links: '.article-item h3 a',
  })),
  notes:
    'Old Bình Dương, a part of Hồ Chí Minh City since 2025: the code of the old province stands for its own edition. Section paths are from crawler code.',
});
