import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'nld',
  name: 'Người Lao Động',
  origin: 'https://nld.com.vn',
  hosts: ['www.nld.com.vn'],
  province: null,
  extends: 'vccorp',
  confidence: 'code',
  notes:
    'Not a provincial paper. No feed or sitemap is known and the list’s selector is a guess. Its front page may answer with a challenge.',
});
