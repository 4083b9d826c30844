import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baodautu',
  name: 'Báo Đầu tư',
  origin: 'https://baodautu.vn',
  hosts: ['www.baodautu.vn'],
  province: null,
  extends: 'one-off',
  confidence: 'listed',
  article: { pattern: '-d(\\d+)\\.html$', identity: '/-d$1' },
  discover: [{ sitemap: '/sitemap.xml' }],
  notes:
    'Central paper, named for its sitemap, which was measured. Nothing of the article page is known. Addresses are a guess.',
});
