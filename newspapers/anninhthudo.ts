import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'anninhthudo',
  name: 'An ninh Thủ đô',
  origin: 'https://www.anninhthudo.vn',
  hosts: ['anninhthudo.vn', 'm.anninhthudo.vn'],
  province: null,
  extends: 'epi',
  confidence: 'code',
  notes:
    'A paper of Hà Nội’s police that reports from everywhere. Feed and sitemap are those of the family, not seen on this host.',
});
