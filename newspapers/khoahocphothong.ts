import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'khoahocphothong',
  name: 'Khoa học phổ thông',
  origin: 'https://khoahocphothong.vn',
  hosts: ['www.khoahocphothong.vn'],
  province: null,
  extends: 'onecms',
  confidence: 'code',
  notes: 'Not a provincial paper. No feed or sitemap is known: the family’s lists are guessed.',
});
