import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baodaknong',
  name: 'Báo Đắk Nông',
  origin: 'https://baodaknong.vn',
  hosts: ['www.baodaknong.vn'],
  province: '67',
  extends: 'onecms',
  confidence: 'listed',
  notes:
    'Old Đắk Nông, a part of Lâm Đồng since 2025: the code of the old province stands for its own edition; whether it still publishes is not known. The family is guessed from pictures on daknong.1cdn.vn. No feed or sitemap is known: the family’s lists are guessed.',
});
