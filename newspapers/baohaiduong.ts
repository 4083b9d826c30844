import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baohaiduong',
  name: 'Báo Hải Dương',
  origin: 'https://baohaiduong.vn',
  hosts: ['www.baohaiduong.vn'],
  province: '30',
  extends: 'onecms',
  confidence: 'listed',
  notes:
    'Old Hải Dương, a part of Hải Phòng since 2025: the code of the old province stands for its own edition; whether it still publishes is not known. The family is guessed from pictures on bhd.1cdn.vn. No feed or sitemap is known: the family’s lists are guessed.',
});
