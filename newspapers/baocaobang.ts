import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baocaobang',
  name: 'Báo Cao Bằng',
  origin: 'https://baocaobang.vn',
  hosts: ['www.baocaobang.vn'],
  province: '04',
  extends: 'content-detail',
  confidence: 'code',
  discover: ['/', '/Thoi-su', '/chinh-tri', '/kinh-te', '/xa-hoi'].map((listing) => ({
    listing,
    links: 'article a, h3 a, h2 a, .card-title a',
  })),
  notes: 'Section paths are from crawler code; some begin with a capital.',
});
