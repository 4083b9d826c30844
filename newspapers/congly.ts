import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'congly',
  name: 'Báo Công lý',
  origin: 'https://congly.vn',
  hosts: ['www.congly.vn'],
  province: null,
  extends: 'onecms',
  confidence: 'code',
  notes: 'Not a provincial paper. No feed or sitemap is known: the family’s lists are guessed.',
});
