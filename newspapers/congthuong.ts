import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'congthuong',
  name: 'Báo Công Thương',
  origin: 'https://congthuong.vn',
  hosts: ['www.congthuong.vn'],
  province: null,
  extends: 'mastercms',
  confidence: 'listed',
  notes:
    'Not a provincial paper. No feed or sitemap is known and the list’s selector is a guess. The family is guessed.',
});
