import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baodanang',
  name: 'Báo Đà Nẵng',
  origin: 'https://baodanang.vn',
  hosts: ['www.baodanang.vn'],
  province: '48',
  extends: 'onecms',
  confidence: 'seen',
  delayMs: 4000,
  discover: ['/tin-moi-nhat', '/chinh-tri', '/xa-hoi', '/kinh-te'].map((listing) => ({
    listing,
    links: 'h3.b-grid__title a',
  })),
  notes:
    'Described as a weak server: a slow pace. Holds the articles of Quảng Nam since the merger of 2025 (pictures on bqn.1cdn.vn); baoquangnam.vn is its old domain. Section paths are from crawler code.',
});
