import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'cand',
  name: 'Công an nhân dân',
  origin: 'https://cand.com.vn',
  hosts: ['www.cand.com.vn'],
  province: null,
  extends: 'one-off',
  confidence: 'listed',
  article: { pattern: '-i(\\d+)/?$', exclude: ['^/(?:topic|video|clip)/'], identity: '/-i$1' },
  discover: [{ sitemap: '/sitemap.xml' }],
  notes:
    'Central paper, named for its sitemap, which was measured. Nothing of the article page is known. Addresses are from crawler code.',
});
