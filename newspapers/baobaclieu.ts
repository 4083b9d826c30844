import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baobaclieu',
  name: 'Báo Bạc Liêu',
  origin: 'https://baobaclieu.vn',
  hosts: ['www.baobaclieu.vn'],
  province: '95',
  extends: 'one-off',
  confidence: 'listed',
  article: { pattern: '^/[a-z0-9-]+/[^/]+-(\\d{4,7})\\.html$', identity: '/-$1' },
  discover: [{ listing: '/', links: 'a[href$=".html"]' }],
  notes:
    'Old Bạc Liêu, a part of Cà Mau since 2025: the code of the old province stands for its own edition; whether it still publishes is not known. Addresses are a guess, nothing of the article page is known.',
});
