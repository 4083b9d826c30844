import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'toquoc',
  name: 'Tổ Quốc',
  origin: 'https://toquoc.vn',
  hosts: ['www.toquoc.vn'],
  province: null,
  extends: 'vccorp',
  confidence: 'code',
  notes: 'Not a provincial paper. No feed or sitemap is known and the list’s selector is a guess.',
});
