import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'suckhoeviet',
  name: 'Sức khỏe Việt',
  origin: 'https://suckhoeviet.org.vn',
  hosts: ['www.suckhoeviet.org.vn'],
  province: null,
  extends: 'mastercms',
  confidence: 'code',
  notes: 'Not a provincial paper. No feed or sitemap is known and the list’s selector is a guess.',
});
