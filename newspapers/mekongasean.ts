import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'mekongasean',
  name: 'Mekong ASEAN',
  origin: 'https://mekongasean.vn',
  hosts: ['www.mekongasean.vn', 'm.mekongasean.vn'],
  province: null,
  extends: 'epi',
  confidence: 'code',
  notes: 'Not a provincial paper. Feed and sitemap are those of the family, not seen on this host.',
});
