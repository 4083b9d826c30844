import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baotuyenquang',
  name: 'Báo Tuyên Quang',
  origin: 'https://baotuyenquang.com.vn',
  hosts: ['www.baotuyenquang.com.vn', 'm.baotuyenquang.com.vn'],
  province: '08',
  extends: 'vnpt',
  confidence: 'listed',
  discover: ['/', '/thoi-su-chinh-tri/', '/kinh-te/', '/xa-hoi/', '/phap-luat/'].map((listing) => ({
    listing,
    links: 'a.title1, a.title2, a.title3, a.title4, a.title5',
  })),
  notes:
    'The family is guessed from the form of its addresses and pictures. The list’s selector is from crawler code. Serves old Hà Giang too since the merger of 2025.',
});
