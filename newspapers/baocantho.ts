import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baocantho',
  name: 'Báo Cần Thơ',
  origin: 'https://baocantho.com.vn',
  hosts: ['www.baocantho.com.vn'],
  province: '92',
  extends: 'fck',
  confidence: 'seen',
  delayMs: 4000,
  discover: ['/', '/thoi-su/', '/chinh-tri/', '/kinh-te/', '/xa-hoi-phap-luat/'].map((listing) => ({
    listing,
    links: 'a[href*="-a"][href$=".html"]',
  })),
  notes:
    'Described as a weak server: a slow pace. The feeds’ form /rss/subcate/<slug>/ was seen, their slugs were not. Menus of every page hold more than forty teasers. Section paths are from crawler code.',
});
