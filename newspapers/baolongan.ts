import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baolongan',
  name: 'Báo Long An',
  origin: 'https://baolongan.vn',
  hosts: ['www.baolongan.vn'],
  province: '80',
  extends: 'fck',
  confidence: 'listed',
  notes:
    'Old Long An, a part of Tây Ninh since 2025, which took over its code; whether it still publishes is not known. The family is guessed from likeness.',
});
