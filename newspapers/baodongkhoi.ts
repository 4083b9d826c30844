import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baodongkhoi',
  name: 'Báo Đồng Khởi',
  origin: 'https://dongkhoi.baovinhlong.vn',
  province: '83',
  extends: 'fck',
  confidence: 'code',
  notes:
    'Old Bến Tre, a part of Vĩnh Long since 2025: the code of the old province stands for its own edition. The old domain baodongkhoi.vn shows the same pages.',
});
