import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'hanoimoi',
  name: 'Báo Hà Nội mới',
  origin: 'https://hanoimoi.vn',
  hosts: ['www.hanoimoi.vn'],
  province: '01',
  extends: 'onecms',
  confidence: 'code',
  discover: ['/chinh-tri', '/kinh-te', '/do-thi', '/xa-hoi', '/doi-song'].map((listing) => ({
    listing,
    links: 'h3 a',
  })),
  notes: 'Section paths are from crawler code.',
});
