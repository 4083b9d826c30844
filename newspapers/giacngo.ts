import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'giacngo',
  name: 'Giác Ngộ',
  origin: 'https://giacngo.vn',
  hosts: ['www.giacngo.vn', 'm.giacngo.vn'],
  province: null,
  extends: 'epi',
  confidence: 'code',
  notes: 'Not a provincial paper. Feed and sitemap are those of the family, not seen on this host.',
});
