import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baohaugiang',
  name: 'Báo Hậu Giang',
  origin: 'https://baohaugiang.com.vn',
  hosts: ['www.baohaugiang.com.vn'],
  province: '93',
  extends: 'one-off',
  confidence: 'code',
  article: {
    pattern: '^/[^/]+/[^/]+-(\\d+)\\.html$',
    exclude: [
      '^/(?:bang-gia-quang-cao|lien-he|tim-kiem|video|multimedia|megastory|infographics|anh|podcast|foreign-languages)/',
    ],
    identity: '/-$1',
  },
  discover: ['/', '/thoi-su-215.html'].map((listing) => ({ listing, links: 'a[href$=".html"]' })),
  notes:
    'Old Hậu Giang, a part of Cần Thơ since 2025: the code of the old province stands for its own edition. Addresses are known from crawler code, nothing of the article page is.',
});
