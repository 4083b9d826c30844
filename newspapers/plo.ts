import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'plo',
  name: 'Pháp Luật TP.HCM',
  origin: 'https://plo.vn',
  hosts: ['www.plo.vn', 'm.plo.vn'],
  province: null,
  extends: 'epi',
  confidence: 'code',
  notes:
    'A paper of Hồ Chí Minh City that reports from everywhere. The sitemap was measured, the feed is the family’s, not seen.',
});
