import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'daibieunhandan',
  name: 'Báo Đại biểu Nhân dân',
  origin: 'https://daibieunhandan.vn',
  hosts: ['www.daibieunhandan.vn'],
  province: null,
  extends: 'onecms',
  confidence: 'code',
  notes: 'Not a provincial paper. No feed or sitemap is known: the family’s lists are guessed.',
});
