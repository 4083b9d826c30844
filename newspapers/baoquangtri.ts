import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baoquangtri',
  name: 'Báo Quảng Trị',
  origin: 'https://baoquangtri.vn',
  hosts: ['www.baoquangtri.vn'],
  province: '44',
  extends: 'vnpt',
  confidence: 'code',
  discover: ['/', '/thoi-su/', '/chinh-tri/', '/kinh-te/', '/xa-hoi/', '/phap-luat/'].map(
    (listing) => ({ listing, links: 'a.h2, a.h3, a.card-img' }),
  ),
  notes:
    'Holds Quảng Bình since the merger of 2025; baoquangbinh.vn was the site until then and is not fetched. Section paths are from crawler code.',
});
