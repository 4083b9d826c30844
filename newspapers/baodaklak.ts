import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baodaklak',
  name: 'Báo Đắk Lắk',
  origin: 'https://baodaklak.vn',
  hosts: ['www.baodaklak.vn'],
  province: '66',
  extends: 'vnpt',
  confidence: 'code',
  discover: ['/', '/thoi-su/', '/chinh-tri/', '/kinh-te/', '/xa-hoi/', '/phap-luat/'].map(
    (listing) => ({ listing, links: 'a.title5' }),
  ),
  notes:
    'Old Phú Yên has an edition of its own at phuyen.baodaklak.vn. Section paths are from crawler code.',
});
