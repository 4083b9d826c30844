import { defineNewspaper } from '../../newspapers/define.ts';

/** Announces its articles by feed and sitemap. */
export default defineNewspaper({
  id: 'demo-lam-hong',
  name: 'Báo Lam Hồng (mẫu)',
  origin: 'http://127.0.0.1:8471',
  province: '42',
  extends: 'epi',
  confidence: 'synthetic',
  delayMs: 20,
  datelines: ['(Lamhong.test) -'],
  discover: [{ feed: '/rss/home.rss' }, { sitemap: '/sitemap.xml' }],
});
