import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'nguoiquansat',
  name: 'Người quan sát',
  origin: 'https://nguoiquansat.vn',
  hosts: ['www.nguoiquansat.vn'],
  province: null,
  extends: 'onecms',
  confidence: 'code',
  notes:
    'Not a provincial paper. Four feeds and a sitemap with zoned lastmod were measured; their addresses are not known, so the family’s lists are used.',
});
