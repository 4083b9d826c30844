import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'qdnd',
  name: 'Quân đội nhân dân',
  origin: 'https://www.qdnd.vn',
  hosts: ['qdnd.vn'],
  province: null,
  extends: 'one-off',
  confidence: 'listed',
  delayMs: 6000,
  article: {
    pattern: '^/[^/]+/(?:[^/]+/)?[^/]+-(\\d{5,8})/?$',
    exclude: ['^/(?:audio|video|Lf)(?:/|$)'],
    identity: '/-$1',
  },
  discover: [{ listing: '/', links: '.list-news a' }],
  notes:
    'Central paper, named for its strict robots.txt and crawl delay. Nothing of the article page is known. Addresses and the list’s selector are from crawler code.',
});
