import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baolamdong',
  name: 'Báo Lâm Đồng',
  origin: 'https://baolamdong.vn',
  hosts: ['www.baolamdong.vn'],
  province: '68',
  extends: 'vnpt',
  confidence: 'listed',
  article: {
    pattern: '(?:-(\\d{6,8})\\.html|/\\d{6}/[a-z0-9-]+-([0-9a-f]{7})/?)$',
    exclude: ['^/(?:video|an-pham|dang-nhap|tim-kiem|en)(?:/|$)'],
    identity: '/-$1$2',
  },
  discover: ['/', '/chinh-tri', '/thoi-su', '/kinh-te', '/doi-song', '/phap-luat'].map(
    (listing) => ({ listing, links: 'h2 a, h3 a' }),
  ),
  notes:
    'The family is guessed. Newer addresses end in -<number>.html, older ones are those of the family: the paper may have moved to another CMS after the merger of 2025, which the fingerprint tells. The list’s selector is a guess.',
});
