import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'vov',
  name: 'VOV',
  origin: 'https://vov.vn',
  hosts: ['www.vov.vn'],
  province: null,
  extends: 'one-off',
  confidence: 'listed',
  delayMs: 6000,
  article: { pattern: '-post(\\d+)\\.vov$', identity: '/-post$1' },
  discover: [{ listing: '/', links: 'a[href$=".vov"]' }],
  notes:
    'Central paper, named for its strict robots.txt and crawl delay. Nothing of the article page is known. Addresses are a guess.',
});
