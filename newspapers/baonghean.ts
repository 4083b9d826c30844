import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baonghean',
  name: 'Báo Nghệ An',
  origin: 'https://baonghean.vn',
  hosts: ['www.baonghean.vn', 'm.baonghean.vn'],
  province: '40',
  extends: 'onecms',
  confidence: 'seen',
  delayMs: 4000,
  discover: [
    { feed: '/rss/thoi-su' },
    { listing: '/tin-moi-nhat', links: '.b-grid__title a, .b-grid__img a' },
    { listing: '/thoi-su', links: '.b-grid__title a, .b-grid__img a' },
    { listing: '/xa-hoi', links: '.b-grid__title a, .b-grid__img a' },
    { listing: '/kinh-te', links: '.b-grid__title a, .b-grid__img a' },
    { listing: '/suc-khoe', links: '.b-grid__title a, .b-grid__img a' },
  ],
  datelines: ['(Baonghean.vn) -', 'Baonghean.vn -'],
  notes:
    'Described as a weak server: a slow pace. Category paths other than /suc-khoe are not seen.',
});
