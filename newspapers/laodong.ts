import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'laodong',
  name: 'Lao Động',
  origin: 'https://laodong.vn',
  hosts: ['www.laodong.vn'],
  province: null,
  extends: 'one-off',
  confidence: 'listed',
  delayMs: 6000,
  article: { pattern: '-(\\d+)\\.ldo$', identity: '/-$1' },
  discover: [{ listing: '/', links: 'a[href$=".ldo"]' }],
  notes:
    'Central paper, named for its first answer, a small page that only sets a cookie: a block page, no article. Nothing of the article page is known. Addresses end in .ldo, from crawler code.',
});
