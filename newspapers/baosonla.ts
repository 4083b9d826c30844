import { defineNewspaper } from './define.ts';

export default defineNewspaper({
  id: 'baosonla',
  name: 'Báo Sơn La',
  origin: 'https://baosonla.vn',
  hosts: ['www.baosonla.vn', 'm.baosonla.vn'],
  province: '14',
  extends: 'epi',
  confidence: 'code',
  article: {
    pattern: '^/[a-z0-9-]+/[^/]+\\.html$',
    exclude: [
      '^/(?:emagazine|thong-tin-quang-cao|bao-in|trang-dia-phuong|lien-he|video)(?:/|\\.html)',
    ],
  },
  discover: [
    { feed: '/rss/home.rss' },
    { sitemap: '/sitemap.xml' },
    ...['/', '/thoi-su-chinh-tri.html', '/kinh-te.html', '/xa-hoi.html', '/phap-luat.html'].map(
      (listing) => ({ listing, links: 'a.cms-link[href$=".html"]' }),
    ),
  ],
  notes:
    'Addresses end in a short code (…-51YnYvXDR.html) whose form is known from one address only: the canonical URL is the identity. Sections are /slug.html. Feed and sitemap are those of the family, not seen on this host. baosonla.org.vn is the old domain.',
});
