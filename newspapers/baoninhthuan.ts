import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baoninhthuan',
  name: 'Báo Ninh Thuận',
  origin: 'https://baoninhthuan.com.vn',
  hosts: ['www.baoninhthuan.com.vn'],
  province: '58',
  extends: 'vnpt',
  confidence: 'listed',
  notes:
    'Old Ninh Thuận, a part of Khánh Hòa since 2025: the code of the old province stands for its own edition; whether it still publishes is not known. The family is guessed.',
});
