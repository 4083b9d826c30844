import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baophapluat',
  name: 'Báo Pháp luật Việt Nam',
  origin: 'https://baophapluat.vn',
  hosts: ['www.baophapluat.vn', 'm.baophapluat.vn'],
  province: null,
  extends: 'epi',
  confidence: 'listed',
  article: { pattern: '^/[^/]+\\.html$', exclude: ['^/(?:tin-moi|chu-de|gioi-thieu)\\.html$'] },
  discover: [{ listing: '/', links: 'a.loading-link[href$=".html"]' }],
  notes:
    'Central paper. It was of this family; today addresses are /slug.html without a number, the page’s own selectors are not known, and so it counts as listed.',
});
