import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baobackan',
  name: 'Báo Bắc Kạn',
  origin: 'https://baobackan.com.vn',
  hosts: ['www.baobackan.com.vn', 'm.baobackan.com.vn'],
  province: '06',
  extends: 'epi',
  confidence: 'code',
  notes:
    'Old Bắc Kạn, a part of Thái Nguyên since 2025: the code of the old province stands because the site is its own edition. Feed and sitemap are those of the family, not seen on this host. Lists name the hosts baobackan.vn and baobackan.org.vn too.',
});
