import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baothaibinh',
  name: 'Báo Thái Bình',
  origin: 'https://baothaibinh.com.vn',
  hosts: ['www.baothaibinh.com.vn'],
  province: '34',
  extends: 'one-off',
  confidence: 'code',
  article: { pattern: '^/tin-tuc/\\d+/(\\d+)/[^/]+/?$', identity: '/tin-tuc/$1' },
  discover: [{ listing: '/', links: 'a[href*="/tin-tuc/"]' }],
  notes:
    'Old Thái Bình, a part of Hưng Yên since 2025: the code of the old province stands for its own edition. Captions follow their picture as <p><em>; nothing else of the page is known. The list’s selector is the form of the addresses.',
});
