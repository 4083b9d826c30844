import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'tinnhanhchungkhoan',
  name: 'Tin nhanh chứng khoán',
  origin: 'https://www.tinnhanhchungkhoan.vn',
  hosts: ['tinnhanhchungkhoan.vn', 'm.tinnhanhchungkhoan.vn'],
  province: null,
  extends: 'epi',
  confidence: 'seen',
  notes:
    'Not a provincial paper; its pages stand for the family. The sitemap was measured, the feed is the family’s, not seen.',
});
