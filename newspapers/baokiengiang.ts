import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baokiengiang',
  name: 'Báo Kiên Giang',
  origin: 'https://baokiengiang.vn',
  hosts: ['www.baokiengiang.vn'],
  province: '91',
  extends: 'fck',
  confidence: 'listed',
  notes:
    'Old Kiên Giang, a part of An Giang since 2025, which took over its code; whether it still publishes is not known. The family is guessed from likeness.',
});
