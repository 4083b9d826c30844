import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baothainguyen',
  name: 'Báo Thái Nguyên',
  origin: 'https://baothainguyen.vn',
  hosts: ['www.baothainguyen.vn'],
  province: '19',
  extends: 'vnpt',
  confidence: 'code',
  discover: [
    '/',
    '/thoi-su-thai-nguyen/',
    '/chinh-tri/',
    '/kinh-te/',
    '/xa-hoi/',
    '/phap-luat/',
  ].map((listing) => ({ listing, links: 'a.title2' })),
  notes: 'Section paths are from crawler code.',
});
