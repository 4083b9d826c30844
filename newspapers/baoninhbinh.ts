import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baoninhbinh',
  name: 'Báo Ninh Bình',
  origin: 'https://baoninhbinh.org.vn',
  hosts: ['www.baoninhbinh.org.vn'],
  province: '37',
  extends: 'one-off',
  confidence: 'listed',
  article: {
    pattern: '-(\\d{15})\\.html$',
    exclude: ['^/(?:bao-in|doc-bao-in|da-phuong-tien-multimedia|video|podcast)(?:/|$)'],
    identity: '/-$1',
  },
  discover: [{ listing: '/', links: 'a[href$=".html"]' }],
  notes:
    'Serves old Hà Nam and Nam Định too since the merger of 2025. Addresses end in 15 digits, known from crawler code; nothing of the article page is known.',
});
