import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'huengaynay',
  name: 'Huế ngày nay',
  origin: 'https://huengaynay.vn',
  hosts: ['www.huengaynay.vn'],
  province: '46',
  extends: 'one-off',
  confidence: 'listed',
  article: {
    pattern: '^/[a-z0-9-]+(?:/[a-z0-9-]+)?/[^/]+-(\\d{5,7})\\.html$',
    exclude: ['^/(?:video|podcast|multimedia|media|tags?|tim-kiem)/'],
    identity: '/-$1',
  },
  discover: [{ listing: '/', links: 'a[href$=".html"]' }],
  notes:
    'No selector is known; the form of the addresses is from one of them. The list’s selector is that form.',
});
