import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'giaoducthoidai',
  name: 'Giáo dục và Thời đại',
  origin: 'https://giaoducthoidai.vn',
  hosts: ['www.giaoducthoidai.vn', 'm.giaoducthoidai.vn'],
  province: null,
  extends: 'epi',
  confidence: 'code',
  notes: 'Not a provincial paper. Feed and sitemap are those of the family, not seen on this host.',
});
