import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baoangiang',
  name: 'Báo An Giang',
  origin: 'https://baoangiang.com.vn',
  hosts: ['www.baoangiang.com.vn'],
  province: '91',
  extends: 'fck',
  confidence: 'code',
  delayMs: 4000,
  notes:
    'Described as a weak server: a slow pace. Serves old An Giang (89) and Kiên Giang, whose code the province of today bears.',
});
