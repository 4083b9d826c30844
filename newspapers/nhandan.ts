import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'nhandan',
  name: 'Báo Nhân Dân',
  origin: 'https://nhandan.vn',
  hosts: ['www.nhandan.vn', 'm.nhandan.vn'],
  province: null,
  extends: 'epi',
  confidence: 'code',
  notes: 'Central paper. The feed is known from crawler code, the sitemap was measured.',
});
