import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'thoibaonganhang',
  name: 'Thời báo Ngân hàng',
  origin: 'https://thoibaonganhang.vn',
  hosts: ['www.thoibaonganhang.vn'],
  province: null,
  extends: 'mastercms',
  confidence: 'code',
  notes: 'Not a provincial paper. No feed or sitemap is known and the list’s selector is a guess.',
});
