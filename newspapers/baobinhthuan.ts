import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baobinhthuan',
  name: 'Báo Bình Thuận',
  origin: 'https://baobinhthuan.com.vn',
  hosts: ['www.baobinhthuan.com.vn'],
  province: '60',
  extends: 'onecms',
  confidence: 'listed',
  notes:
    'Old Bình Thuận, a part of Lâm Đồng since 2025: the code of the old province stands for its own edition; whether it still publishes is not known. The family is guessed from pictures on bbt.1cdn.vn. No feed or sitemap is known: the family’s lists are guessed.',
});
