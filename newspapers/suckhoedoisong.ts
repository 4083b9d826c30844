import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'suckhoedoisong',
  name: 'Sức khỏe và Đời sống',
  origin: 'https://suckhoedoisong.vn',
  hosts: ['www.suckhoedoisong.vn'],
  province: null,
  extends: 'vccorp',
  confidence: 'code',
  notes: 'Not a provincial paper. No feed or sitemap is known and the list’s selector is a guess.',
});
