import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baochinhphu',
  name: 'Báo điện tử Chính phủ',
  origin: 'https://baochinhphu.vn',
  hosts: ['www.baochinhphu.vn'],
  province: null,
  extends: 'vccorp',
  confidence: 'code',
  notes: 'Not a provincial paper. No feed or sitemap is known and the list’s selector is a guess.',
});
