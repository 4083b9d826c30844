import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baokhanhhoa',
  name: 'Báo Khánh Hòa',
  origin: 'https://baokhanhhoa.vn',
  hosts: ['www.baokhanhhoa.vn'],
  province: '56',
  extends: 'vnpt',
  confidence: 'listed',
  discover: [{ listing: '/', links: 'div.item a' }],
  notes:
    'The family is guessed from the form of its addresses and pictures. The selector of the list is from crawler code; the page’s own are those of the family.',
});
