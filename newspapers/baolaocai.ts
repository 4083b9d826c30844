import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baolaocai',
  name: 'Báo Lào Cai',
  origin: 'https://baolaocai.vn',
  hosts: ['www.baolaocai.vn', 'm.baolaocai.vn'],
  province: '15',
  extends: 'epi',
  confidence: 'code',
  notes:
    'Feed and sitemap are those of the family, not seen on this host. Serves old Yên Bái too since the merger of 2025.',
});
