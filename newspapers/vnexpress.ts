import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'vnexpress',
  name: 'VnExpress',
  origin: 'https://vnexpress.net',
  hosts: ['www.vnexpress.net'],
  province: null,
  extends: 'vnexpress',
  confidence: 'seen',
  discover: ['/thoi-su', '/phap-luat', '/kinh-doanh'].map((listing) => ({
    listing,
    links: 'article.item-news a',
  })),
  notes: 'Central paper, often reprinted. Sections and the list’s selector are from crawler code.',
});
