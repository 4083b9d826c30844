import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'bizlive',
  name: 'BizLIVE',
  origin: 'https://bizlive.vn',
  hosts: ['www.bizlive.vn', 'm.bizlive.vn'],
  province: null,
  extends: 'epi',
  confidence: 'code',
  notes:
    'Not a provincial paper. Feed and sitemap are those of the family, not seen on this host. Said to have moved to nhipsongkinhdoanh.vn.',
});
