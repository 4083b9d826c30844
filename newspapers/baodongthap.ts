import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baodongthap',
  name: 'Báo Đồng Tháp',
  origin: 'https://baodongthap.vn',
  hosts: ['www.baodongthap.vn'],
  province: '82',
  extends: 'fck',
  confidence: 'code',
  discover: ['/', '/chinh-tri/', '/kinh-te/', '/xa-hoi/', '/phap-luat/'].map((listing) => ({
    listing,
    links: 'a.news-title, a.title',
  })),
  notes:
    'Serves old Đồng Tháp (87) and Tiền Giang, whose code the province of today bears. Section paths are from crawler code.',
});
