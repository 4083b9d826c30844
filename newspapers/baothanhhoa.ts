import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baothanhhoa',
  name: 'Báo Thanh Hóa',
  origin: 'https://baothanhhoa.vn',
  hosts: ['www.baothanhhoa.vn'],
  province: '38',
  extends: 'dcontent',
  confidence: 'code',
  discover: ['/', '/thoi-su', '/kinh-te', '/doi-song-xa-hoi', '/phap-luat'].map((listing) => ({
    listing,
    links: 'a[href$=".htm"]',
  })),
  notes:
    '/rss is an index of feeds by section, no feed itself; their addresses are not known. A part of the bodies is encrypted. Section paths are from crawler code; the list’s selector is the form of the addresses.',
});
