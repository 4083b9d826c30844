import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baolaichau',
  name: 'Báo Lai Châu',
  origin: 'https://baolaichau.vn',
  hosts: ['www.baolaichau.vn'],
  province: '12',
  extends: 'one-off',
  confidence: 'code',
  article: {
    pattern: '^/[a-z0-9-]+/[^/]+-(\\d{5,7})(?:\\.html)?/?$',
    exclude: ['^/(?:video|multimedia|infographic|quang-cao|tags)/'],
    identity: '/-$1',
  },
  discover: [{ listing: '/', links: 'a.blc-post__link' }],
  notes: 'Addresses and the list’s selector are known, nothing of the article page is.',
});
