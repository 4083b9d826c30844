import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baovinhlong',
  name: 'Báo Vĩnh Long',
  origin: 'https://baovinhlong.com.vn',
  hosts: ['www.baovinhlong.com.vn'],
  province: '86',
  extends: 'vnpt',
  confidence: 'listed',
  notes:
    'The family is guessed from the form of its addresses and pictures. Old Bến Tre has an edition of its own at dongkhoi.baovinhlong.vn.',
});
