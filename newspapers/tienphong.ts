import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'tienphong',
  name: 'Báo Tiền Phong',
  origin: 'https://tienphong.vn',
  hosts: ['www.tienphong.vn', 'm.tienphong.vn'],
  province: null,
  extends: 'epi',
  confidence: 'code',
  notes:
    'Central paper; addresses end in .tpo. Feed and sitemap are those of the family, not seen on this host.',
});
