import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baobariavungtau',
  name: 'Báo Bà Rịa - Vũng Tàu',
  origin: 'https://baobariavungtau.com.vn',
  hosts: ['www.baobariavungtau.com.vn'],
  province: '77',
  extends: 'vnpt',
  confidence: 'listed',
  notes:
    'Old Bà Rịa - Vũng Tàu, a part of Hồ Chí Minh City since 2025: the code of the old province stands for its own edition; whether it still publishes is not known. The family is guessed from the form of its pictures.',
});
