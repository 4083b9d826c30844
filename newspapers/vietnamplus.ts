import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'vietnamplus',
  name: 'VietnamPlus',
  origin: 'https://www.vietnamplus.vn',
  hosts: ['vietnamplus.vn', 'm.vietnamplus.vn'],
  province: null,
  extends: 'epi',
  confidence: 'code',
  notes:
    'Central paper, the news agency’s own; addresses end in .vnp. The sitemap was measured, the feed is the family’s, not seen.',
});
