import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baobinhphuoc',
  name: 'Báo Bình Phước',
  origin: 'https://baobinhphuoc.com.vn',
  hosts: ['www.baobinhphuoc.com.vn'],
  province: '70',
  extends: 'one-off',
  confidence: 'listed',
  article: { pattern: '^/news/\\d+/(\\d+)/[^/]+$', identity: '/news/$1' },
  discover: [{ listing: '/', links: 'a[href*="/news/"]' }],
  notes:
    'Old Bình Phước, a part of Đồng Nai since 2025: the code of the old province stands for its own edition; whether it still publishes is not known. The form of the addresses is from one of them; nothing of the article page is known.',
});
