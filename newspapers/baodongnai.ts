import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baodongnai',
  name: 'Báo Đồng Nai',
  origin: 'https://baodongnai.com.vn',
  hosts: ['www.baodongnai.com.vn'],
  province: '75',
  extends: 'vnpt',
  confidence: 'code',
  discover: [{ listing: '/', links: 'a.title1, a.title3' }],
  notes: 'Serves old Bình Phước too since the merger of 2025.',
});
