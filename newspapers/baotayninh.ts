import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baotayninh',
  name: 'Báo Tây Ninh',
  origin: 'https://www.baotayninh.vn',
  hosts: ['baotayninh.vn'],
  province: '80',
  extends: 'fck',
  confidence: 'code',
  discover: ['/', '/thoi-su-chinh-tri/', '/kinh-te/', '/xa-hoi/', '/phap-luat/'].map((listing) => ({
    listing,
    links: 'a.title',
  })),
  notes:
    'Serves old Tây Ninh (72) and Long An, whose code the province of today bears. Closes </html> before <head>. Section paths are from crawler code.',
});
