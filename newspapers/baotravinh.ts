import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baotravinh',
  name: 'Báo Trà Vinh',
  origin: 'https://baotravinh.vn',
  hosts: ['www.baotravinh.vn'],
  province: '84',
  extends: 'fck',
  confidence: 'listed',
  notes:
    'Old Trà Vinh, a part of Vĩnh Long since 2025: the code of the old province stands for its own edition; whether it still publishes is not known. The family is guessed from likeness.',
});
