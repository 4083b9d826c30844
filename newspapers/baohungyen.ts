import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baohungyen',
  name: 'Báo Hưng Yên',
  origin: 'https://baohungyen.vn',
  hosts: ['www.baohungyen.vn'],
  province: '33',
  extends: 'content-detail',
  confidence: 'code',
  discover: ['/', '/chinh-tri', '/kinh-te', '/xa-hoi', '/doi-song'].map((listing) => ({
    listing,
    links: 'article.card a, .card-content a, .card-title a',
  })),
  notes: 'Serves old Thái Bình too since the merger of 2025. Section paths are from crawler code.',
});
