import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baodauthau',
  name: 'Báo Đấu thầu',
  origin: 'https://baodauthau.vn',
  hosts: ['www.baodauthau.vn', 'm.baodauthau.vn'],
  province: null,
  extends: 'epi',
  confidence: 'code',
  notes: 'Not a provincial paper. Feed and sitemap are those of the family, not seen on this host.',
});
