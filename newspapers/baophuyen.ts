import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baophuyen',
  name: 'Báo Phú Yên',
  origin: 'https://phuyen.baodaklak.vn',
  province: '54',
  extends: 'vnpt',
  confidence: 'seen',
  notes:
    'Old Phú Yên, a part of Đắk Lắk since 2025: the code of the old province stands for its own edition. og:url and pictures still name the old domain baophuyen.vn, which is not fetched.',
});
