import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'tuoitre',
  name: 'Tuổi Trẻ',
  origin: 'https://tuoitre.vn',
  hosts: ['www.tuoitre.vn'],
  province: null,
  extends: 'vccorp',
  confidence: 'code',
  discover: ['/thoi-su.htm', '/phap-luat.htm', '/kinh-doanh.htm'].map((listing) => ({
    listing,
    links: 'h3.title-news a, h2.title-news a',
  })),
  notes: 'Not a provincial paper. Sections and the list’s selector are from crawler code.',
});
