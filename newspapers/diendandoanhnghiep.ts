import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'diendandoanhnghiep',
  name: 'Diễn đàn Doanh nghiệp',
  origin: 'https://diendandoanhnghiep.vn',
  hosts: ['www.diendandoanhnghiep.vn'],
  province: null,
  extends: 'onecms',
  confidence: 'code',
  discover: [
    { sitemap: '/sitemap-news.xml' },
    { listing: '/tin-moi-nhat', links: '.b-grid__title a, .b-grid__img a' },
  ],
  notes: 'Not a provincial paper. The sitemap is known from crawler code.',
});
