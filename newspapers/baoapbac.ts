import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baoapbac',
  name: 'Báo Ấp Bắc',
  origin: 'https://baoapbac.vn',
  hosts: ['www.baoapbac.vn'],
  province: '82',
  extends: 'vnpt',
  confidence: 'listed',
  discover: [
    { feed: '/xa-hoi/index.rss' },
    { listing: '/', links: 'a.title1, a.title2, a.title3, a.title4, a.title5' },
  ],
  notes:
    'Old Tiền Giang, a part of Đồng Tháp since 2025, which took over its code. The server speaks old TLS only. The family is guessed. The feed’s form /<section>/index.rss is from crawler code.',
});
