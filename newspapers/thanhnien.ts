import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'thanhnien',
  name: 'Thanh Niên',
  origin: 'https://thanhnien.vn',
  hosts: ['www.thanhnien.vn'],
  province: null,
  extends: 'vccorp',
  confidence: 'code',
  discover: ['/thoi-su.htm', '/chinh-tri.htm', '/kinh-te.htm'].map((listing) => ({
    listing,
    links: 'a.box-category-link-title',
  })),
  notes: 'Not a provincial paper. Sections and the list’s selector are from crawler code.',
});
