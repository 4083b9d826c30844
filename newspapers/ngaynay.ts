import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'ngaynay',
  name: 'Ngày Nay',
  origin: 'https://ngaynay.vn',
  hosts: ['www.ngaynay.vn', 'm.ngaynay.vn'],
  province: null,
  extends: 'epi',
  confidence: 'code',
  notes: 'Not a provincial paper. Feed and sitemap are those of the family, not seen on this host.',
});
