import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baohaiphong',
  name: 'Báo Hải Phòng',
  origin: 'https://baohaiphong.vn',
  hosts: ['www.baohaiphong.vn'],
  province: '31',
  extends: 'onecms',
  confidence: 'code',
  delayMs: 6000,
  discover: ['/chinh-tri', '/kinh-te', '/xa-hoi', '/phap-luat', '/doi-song'].map((listing) => ({
    listing,
    links: 'h3 a',
  })),
  notes:
    'Strict robots.txt with a crawl delay, and described as a weak server: a slow pace. Serves old Hải Dương too since the merger of 2025. Section paths are from crawler code.',
});
