import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baoquocte',
  name: 'Báo Thế giới và Việt Nam',
  origin: 'https://baoquocte.vn',
  hosts: ['www.baoquocte.vn'],
  province: null,
  extends: 'mastercms',
  confidence: 'listed',
  notes:
    'Not a provincial paper. No feed or sitemap is known and the list’s selector is a guess. The family is guessed.',
});
