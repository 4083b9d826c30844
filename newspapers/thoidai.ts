import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'thoidai',
  name: 'Thời Đại',
  origin: 'https://thoidai.com.vn',
  hosts: ['www.thoidai.com.vn'],
  province: null,
  extends: 'mastercms',
  confidence: 'code',
  notes: 'Not a provincial paper. No feed or sitemap is known and the list’s selector is a guess.',
});
